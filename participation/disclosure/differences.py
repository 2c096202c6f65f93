"""Figures that were published before must not tell one person by subtraction from newer ones."""

from collections.abc import Mapping

from participation.disclosure.thresholds import FEWEST_SHOWN


def too_close(published: Mapping[str, int], newer: Mapping[str, int]) -> frozenset[str]:
    """The names whose newer figure differs from the published one by 1 to 4 people.

    For an edition, a language or a service that comes later: when this is not empty, the figures
    already published are repeated instead, with their date.
    """
    both = published.keys() & newer.keys()
    return frozenset(name for name in both if 0 < abs(newer[name] - published[name]) < FEWEST_SHOWN)
