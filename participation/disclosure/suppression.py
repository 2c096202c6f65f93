"""A one-way table whose total is public: which cells to hide.

Everybody who reads the table can subtract what is shown from the total, and may know this rule.
"""

from collections.abc import Mapping

from participation.disclosure.thresholds import FEWEST_SHOWN


def hidden_cells(cells: Mapping[str, int], *, fewest: int = FEWEST_SHOWN) -> frozenset[str]:
    """The cells to hide: the small ones, and the next smallest until none can be worked out.

    Zeros are shown, except when everything must be hidden.
    """
    hidden = {name: size for name, size in cells.items() if 0 < size < fewest}
    while hidden and _can_be_worked_out(list(hidden.values()), fewest):
        left = [size for name, size in cells.items() if size > 0 and name not in hidden]
        if not left:
            return frozenset(cells)
        hidden |= {name: size for name, size in cells.items() if size == min(left)}
    return frozenset(hidden)


def _can_be_worked_out(hidden: list[int], fewest: int) -> bool:
    """Tell whether the sum of the hidden cells gives one away.

    A sum of as many ones as there are cells, or of as many of the largest small number, can only
    be made in one way.
    """
    total, cells = sum(hidden), len(hidden)
    return cells < 2 or total < fewest or total in {cells, cells * (fewest - 1)}
