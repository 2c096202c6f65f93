"""How many people it takes before a figure may be shown.

Five is this product's own choice. Eleven follows the rule of the French health data centre (no cell
under 11 patients or stays) and of the gridded tax data (11 households).
"""

from collections.abc import Mapping
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
    TOO_FEW_IN_LANGUAGE = "too_few_in_language"
    """The original words: fewer than 11 responses in that language, and nobody was told before."""


def may_publish_totals(ballots: int) -> bool:
    """Tell whether the totals of a whole group may be published, small options included."""
    return ballots >= FEWEST_SHOWN


def why_no_totals(ballots: int) -> Withheld | None:
    """The reason to give instead of totals, if there is one."""
    return None if may_publish_totals(ballots) else Withheld.TOO_FEW


def all_chose_the_same(totals: Mapping[str, int], ballots: int) -> bool:
    """Tell whether every ballot went to one option alone: worth a warning before printing.

    Such a figure says of everybody who was there what each of them chose.
    """
    given = [total for total in totals.values() if total]
    return ballots > 0 and given == [ballots]


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


def may_show_original(*, told_before: bool, responses_in_language: int) -> bool:
    """Tell whether a person's own words may stand, in their language, beside the French."""
    return told_before or responses_in_language >= FEWEST_CROSSED


def why_no_original(*, told_before: bool, responses_in_language: int) -> Withheld | None:
    """The reason to give when only the French translation is shown, if there is one."""
    shown = may_show_original(told_before=told_before, responses_in_language=responses_in_language)
    return None if shown else Withheld.TOO_FEW_IN_LANGUAGE
