"""A one-way table whose total is public: which cells to hide.

Everybody who reads the table can subtract what is shown from the total, and may know this rule.
"""

from collections.abc import Mapping, Sequence

from participation.disclosure.guessing import all_just_under
from participation.disclosure.thresholds import FEWEST_SHOWN


def hidden_cells(cells: Mapping[str, int], *, fewest: int = FEWEST_SHOWN) -> frozenset[str]:
    """The cells to hide: the small ones, and the next smallest until none can be worked out.

    Zeros are shown, except when everything must be hidden: next to a total as small as the table,
    even they would give the ones away.
    """
    hidden = {name: size for name, size in cells.items() if 0 < size < fewest}
    if hidden and sum(cells.values()) <= max(fewest, len(cells)):
        return frozenset(cells)
    shown = {name: size for name, size in cells.items() if size >= fewest}
    while hidden and _can_be_worked_out(list(hidden.values()), list(shown.values()), fewest):
        if not shown:
            return frozenset(cells)
        smallest = min(shown.values())
        hidden |= {name: size for name, size in shown.items() if size == smallest}
        shown = {name: size for name, size in shown.items() if size > smallest}
    return frozenset(hidden)


def _can_be_worked_out(hidden: Sequence[int], shown: Sequence[int], fewest: int) -> bool:
    """Tell whether the sum of the hidden cells, which the total gives, gives one of them away."""
    total, cells = sum(hidden), len(hidden)
    if cells < 2 or total < fewest or total == cells:
        return True
    return all_just_under(hidden, shown, fewest=fewest)
