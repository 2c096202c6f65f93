"""What was answered, as it may be shown: whole questions, who took part, one breakdown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import distinct, func, select
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.disclosure.groups import OTHER, crossed
from participation.disclosure.shares import tenths
from participation.disclosure.thresholds import may_publish_totals
from participation.questionnaires import figures as answers
from participation.questionnaires import queries
from participation.questionnaires.asked import QuestionAsked
from participation.questionnaires.joining import joined
from participation.questionnaires.models import Answer, Opening, Option, Question, Response
from participation.questionnaires.shown import breakdowns_of, shown
from participation.reports.figures import QuestionFigures, Row, Split, SplitRow
from participation.reports.questions import drawings
from participation.reports.synthesis import Breakdown

ONE = "one_choice"
NOT_SAID = "not_said"


@dataclass(frozen=True, slots=True)
class Asked:
    """One questionnaire of a campaign: its openings and how many responses may be shown."""

    title: str
    openings: tuple[Opening, ...]
    responses: int
    is_open: bool


def asked_in(session: Session, campaign: Campaign, *, on: date) -> list[Asked]:
    """The questionnaires of a campaign with 5 responses or more, in the order they were opened.

    Only the figures that everybody sees count: while one is open they advance by 5 at least.
    """
    by_questionnaire: dict[int, list[Opening]] = {}
    for opening in queries.openings_of(session, campaign):
        by_questionnaire.setdefault(opening.version.questionnaire_id, []).append(opening)
    found = [
        Asked(
            openings[-1].version.title.best("fr").text,
            tuple(openings),
            sum(shown_responses(session, one) for one in openings),
            any(is_open(one, on) for one in openings),
        )
        for openings in by_questionnaire.values()
    ]
    return [one for one in found if may_publish_totals(one.responses)]


def is_open(opening: Opening, on: date) -> bool:
    """Whether more responses may still come."""
    return opening.campaign.closed_at is None and opening.is_open(on)


def shown_responses(session: Session, opening: Opening) -> int:
    """How many responses of one opening the figures rest on."""
    cut = queries.cut_of(session, opening.id)
    return cut.responses if cut else 0


def figures(session: Session, asked: Asked) -> list[QuestionFigures]:
    """Every question that can be drawn, the versions counted together by key."""
    parts = [
        part
        for opening in asked.openings
        for part in answers.figures_of_version(
            queries.asked(session, opening.version_id),
            opening.version.questionnaire_id,
            shown_figures(session, opening),
            shown_responses(session, opening),
        )
    ]
    return [one for counted in joined(parts) for one in drawings(counted, asked.title)]


def shown_figures(session: Session, opening: Opening) -> Mapping[str, Mapping[str, int]]:
    """Question id -> mark -> count, as everybody sees it: when an opening closes, of everybody."""
    cut = queries.cut_of(session, opening.id)
    return cut.figures if cut else {}


def breakdown(session: Session, asked: Sequence[Asked]) -> Breakdown | None:
    """Who answered the questionnaire that received most; nothing while it is open."""
    closed = [one for one in asked if not one.is_open]
    if not closed:
        return None
    largest = max(closed, key=lambda one: one.responses)
    groups = shown(session, largest.openings).participation
    return Breakdown(
        largest.title,
        largest.responses,
        rows_of(groups["language"]),
        rows_of(groups["assistance"]),
        rows_of(groups["channel"]),
    )


def rows_of(groups: Mapping[str, int]) -> tuple[Row, ...]:
    """One table of participation as it was stored, groups under 5 put together last."""
    largest_first = sorted(groups.items(), key=lambda one: (one[0] == OTHER, -one[1], one[0]))
    return tuple(Row(name or NOT_SAID, size) for name, size in largest_first)


def split(session: Session, asked: Asked) -> Split | None:
    """The one breakdown of a questionnaire: its first single choice, by language.

    It is always the same one, so that nobody can look for a person by asking for others. Shares are
    of all the responses in a language: how many skipped the question in a small group is not told.
    """
    question = next(
        (one for one in _questions(session, asked) if one.kind == ONE and one.options), None
    )
    if question is None or asked.is_open or is_told_otherwise(session, asked, question.key):
        return None
    option = question.options[0]
    ids = [opening.id for opening in asked.openings]
    table = crossed(queries.participation_by(session, ids, "language"))
    if table is None:
        return None
    chose = by_language(session, ids, question.key, option.key)
    named = [split_row(name, size, chose.get(name, 0)) for name, size in table.groups]
    others = sum(count for name, count in chose.items() if name not in table.names)
    if table.other:
        named.append(split_row(OTHER, table.other, others))
    return Split(
        asked.title,
        question.words.best("fr").text,
        option.words.best("fr").text,
        tuple(named),
    )


def is_told_otherwise(session: Session, asked: Asked, key: str) -> bool:
    """Whether staff chose to break the question down by something else: never by two things."""
    named = {
        question.id
        for opening in asked.openings
        for question in queries.asked(session, opening.version_id).questions
        if question.key == key
    }
    return any(
        chosen.attribute != "language"
        for opening in asked.openings
        for question_id, chosen in breakdowns_of(session, opening.id).items()
        if question_id in named
    )


def split_row(language: str, responses: int, chose: int) -> SplitRow:
    """One group's share, in tenths."""
    share = tenths(chose, responses)
    return SplitRow(language, responses, share.tenths, share.precision.value)


def _questions(session: Session, asked: Asked) -> Sequence[QuestionAsked]:
    return queries.asked(session, asked.openings[-1].version_id).questions


def by_language(
    session: Session, opening_ids: Sequence[int], question: str, option: str
) -> dict[str, int]:
    """How many responses in each language chose one option of a question."""
    chose = (
        select(Response.language, func.count(distinct(Response.id)))
        .join(Answer, Answer.response_id == Response.id)
        .join(Question, Question.id == Answer.question_id)
        .join(Option, Option.id == Answer.option_id)
        .where(Response.opening_id.in_(opening_ids))
        .where(Question.key == question, Option.key == option)
        .group_by(Response.language)
    )
    return {row[0]: row[1] for row in session.execute(chose)}
