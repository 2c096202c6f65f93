"""A sheet as a plain value, and what makes a text harmless wherever it is written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from participation.errors import Refused

Cell = str | int | float | None
MOST_ROWS = 1_048_576
"""Rows of a sheet in Excel and LibreOffice, the head included."""
LONGEST = 32_767
"""Characters of a cell in Excel, counted as UTF-16 does."""
CUT = "…"
UNREADABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Signs that XML 1.0 forbids, DEL, and halves of characters."""
INVISIBLE = r"[\s\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]*"
BEGINS = r"[=+\-@\u2212\uff1d\uff0b\uff0d\uff20]"
"""What a spreadsheet takes for the beginning of a formula, in ordinary and in full width."""
CALCULATES = re.compile(rf"{INVISIBLE}{BEGINS}")


class TooManyRows(Refused):
    """More rows than a spreadsheet can hold; facts: most."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its name, the names of its columns, its rows. A cell without value is None."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]

    def __post_init__(self) -> None:
        """Refuse what a spreadsheet would silently leave out."""
        if len(self.rows) >= MOST_ROWS:
            raise TooManyRows(most=MOST_ROWS - 1)

    @property
    def lines(self) -> Sequence[Sequence[Cell]]:
        """The head, then the rows."""
        return (self.head, *self.rows)


def readable(text: str) -> str:
    """A text that every format can hold: plain spaces and line breaks, no sign that breaks XML."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return UNREADABLE.sub("\ufffd", text)


def short_enough(text: str) -> str:
    """A text cut where a cell of Excel ends."""
    if len(text.encode("utf-16-le")) // 2 <= LONGEST:
        return text
    kept = text.encode("utf-16-le")[: (LONGEST - len(CUT)) * 2]
    return kept.decode("utf-16-le", "ignore") + CUT


def would_calculate(text: str) -> bool:
    """Whether a spreadsheet that is not told the type of a cell could calculate this text."""
    return CALCULATES.match(text) is not None
