"""Count everything that the figures of an opening hold, in one statement.

One statement sees one state of the database, so that every figure is of the same responses while
others arrive. No response is loaded: the rows are aggregates, as many as there are marks.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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

from participation.questionnaires.asked import QuestionAsked, VersionAsked
from participation.questionnaires.bands import band_of
from participation.questionnaires.conditions_sql import is_asked, was_answered
from participation.questionnaires.models import Answer, Opening, Response
from participation.questionnaires.queries import NOT_SAID, asked

ATTRIBUTES = ("language", "channel", "assistance")
"""What may be told of who took part, and what one question may be broken down by."""
SEVERAL_MARKS = frozenset({"several_choices", "agreement"})
"""Kinds with several marks in one answer: whoever answered must be counted by response."""
MARKS = (Answer.question_id, Answer.option_id, Answer.statement_id, Answer.value)
NO_ROW, NO_VALUE = cast(null(), Integer), cast(null(), BigInteger)
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
        """Everybody who answered: each response is in one group of any attribute."""
        return max(sum(groups.values()) for groups in self.groups.values())


def count(
    session: Session,
    opening_id: int,
    *,
    by: Mapping[int, str] = NOTHING,
    version: VersionAsked | None = None,
) -> Counted:
    """Count one opening; `by`: question id -> the attribute to break it down by.

    `version` spares reading what is asked.
    """
    questions = by_id(version) if version else questions_of(session, opening_id)
    parts = [
        *parts_of_everybody(opening_id, questions),
        *parts_by_group(opening_id, ATTRIBUTES, by),
    ]
    return counted(session, questions, parts)


def count_groups(session: Session, opening_id: int, *, by: Mapping[int, str]) -> Counted:
    """Only the breakdowns of some questions and their groups, without the figures of all."""
    parts = parts_by_group(opening_id, sorted(set(by.values())), by)
    return counted(session, questions_of(session, opening_id), parts)


def counted(
    session: Session, questions: Mapping[int, QuestionAsked], parts: Iterable[Select[Any]]
) -> Counted:
    """Run one statement and put its rows where they belong."""
    session.flush()
    found = Counted(groups={name: {} for name in ATTRIBUTES})
    people: Figures = {}
    for row in session.connection().execute(union_all(*parts)):
        if row.part == "mark":
            add_mark(found.figures, questions[row.question_id], row)
        elif row.part == "broken":
            add_broken(found.broken, questions[row.question_id], row)
        elif row.part in ATTRIBUTES:
            found.groups[row.part][row.name or NOT_SAID] = row.people
        else:
            people.setdefault(str(row.question_id), {})[row.part] = row.people
    for question in questions.values():
        complete(found.figures, question, people.get(str(question.id), {}))
    return found


def figures_of(session: Session, opening_id: int) -> Figures:
    """Question id -> mark -> count, as a Cut holds them."""
    return count(session, opening_id).figures


def questions_of(session: Session, opening_id: int) -> dict[int, QuestionAsked]:
    """Every question of an opening by its id."""
    version_id = session.scalars(select(Opening.version_id).where(Opening.id == opening_id)).one()
    return by_id(asked(session, version_id))


def by_id(version: VersionAsked) -> dict[int, QuestionAsked]:
    """The questions of a version by their ids."""
    return {one.id: one for one in version.questions}


def parts_of_everybody(
    opening_id: int, questions: Mapping[int, QuestionAsked]
) -> Iterator[Select[Any]]:
    """The marks of every question, who answered those with several, and who was asked."""
    here = Response.opening_id == opening_id
    yield part("mark", marks=MARKS).where(Answer.opening_id == opening_id).group_by(*MARKS)
    for one in questions.values():
        if one.kind in SEVERAL_MARKS:
            yield part("answered", question=one).where(here, was_answered(one))
        if one.condition is not None:
            yield part("asked", question=one).where(here, is_asked(one, questions.values()))


def parts_by_group(
    opening_id: int, attributes: Iterable[str], by: Mapping[int, str]
) -> Iterator[Select[Any]]:
    """Who took part, and the marks of some questions by group."""
    for name in attributes:
        column = getattr(Response, name)
        yield part(name, name=column).where(Response.opening_id == opening_id).group_by(column)
    for question_id, attribute in by.items():
        yield part_broken(opening_id, question_id, getattr(Response, attribute))


def part_broken(opening_id: int, question_id: int, column: Any) -> Select[Any]:
    """The options of one question by group, response by response: an index holds all it reads."""
    return (
        part("broken", name=column, marks=(Answer.question_id, Answer.option_id, NO_ROW, NO_VALUE))
        .join(Response, Response.id == Answer.response_id)
        .where(Response.opening_id == opening_id, Answer.question_id == question_id)
        .group_by(column, Answer.question_id, Answer.option_id)
    )


def part(
    told: str,
    *,
    name: Any = None,
    question: QuestionAsked | None = None,
    marks: Sequence[Any] = (),
) -> Select[Any]:
    """One SELECT of the statement; all of them have the same columns."""
    asked_of = NO_ROW if question is None else literal(question.id)
    numbers = marks or (asked_of, NO_ROW, NO_ROW, NO_VALUE)
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
