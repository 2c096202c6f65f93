"""What is asked, and how many answered what: each figure is one SQL aggregate."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import Row, Select, bindparam, distinct, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session, joinedload, selectinload

from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel
from participation.errors import NotFound
from participation.people.models import Service
from participation.questionnaires.asked import (
    OptionAsked,
    QuestionAsked,
    StatementAsked,
    VersionAsked,
)
from participation.questionnaires.bands import band_of
from participation.questionnaires.models import (
    Answer,
    Cut,
    Opening,
    Question,
    Response,
    Version,
)
from participation.wording import Words

By = Literal["language", "read_in", "channel", "assistance", "service"]
NOT_SAID = ""
CLOSING = (
    select(Opening.closes_on, Opening.closed_at, Campaign.closed_at)
    .join(Campaign, Campaign.id == Opening.campaign_id)
    .where(Opening.id == bindparam("opening"))
)
"""Asked at each response, so it is built once."""


@dataclass(frozen=True, slots=True)
class OptionFigure:
    """How many responses chose one option."""

    key: str
    words: Words
    pictogram: str
    role: str
    count: int


@dataclass(frozen=True, slots=True)
class QuestionFigures:
    """One question over several openings: how many answered it, by option or in own words."""

    questionnaire_id: int
    key: str
    number: int
    kind: str
    words: Words
    pictogram: str
    maximum: int | None
    answered: int
    texts: int
    options: tuple[OptionFigure, ...]


def asked(session: Session, version_id: int) -> VersionAsked:
    """A version as it is asked; a published one never changes, so the caller may keep it."""
    version = session.scalars(
        select(Version)
        .where(Version.id == version_id)
        .options(
            joinedload(Version.questionnaire),
            selectinload(Version.questions).selectinload(Question.options),
            selectinload(Version.questions).selectinload(Question.statements),
        )
        .execution_options(populate_existing=True)
    ).one()
    questions = tuple(
        _question(question, number) for number, question in enumerate(version.questions, start=1)
    )
    return VersionAsked(
        version.id, version.questionnaire.title, questions, tuple(version.languages)
    )


def _question(question: Question, number: int) -> QuestionAsked:
    return QuestionAsked(
        id=question.id,
        number=number,
        key=question.key,
        kind=question.kind,
        words=question.words,
        hint=question.hint,
        pictogram=question.pictogram,
        maximum=question.maximum,
        options=tuple(
            OptionAsked(one.id, one.key, one.role, one.words, one.pictogram, one.picture)
            for one in question.options
        ),
        statements=tuple(
            StatementAsked(one.id, one.key, one.words, one.pictogram) for one in question.statements
        ),
        picture=question.picture,
        lowest=question.lowest,
        highest=question.highest,
        decimals=question.decimals,
        unit=question.unit,
        precision=question.precision,
        is_required=question.is_required,
        condition=question.condition,
    )


def of_token(token: str) -> Select[Opening]:
    """The query for the opening at an address."""
    return select(Opening).where(Opening.token == token)


def is_as_it_was(session: Session, opening: Opening) -> bool:
    """Whether an opening read before still closes when it did; its other facts do not matter."""
    row = session.connection().execute(CLOSING, {"opening": opening.id}).one()
    return tuple(row) == (opening.closes_on, opening.closed_at, opening.campaign.closed_at)


def opening_of_token(session: Session, token: str) -> Opening:
    """The opening at an address, with its campaign; raise NotFound."""
    found = session.scalar(of_token(token).options(joinedload(Opening.campaign)))
    if found is None:
        raise NotFound
    return found


def versions_to_open(session: Session, structure_id: int) -> list[Version]:
    """The last published version of each questionnaire of a structure, the oldest first."""
    found = session.scalars(
        select(Version)
        .where(Version.structure_id == structure_id, Version.published_at.is_not(None))
        .order_by(Version.questionnaire_id, Version.number)
        .options(joinedload(Version.questionnaire))
    )
    return list({one.questionnaire_id: one for one in found}.values())


def openings_of(session: Session, campaign: Campaign) -> Sequence[Opening]:
    """The openings of a campaign, in the order in which they were made."""
    return session.scalars(
        select(Opening)
        .where(Opening.campaign_id == campaign.id)
        .order_by(Opening.id)
        .options(
            joinedload(Opening.service),
            joinedload(Opening.version).joinedload(Version.questionnaire),
        )
    ).all()


def open_at_kiosk(session: Session, service_id: int, *, on: date) -> list[Opening]:
    """What the tablet of a service asks on a day, in the order in which it was opened."""
    found = session.scalars(
        select(Opening)
        .join(Campaign)
        .where(
            Opening.service_id == service_id,
            Opening.closed_at.is_(None),
            Opening.opens_on <= on,
            Opening.closes_on >= on,
            Campaign.closed_at.is_(None),
        )
        .order_by(Opening.id)
        .options(
            joinedload(Opening.campaign),
            joinedload(Opening.version).joinedload(Version.questionnaire),
        )
    )
    return [opening for opening in found if Channel.KIOSK in opening.channels]


def answered(session: Session, opening_ids: Iterable[int]) -> int:
    """How many responses several openings received."""
    counting = select(func.count()).where(Response.opening_id.in_(list(opening_ids)))
    return session.scalar(counting) or 0


def responses_by_opening(session: Session, opening_ids: Iterable[int]) -> dict[int, int]:
    """How many responses each opening received; 0 for those without any."""
    ids = list(opening_ids)
    rows = session.execute(
        select(Response.opening_id, func.count().label("responses"))
        .where(Response.opening_id.in_(ids))
        .group_by(Response.opening_id)
    )
    return {**dict.fromkeys(ids, 0), **{one.opening_id: one.responses for one in rows}}


def participation_by(session: Session, opening_ids: Iterable[int], by: By) -> dict[str, int]:
    """How many responses for each language tag, channel, assistance or name of service.

    Whoever did not say who helped is under "". The caller merges what is too small to be shown.
    """
    ids = list(opening_ids)
    if by == "service":
        rows = session.execute(
            select(Service.name, func.count())
            .select_from(Response)
            .join(Opening, Opening.id == Response.opening_id)
            .join(Service, Service.id == Opening.service_id)
            .where(Response.opening_id.in_(ids))
            .group_by(Service.name)
        )
        return {str(name): count for name, count in rows}
    column: InstrumentedAttribute[Any] = getattr(Response, by)
    counted = session.execute(
        select(column, func.count()).where(Response.opening_id.in_(ids)).group_by(column)
    )
    return {NOT_SAID if value is None else str(value): count for value, count in counted}


def counts(session: Session, opening_ids: Iterable[int]) -> list[QuestionFigures]:
    """Every question of several openings with its counts; versions are counted together by key."""
    ids = list(opening_ids)
    figures = figures_of(session, ids)
    versions = session.execute(
        select(Version.questionnaire_id, Version.number, Version.id)
        .join(Opening, Opening.version_id == Version.id)
        .where(Opening.id.in_(ids))
        .order_by(Version.questionnaire_id, Version.number)
        .distinct()
    ).all()
    merged: dict[tuple[int, str], QuestionFigures] = {}
    for questionnaire_id, _number, version_id in versions:
        for question in asked(session, version_id).questions:
            name = (questionnaire_id, question.key)
            found = figures_for(question, questionnaire_id, figures)
            merged[name] = together(merged[name], found) if name in merged else found
    return list(merged.values())


def figures_of(session: Session, opening_ids: Sequence[int]) -> dict[str, dict[str, int]]:
    """Question id -> mark -> count, as a Cut holds them."""
    figures: dict[str, dict[str, int]] = {}
    questions = _questions_of(session, opening_ids)
    for row in _marks_counted(session, opening_ids):
        counted = figures.setdefault(str(row.question_id), {})
        mark = mark_of(questions[row.question_id], row.option_id, row.statement_id, row.value)
        counted[mark] = counted.get(mark, 0) + row.responses
        if row.value is not None and row.option_id is None:
            counted["sum"] = counted.get("sum", 0) + row.value * row.responses
    people = session.execute(
        select(Answer.question_id, func.count(distinct(Answer.response_id)))
        .where(Answer.opening_id.in_(opening_ids))
        .group_by(Answer.question_id)
    )
    for question_id, count in people:
        figures[str(question_id)]["answered"] = count
    return figures


def mark_of(
    question: QuestionAsked, option_id: int | None, statement_id: int | None, value: int | None
) -> str:
    """What a Cut calls one mark."""
    if statement_id is not None:
        return f"{statement_id}:{option_id}"
    if option_id is not None:
        return str(option_id) if value is None else f"{option_id}@{value}"
    return "text" if value is None else f"@{band_of(question, value)}"


def _questions_of(session: Session, opening_ids: Sequence[int]) -> dict[int, QuestionAsked]:
    versions = session.scalars(
        select(Opening.version_id)
        .where(Opening.id.in_(opening_ids))
        .order_by(Opening.version_id)
        .distinct()
    ).all()
    return {one.id: one for found in versions for one in asked(session, found).questions}


def _marks_counted(
    session: Session, opening_ids: Sequence[int]
) -> Sequence[Row[int, int | None, int | None, int | None, int]]:
    marks = (Answer.question_id, Answer.option_id, Answer.statement_id, Answer.value)
    return session.execute(
        select(*marks, func.count().label("responses"))
        .where(Answer.opening_id.in_(opening_ids))
        .group_by(*marks)
    ).all()


def figures_for(
    question: QuestionAsked, questionnaire_id: int, figures: Mapping[str, Mapping[str, int]]
) -> QuestionFigures:
    """One question with its counts; what nobody chose counts 0."""
    found = figures.get(str(question.id), {})
    options = tuple(
        OptionFigure(one.key, one.words, one.pictogram, one.role.value, found.get(str(one.id), 0))
        for one in question.options
    )
    return QuestionFigures(
        questionnaire_id,
        question.key,
        question.number,
        question.kind,
        question.words,
        question.pictogram,
        question.maximum,
        found.get("answered", 0),
        found.get("text", 0),
        options,
    )


def together(earlier: QuestionFigures, later: QuestionFigures) -> QuestionFigures:
    """Two versions of a question: the words of the later one, the counts of both."""
    before = {option.key: option for option in earlier.options}
    options = [
        OptionFigure(
            one.key,
            one.words,
            one.pictogram,
            one.role,
            one.count + (before.pop(one.key).count if one.key in before else 0),
        )
        for one in later.options
    ]
    return QuestionFigures(
        later.questionnaire_id,
        later.key,
        later.number,
        later.kind,
        later.words,
        later.pictogram,
        later.maximum,
        earlier.answered + later.answered,
        earlier.texts + later.texts,
        (*options, *before.values()),
    )


def cut_of(session: Session, opening_id: int) -> Cut | None:
    """The figures that everybody sees, if there are any yet."""
    return session.get(Cut, opening_id)
