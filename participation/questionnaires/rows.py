"""The responses of one opening, one row each, for the administrator alone.

A row holds answers and nothing else: no day, channel, language or assistance, no own words, and no
order. decisions/0016 says when it may be made, and why numbers and dates stay in their bands.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby
from operator import attrgetter

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from participation.disclosure.thresholds import FEWEST_CROSSED
from participation.exchange.sheets import Cell
from participation.questionnaires.asked import QuestionAsked
from participation.questionnaires.bands import band_of
from participation.questionnaires.kinds import kind_named
from participation.questionnaires.models import Answer, Opening
from participation.questionnaires.queries import answered, asked
from participation.questionnaires.rules import (
    GRACE,
    RowsNotYet,
    TooFewForRows,
    closing_moment,
    counts_still,
)
from participation.questionnaires.shown import shown

AT_ONCE = 5000
"""Answers read at a time."""
NAMED_APART = "apart"
"""The column for "I don't know" where an answer is not the key of an option."""
Mark = Row[int, int, int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name is made of keys, so that versions and sites compare."""

    name: str
    question: QuestionAsked
    option_id: int | None = None
    statement_id: int | None = None
    is_apart: bool = False
    keys: Mapping[int | None, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rows:
    """Every response of an opening in random order."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def why_no_rows(session: Session, opening: Opening, *, at: datetime) -> None:
    """Raise RowsNotYet while a response may still arrive, and TooFewForRows under eleven."""
    closed = closing_moment(opening.closes_on, opening.closed_at, opening.campaign.closed_at)
    if counts_still(closed=closed, at=at):
        raise RowsNotYet(hours=GRACE // timedelta(hours=1))
    if answered(session, [opening.id]) < FEWEST_CROSSED:
        raise TooFewForRows(fewest=FEWEST_CROSSED)


def rows_of(session: Session, opening: Opening, *, at: datetime) -> Rows:
    """The answers, without the questions that too few people were asked.

    Raises RowsNotYet and TooFewForRows.
    """
    why_no_rows(session, opening, at=at)
    hidden = {one.key for one in shown(session, [opening]).questions if one.withheld}
    questions = [
        one
        for one in asked(session, opening.version_id).questions
        if kind_named(one.kind).is_answered and one.key not in hidden
    ]
    columns = [column for one in questions for column in columns_of(one)]
    by_response = groupby(marks_of(session, opening.id), key=attrgetter("response_id"))
    rows = [cells(columns, list(marks)) for _response, marks in by_response]
    random.SystemRandom().shuffle(rows)
    return Rows(tuple(one.name for one in columns), tuple(rows))


def columns_of(question: QuestionAsked) -> Iterator[Column]:
    """One column for a single answer, one for each part of a richer one; none for own words."""
    kind, key = kind_named(question.kind), question.key
    keys: Mapping[int | None, str] = {one.id: one.key for one in question.options}
    if question.kind == "several_choices":
        yield from (Column(f"{key}.{one.key}", question, one.id) for one in question.options)
        return
    if question.kind == "ranking":
        yield from (Column(f"{key}.{one.key}", question, one.id) for one in question.choices)
    elif question.statements:
        for row in question.statements:
            yield Column(f"{key}.{row.key}", question, statement_id=row.id, keys=keys)
    elif not kind.takes_words:
        yield Column(key, question, keys={} if kind.types else keys)
    if question.apart and (kind.types or question.statements or question.kind == "ranking"):
        apart: Mapping[int | None, str] = {one.id: one.key for one in question.apart}
        yield Column(f"{key}.{NAMED_APART}", question, is_apart=True, keys=apart)


def marks_of(session: Session, opening_id: int) -> Iterator[Mark]:
    """What was answered, response by response."""
    statement = (
        select(
            Answer.response_id,
            Answer.question_id,
            Answer.option_id,
            Answer.statement_id,
            Answer.value,
        )
        .where(Answer.opening_id == opening_id)
        .order_by(Answer.response_id, Answer.id)
        .execution_options(yield_per=AT_ONCE)
    )
    return iter(session.execute(statement))


def cells(columns: Sequence[Column], marks: Sequence[Mark]) -> tuple[Cell, ...]:
    """One response: an empty cell where nothing was answered."""
    by_question: dict[int, list[Mark]] = {}
    for mark in marks:
        by_question.setdefault(mark.question_id, []).append(mark)
    return tuple(cell(one, by_question.get(one.question.id, ())) for one in columns)


def cell(column: Column, marks: Sequence[Mark]) -> Cell:
    """What one response says in one column."""
    kind = column.question.kind
    if kind == "several_choices":
        return int(any(one.option_id == column.option_id for one in marks)) if marks else None
    if kind == "ranking" and not column.is_apart:
        return next((one.value for one in marks if one.option_id == column.option_id), None)
    if column.statement_id is not None:
        marks = [one for one in marks if one.statement_id == column.statement_id]
    if column.keys:
        return next(
            (column.keys[one.option_id] for one in marks if one.option_id in column.keys), None
        )
    values = (one.value for one in marks if one.value is not None)
    return next((band_of(column.question, one) for one in values), None)
