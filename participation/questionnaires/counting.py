"""Count everything that the figures of an opening hold, in one statement.

One statement sees one state of the database, so that every figure is of the same responses while
others arrive. No response is loaded: the rows are aggregates, as many as there are marks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    BigInteger,
    Integer,
    Row,
    Select,
    String,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from participation.questionnaires.asked import QuestionAsked
from participation.questionnaires.asking import is_asked, was_answered
from participation.questionnaires.bands import band_of
from participation.questionnaires.models import Answer, Opening, Response
from participation.questionnaires.queries import NOT_SAID, asked

ATTRIBUTES = ("language", "channel", "assistance")
"""What may be told of who took part, and what one question may be broken down by."""
SEVERAL_MARKS = frozenset({"several_choices", "agreement"})
"""Kinds with several marks in one answer: whoever answered must be counted by response."""
MARKS = (Answer.question_id, Answer.option_id, Answer.statement_id, Answer.value)
NOTHING: Mapping[int, str] = {}
Figures = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Counted:
    """Question id -> mark -> count as a Cut holds them; attribute -> group -> count; and, for the
    breakdowns asked for, question id -> group -> mark -> count.
    """

    figures: Figures = field(default_factory=dict)
    groups: Figures = field(default_factory=dict)
    broken: dict[int, Figures] = field(default_factory=dict)

    @property
    def responses(self) -> int:
        """Everybody who answered; each response has one language."""
        return sum(self.groups["language"].values())


def count(session: Session, opening_id: int, *, by: Mapping[int, str] = NOTHING) -> Counted:
    """Count one opening; `by`: question id -> the attribute to break it down by."""
    session.flush()
    questions = questions_of(session, opening_id)
    counted = Counted(groups={name: {} for name in ATTRIBUTES})
    people: Figures = {}
    statement = union_all(*statement_parts(opening_id, questions, by))
    for row in session.connection().execute(statement):
        if row.part == "mark":
            add_mark(counted.figures, questions[row.question_id], row)
        elif row.part == "broken":
            add_broken(counted.broken, questions[row.question_id], row)
        elif row.part in ATTRIBUTES:
            counted.groups[row.part][row.name or NOT_SAID] = row.people
        else:
            people.setdefault(str(row.question_id), {})[row.part] = row.people
    for question in questions.values():
        complete(counted.figures, question, people.get(str(question.id), {}))
    return counted


def figures_of(session: Session, opening_id: int) -> Figures:
    """Question id -> mark -> count, as a Cut holds them."""
    return count(session, opening_id).figures


def questions_of(session: Session, opening_id: int) -> dict[int, QuestionAsked]:
    """Every question of an opening by its id."""
    version_id = session.scalars(select(Opening.version_id).where(Opening.id == opening_id)).one()
    return {one.id: one for one in asked(session, version_id).questions}


def statement_parts(
    opening_id: int, questions: Mapping[int, QuestionAsked], by: Mapping[int, str]
) -> list[Select[Any]]:
    """One SELECT for the marks, one for each attribute, and one for each group of people."""
    of_answers, here = Answer.opening_id == opening_id, Response.opening_id == opening_id
    parts = [part("mark", marks=MARKS).where(of_answers).group_by(*MARKS)]
    for name in ATTRIBUTES:
        column = getattr(Response, name)
        parts.append(part(name, name=column).where(here).group_by(column))
    for one in questions.values():
        if one.kind in SEVERAL_MARKS:
            parts.append(part("answered", question=one).where(here, was_answered(one)))
        if one.condition is not None:
            met = is_asked(one, questions.values())
            parts.append(part("asked", question=one).where(here, met))
    for question_id, attribute in by.items():
        column = getattr(Response, attribute)
        parts.append(
            part("broken", name=column, marks=MARKS)
            .join(Response, Response.id == Answer.response_id)
            .where(of_answers, Answer.question_id == question_id)
            .group_by(column, *MARKS)
        )
    return parts


def part(
    told: str,
    *,
    name: Any = None,
    question: QuestionAsked | None = None,
    marks: Sequence[Any] = (),
) -> Select[Any]:
    """One SELECT of the statement; all of them have the same columns."""
    nothing = cast(null(), Integer)
    numbers = marks or (
        nothing if question is None else literal(question.id),
        nothing,
        nothing,
        cast(null(), BigInteger),
    )
    names = ("question_id", "option_id", "statement_id", "value")
    return select(
        literal(told).label("part"),
        cast(null() if name is None else name, String).label("name"),
        *(column.label(label) for column, label in zip(numbers, names, strict=True)),
        func.count().label("people"),
    ).select_from(Answer if marks else Response)


def add_mark(figures: Figures, question: QuestionAsked, row: Row[Any]) -> None:
    """Add one counted mark; numbers add to their sum too."""
    counted = figures.setdefault(str(question.id), {})
    mark = mark_of(question, row)
    counted[mark] = counted.get(mark, 0) + row.people
    if row.value is not None and row.option_id is None and question.kind == "number":
        counted["sum"] = counted.get("sum", 0) + row.value * row.people


def add_broken(broken: dict[int, Figures], question: QuestionAsked, row: Row[Any]) -> None:
    """Add one counted mark to its group."""
    marks = broken.setdefault(question.id, {}).setdefault(row.name or NOT_SAID, {})
    mark = mark_of(question, row)
    marks[mark] = marks.get(mark, 0) + row.people


def mark_of(question: QuestionAsked, row: Row[Any]) -> str:
    """What a Cut calls one mark."""
    if row.statement_id is not None:
        return f"{row.statement_id}:{row.option_id}"
    if row.option_id is not None:
        return str(row.option_id) if row.value is None else f"{row.option_id}@{row.value}"
    return "text" if row.value is None else f"@{band_of(question, row.value)}"


def complete(figures: Figures, question: QuestionAsked, people: Mapping[str, int]) -> None:
    """Add how many answered one question, and of how many it was asked if not of everybody."""
    marks = figures.get(str(question.id), {})
    if question.kind not in SEVERAL_MARKS:
        people = {**people, "answered": answered(question, marks)}
    if marks or "asked" in people:
        figures[str(question.id)] = {**marks, **people}


def answered(question: QuestionAsked, marks: Mapping[str, int]) -> int:
    """How many answered: an order of importance always has a first place, others one mark."""
    if question.kind != "ranking":
        return sum(count for mark, count in marks.items() if mark != "sum")
    return sum(count for mark, count in marks.items() if mark.endswith("@1") or "@" not in mark)
