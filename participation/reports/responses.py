"""What was answered, as it may be shown: whole questions, who took part, one breakdown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import distinct, func, select
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.disclosure.groups import OTHER, crossed, merge_participation
from participation.disclosure.shares import tenths
from participation.disclosure.thresholds import may_publish_totals
from participation.questionnaires import counting, queries
from participation.questionnaires import figures as answers
from participation.questionnaires.asked import QuestionAsked
from participation.questionnaires.drafts import OptionRole
from participation.questionnaires.models import Answer, Opening, Option, Question, Response
from participation.reports.figures import BARS, FACES, QuestionFigures, Row, Split, SplitRow
from participation.reports.synthesis import Breakdown

ONE, SEVERAL = "one_choice", "several_choices"
MOST_FINDINGS = 3
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

    While one is open, only the figures that everybody sees count: they advance by 5 at least.
    """
    by_questionnaire: dict[int, list[Opening]] = {}
    for opening in queries.openings_of(session, campaign):
        by_questionnaire.setdefault(opening.version.questionnaire_id, []).append(opening)
    found = [
        Asked(
            openings[-1].version.questionnaire.title.best("fr").text,
            tuple(openings),
            sum(shown_responses(session, one, on=on) for one in openings),
            any(is_open(one, on) for one in openings),
        )
        for openings in by_questionnaire.values()
    ]
    return [one for one in found if may_publish_totals(one.responses)]


def is_open(opening: Opening, on: date) -> bool:
    """Whether more responses may still come."""
    return opening.campaign.closed_at is None and opening.is_open(on)


def shown_responses(session: Session, opening: Opening, *, on: date) -> int:
    """How many responses of one opening the figures rest on."""
    if is_open(opening, on):
        cut = queries.cut_of(session, opening.id)
        return cut.responses if cut else 0
    return queries.answered(session, [opening.id])


def figures(session: Session, asked: Asked, *, on: date) -> list[QuestionFigures]:
    """Every question with options, the versions counted together by key."""
    merged: dict[str, answers.QuestionFigures] = {}
    for opening in asked.openings:
        counted = shown_figures(session, opening, on=on)
        for question in queries.asked(session, opening.version_id).questions:
            found = answers.figures_for(question, opening.version.questionnaire_id, counted)
            known = merged.get(question.key)
            merged[question.key] = answers.together(known, found) if known else found
    return [question_figures(one, asked) for one in merged.values() if one.options]


def shown_figures(
    session: Session, opening: Opening, *, on: date
) -> Mapping[str, Mapping[str, int]]:
    """Question id -> option id -> count: of everybody, or of the stored cut while it is open."""
    if is_open(opening, on):
        cut = queries.cut_of(session, opening.id)
        return cut.figures if cut else {}
    return counting.figures_of(session, opening.id)


def question_figures(counted: answers.QuestionFigures, asked: Asked) -> QuestionFigures:
    """One question as a drawing needs it; refusals and skips are told apart, and add up."""
    shown = [one for one in counted.options if one.role != OptionRole.RATHER_NOT]
    if counted.kind == SEVERAL:
        shown.sort(key=lambda one: -one.count)
    marked = findings({one.key: one.count for one in shown}, is_several=counted.kind == SEVERAL)
    return QuestionFigures(
        title=counted.words.best("fr").text,
        kind=FACES if counted.kind == FACES else BARS,
        total=asked.responses,
        rows=tuple(
            Row(one.words.best("fr").text, one.count, one.pictogram, one.key in marked)
            for one in shown
        ),
        questionnaire=asked.title,
        without_answer=max(asked.responses - counted.answered, 0),
        declined=sum(one.count for one in counted.options if one.role == OptionRole.RATHER_NOT),
        at_most=(counted.maximum or 0) if counted.kind == SEVERAL else 1,
    )


def findings(counts: Mapping[str, int], *, is_several: bool) -> frozenset[str]:
    """The rows drawn dark: the largest, or the three largest where several could be chosen."""
    wanted = MOST_FINDINGS if is_several else 1
    largest = sorted((count for count in counts.values() if count), reverse=True)[:wanted]
    if not largest:
        return frozenset()
    found = frozenset(key for key, count in counts.items() if count >= largest[-1])
    return found if len(found) <= MOST_FINDINGS else frozenset()


def breakdown(session: Session, asked: Sequence[Asked]) -> Breakdown | None:
    """Who answered the questionnaire that received most; nothing while it is open."""
    closed = [one for one in asked if not one.is_open]
    if not closed:
        return None
    largest = max(closed, key=lambda one: one.responses)
    ids = [opening.id for opening in largest.openings]
    return Breakdown(
        largest.title,
        largest.responses,
        rows_by(session, ids, "language"),
        rows_by(session, ids, "assistance"),
        rows_by(session, ids, "channel"),
    )


def rows_by(session: Session, opening_ids: Sequence[int], by: queries.By) -> tuple[Row, ...]:
    """One table of participation, groups under 5 put together."""
    groups = queries.participation_by(session, opening_ids, by)
    table = merge_participation({name or NOT_SAID: size for name, size in groups.items()})
    if table is None:
        return ()
    rows = [Row(name, size) for name, size in table.groups]
    return tuple([*rows, Row(OTHER, table.other)] if table.other else rows)


def split(session: Session, asked: Asked) -> Split | None:
    """The one breakdown of a questionnaire: its first single choice, by language.

    It is always the same one, so that nobody can look for a person by asking for others. Shares are
    of all the responses in a language: how many skipped the question in a small group is not told.
    """
    question = next(
        (one for one in _questions(session, asked) if one.kind == ONE and one.options), None
    )
    if question is None or asked.is_open:
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
