"""How wide the columns of a sheet are, so that it reads well as soon as it is opened."""

from participation.exchange.sheets import Sheet

NARROWEST, WIDEST = 10, 60
LOOKED_AT = 50
"""Rows that decide."""


def widths(sheet: Sheet) -> list[int]:
    """The width of each column in characters: its longest line, within reason."""
    return [
        max(
            NARROWEST,
            min(WIDEST, 2 + max(longest(line[column]) for line in sheet.lines[:LOOKED_AT])),
        )
        for column in range(len(sheet.head))
    ]


def longest(cell: object) -> int:
    """The characters of the longest line of a cell."""
    return max((len(line) for line in str("" if cell is None else cell).splitlines()), default=0)
