"""The story has dates of its own; the demonstration moves them all by one offset."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Self

from babel.dates import format_date

from participation.languages import REGISTRY

FOLLOW_UP = date(2027, 3, 15)
"""The last day of the story: the follow-up of the commitments."""
FOLLOW_UP_WAS = timedelta(days=7)
"""How long ago that day must seem to be."""
PLACEHOLDER = re.compile(r"\{(day|date|month) (\d{4}-\d{2}-\d{2})\}")
PATTERNS = {"day": "d MMMM", "date": "d MMMM y", "month": "LLLL y"}


@dataclass(frozen=True, slots=True)
class Calendar:
    """Moves the story's days, and the days that its texts name, so that intervals stay."""

    offset: timedelta

    @classmethod
    def seen_on(cls, today: date) -> Self:
        """The calendar by which the follow-up was a week before this day."""
        return cls(today - FOLLOW_UP_WAS - FOLLOW_UP)

    def day(self, told: date) -> date:
        """The day on which something told in the story takes place."""
        return told + self.offset

    def text(self, told: str, language: str = "fr") -> str:
        """The text with each {day ISO}, {date ISO} and {month ISO} moved and written in its language."""
        return PLACEHOLDER.sub(
            lambda found: _written(found[1], self.day(date.fromisoformat(found[2])), language), told
        )

    def moved(self, told: Any, language: str = "fr") -> Any:
        """The same value with every day and text in it moved; a key that is a language sets it."""
        if isinstance(told, str):
            return self.text(told, language)
        if isinstance(told, date):
            return self.day(told)
        if isinstance(told, Mapping):
            return {
                key: self.moved(value, key if key in REGISTRY else language)
                for key, value in told.items()
            }
        return [self.moved(value, language) for value in told] if isinstance(told, list) else told


def _written(kind: str, day: date, language: str) -> str:
    written = format_date(day, PATTERNS[kind], locale=REGISTRY[language].locale)
    return re.sub(r"^1 ", "1er ", written) if kind != "month" and language == "fr" else written
