"""Tables of groups, with the small ones merged into "other".

Groups of one size are merged together or not at all: choosing one of two equals by the alphabet
would tell, to somebody who knows this rule, which sizes were possible.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from participation.disclosure.guessing import all_just_under
from participation.disclosure.thresholds import FEWEST_CROSSED, FEWEST_SHOWN, Withheld

OTHER = "other"


@dataclass(frozen=True, slots=True)
class Table:
    """Groups that may be shown, largest first, and everybody else together (0 when nobody is)."""

    groups: tuple[tuple[str, int], ...]
    other: int

    @property
    def total(self) -> int:
        """Everybody in the table."""
        return self.other + sum(size for _, size in self.groups)

    @property
    def names(self) -> frozenset[str]:
        """The groups shown by name; whoever belongs to none of them counts as "other"."""
        return frozenset(name for name, _ in self.groups)


def merge_participation(groups: Mapping[str, int]) -> Table | None:
    """Who took part, one way: every figure is 5 or more. None when no named group is left.

    A group that is already called "other" (folded when a campaign closed) joins the rest.
    """
    table = _merged(groups, FEWEST_SHOWN)
    return table if table.groups else None


def crossed(groups: Mapping[str, int]) -> Table | None:
    """The groups whose answers may be compared: every figure is 11 or more.

    "Other" counts as a group. None when fewer than two are left.
    """
    table = _merged(groups, FEWEST_CROSSED)
    return table if len(table.groups) + (table.other > 0) >= 2 else None


def why_no_participation(groups: Mapping[str, int]) -> Withheld | None:
    """The reason to give instead of the table of participation, if there is one."""
    if sum(groups.values()) < FEWEST_SHOWN:
        return Withheld.TOO_FEW
    return Withheld.GROUPS_TOO_SMALL if merge_participation(groups) is None else None


def why_not_crossed(groups: Mapping[str, int]) -> Withheld | None:
    """The reason to give instead of the answers by group, if there is one."""
    if sum(groups.values()) < FEWEST_SHOWN:
        return Withheld.TOO_FEW
    return Withheld.NOT_TWO_GROUPS if crossed(groups) is None else None


def _merged(groups: Mapping[str, int], fewest: int) -> Table:
    """Merge the smallest into "other" until every figure is 0 or large enough."""
    folded = groups.get(OTHER, 0)
    merged = [folded] if folded else []
    left = {name: size for name, size in groups.items() if size > 0 and name != OTHER}
    while left and _must_merge(merged, list(left.values()), fewest):
        smallest = min(left.values())
        merged += [size for size in left.values() if size == smallest]
        left = {name: size for name, size in left.items() if size > smallest}
    largest_first = sorted(left.items(), key=lambda group: (-group[1], group[0]))
    return Table(tuple(largest_first), sum(merged))


def _must_merge(merged: Sequence[int], left: Sequence[int], fewest: int) -> bool:
    if min(left) < fewest or 0 < sum(merged) < fewest:
        return True
    return len(merged) > 1 and all_just_under(merged, left, fewest=fewest)
