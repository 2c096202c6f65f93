"""What is asked, and how many answered what: each figure is one SQL aggregate."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Literal

from sqlalchemy import Select, bindparam, func, select
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
from participation.questionnaires.models import (
    Cut,
    Opening,
    Question,
    Response,
    Version,
)

By = Literal["language", "read_in", "channel", "assistance", "service"]
NOT_SAID = ""
CLOSING = (
    select(Opening.closes_on, Opening.closed_at, Campaign.closed_at)
    .join(Campaign, Campaign.id == Opening.campaign_id)
    .where(Opening.id == bindparam("opening"))
)
"""Asked at each response, so it is built once."""


def asked(session: Session, version_id: int) -> VersionAsked:
    """A version as it is asked; a published one never changes, so the caller may keep it."""
    version = session.scalars(
        select(Version)
        .where(Version.id == version_id)
        .options(
            selectinload(Version.questions).selectinload(Question.options),
            selectinload(Version.questions).selectinload(Question.statements),
        )
        .execution_options(populate_existing=True)
    ).one()
    questions = tuple(
        _question(question, number) for number, question in enumerate(version.questions, start=1)
    )
    return VersionAsked(version.id, version.title, questions, tuple(version.languages))


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


def cut_of(session: Session, opening_id: int) -> Cut | None:
    """The figures that everybody sees, if there are any yet."""
    return session.get(Cut, opening_id)
