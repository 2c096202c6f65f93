"""Dates told by month, or by year or decade once there are too many to read."""

from collections.abc import Callable, Mapping, Sequence

from participation.questionnaires.bands import PER_MONTH
from participation.questionnaires.drafts import Precision
from participation.questionnaires.figures import BandFigure

MOST_ROWS = 12
DECADE = 10
LAST_MONTH = 12


def readable(bands: Sequence[BandFigure], precision: str) -> tuple[str, tuple[BandFigure, ...]]:
    """ "month", "year" or "decade", and bands without a hole from the first to the last.

    A decade is shown as "from 1950 to 1959"; decades are never folded further.
    """
    counts = {band.first: band.count for band in bands}
    if not counts:
        return "year", ()
    if precision != Precision.YEAR:
        if months := without_hole(counts, after_month):
            return "month", months
        counts = summed(counts, lambda month: month // PER_MONTH)
    if years := without_hole(counts, lambda year: year + 1):
        return "year", years
    decades = summed(counts, lambda year: year // DECADE * DECADE)
    first, last = min(decades), max(decades)
    return "decade", tuple(
        BandFigure(one, one + DECADE - 1, decades.get(one, 0))
        for one in range(first, last + 1, DECADE)
    )


def after_month(month: int) -> int:
    """202612 is followed by 202701."""
    return month + 1 if month % PER_MONTH < LAST_MONTH else (month // PER_MONTH + 1) * PER_MONTH + 1


def without_hole(counts: Mapping[int, int], after: Callable[[int], int]) -> tuple[BandFigure, ...]:
    """Every band from the first to the last; nothing when there are too many to read."""
    one, last = min(counts), max(counts)
    found: list[BandFigure] = []
    while one <= last:
        if len(found) == MOST_ROWS:
            return ()
        found.append(BandFigure(one, one, counts.get(one, 0)))
        one = after(one)
    return tuple(found)


def summed(counts: Mapping[int, int], name_of: Callable[[int], int]) -> dict[int, int]:
    """Counts under larger names."""
    found: dict[int, int] = {}
    for name, count in counts.items():
        found[name_of(name)] = found.get(name_of(name), 0) + count
    return found
