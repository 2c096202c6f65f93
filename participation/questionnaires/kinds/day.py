"""A date: a day, a month or a year."""

import re
from dataclasses import replace
from datetime import date
from typing import ClassVar

from participation.questionnaires.asked import QuestionAsked
from participation.questionnaires.drafts import Precision, QuestionDraft
from participation.questionnaires.kinds.base import Given, Kind, Mark, Raw, read_apart
from participation.questionnaires.kinds.number import SAME_SIGNS
from participation.questionnaires.rules import BadPrecision, NotADate

FIRST_YEAR, LAST_YEAR = 1900, 2100
WRITTEN = {
    Precision.DAY: (
        re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
        re.compile(r"(?P<day>\d{1,2})[/. -](?P<month>\d{1,2})[/. -](?P<year>\d{4})"),
    ),
    Precision.MONTH: (
        re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})"),
        re.compile(r"(?P<month>\d{1,2})[/. -](?P<year>\d{4})"),
    ),
    Precision.YEAR: (re.compile(r"(?P<year>\d{4})"),),
}
"""As a browser sends it, and as people write it where the browser has no field for dates."""
KEEP_SPACES = {sign: to for sign, to in SAME_SIGNS.items() if to is not None and to != ord(".")}


class Day(Kind):
    """A date no more precise than the question needs; shown by month or by year."""

    name: ClassVar[str] = "date"
    has: ClassVar[frozenset[str]] = frozenset({"precision"})
    types: ClassVar[bool] = True
    has_choices: ClassVar[bool] = False

    def checked(self, draft: QuestionDraft, *, number: int) -> QuestionDraft:
        """By day unless the worker asks for less. Raises BadPrecision."""
        draft = super().checked(draft, number=number)
        precision = draft.precision or Precision.DAY.value
        if precision not in set(Precision):
            raise BadPrecision(question=number)
        return replace(draft, precision=precision)

    def read(self, raw: Raw, question: QuestionAsked) -> Given:
        """A date that exists, from 1900 to 2100, or what stands apart. Raises NotADate."""
        value = value_of(raw.typed, question)
        own = Given() if value is None else Given((Mark(value=value),))
        return read_apart(raw, question, own)


def value_of(typed: str, question: QuestionAsked) -> int | None:
    """20261123, 202611 or 2026; None when nothing was typed."""
    signs = typed.strip().translate(KEEP_SPACES)
    if not signs:
        return None
    for written in WRITTEN[Precision(question.precision)]:
        if found := written.fullmatch(signs):
            return encoded({name: int(one) for name, one in found.groupdict().items()}, question)
    raise NotADate(question=question.number)


def encoded(parts: dict[str, int], question: QuestionAsked) -> int:
    """The parts as one number; raise NotADate for the 30th of February."""
    year, month, day = parts["year"], parts.get("month"), parts.get("day")
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        raise NotADate(question=question.number) from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotADate(question=question.number)
    value = year
    for part in (month, day):
        value = value if part is None else value * 100 + part
    return value
