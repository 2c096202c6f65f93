"""The best informed reader: knows every rule, the total, and which groups there can be."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import product

Cells = Mapping[str, int]
Hides = Callable[[Cells], frozenset[str]]


def small_groups_given_away(
    hides: Hides, *, groups: int, largest: int, fewest: int
) -> list[dict[str, int]]:
    """Every table in which what is shown leaves only one possible size to a small group."""
    worlds = defaultdict(list)
    for sizes in product(range(largest + 1), repeat=groups):
        cells = dict(zip("abcdef", sizes, strict=False))
        hidden = hides(cells)
        view = tuple(None if name in hidden else size for name, size in cells.items())
        worlds[sum(sizes), view].append(cells)
    return [alike[0] for alike in worlds.values() if _told(alike, fewest)]


def _told(alike: list[dict[str, int]], fewest: int) -> bool:
    possible = [{cells[name] for cells in alike} for name in alike[0]]
    return any(len(sizes) == 1 and 0 < min(sizes) < fewest for sizes in possible)
