"""How many people it takes before a figure may be shown.

Five is this product's own choice. Eleven follows the rule of the French health data centre (no cell
under 11 patients or stays) and of the gridded tax data (11 households).
"""

from enum import StrEnum

FEWEST_SHOWN = 5
FEWEST_CROSSED = 11


class Withheld(StrEnum):
    """Why something is not shown, so that the reader can be told in one sentence."""

    TOO_FEW = "too_few"
    """Fewer than 5 ballots or responses."""
    GROUPS_TOO_SMALL = "groups_too_small"
    """Who took part: once small groups are merged, no named group is left."""
    NOT_TWO_GROUPS = "not_two_groups"
    """Answers by group: there are not two groups of 11 to compare."""
    TOO_FEW_SINCE = "too_few_since"
    """Fewer than 5 responses came since the figures last shown, which stand."""


def may_publish_totals(ballots: int) -> bool:
    """Tell whether the totals of a whole group may be published, small options included."""
    return ballots >= FEWEST_SHOWN


def next_cut(shown: int, now: int) -> int:
    """How many responses the figures of an open campaign should rest on, given the last ones shown.

    They advance by at least 5 responses at a time, so that nobody can tell what one more response
    said by looking twice. Zero means that nothing is shown yet.
    """
    return now if now - shown >= FEWEST_SHOWN else shown


def why_not_newer(shown: int, now: int) -> Withheld | None:
    """The reason why the newest responses are not in the figures shown, if there are any."""
    cut = next_cut(shown, now)
    if not may_publish_totals(cut):
        return Withheld.TOO_FEW
    return None if cut == now else Withheld.TOO_FEW_SINCE
