"""Majority judgment: what the grades given to one proposal say.

The majority grade is the lower middlemost one. Proposals are ordered by their majority value: the
grades met when the middlemost grade is removed again and again (Balinski and Laraki, "Majority
Judgment"). Equal values are a true tie.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

Profile = tuple[int, ...]
"""How many people gave each grade, from the worst to the best."""


@dataclass(frozen=True, slots=True)
class Gauge:
    """Why a proposal stands where it does: "half at least said this grade or better"."""

    grade: int
    above: int
    same: int
    below: int


def majority_grade(profile: Profile) -> int | None:
    """The lower middlemost grade, from 0 for the worst; None when nobody judged."""
    total = sum(profile)
    reached = enumerate(accumulate(profile))
    return (
        next((grade for grade, people in reached if 2 * people >= total), None) if total else None
    )


def gauge(profile: Profile) -> Gauge | None:
    """How many people stand above, at and below the majority grade; None when nobody judged."""
    grade = majority_grade(profile)
    if grade is None:
        return None
    return Gauge(grade, sum(profile[grade + 1 :]), profile[grade], sum(profile[:grade]))


def majority_key(profile: Profile, *, times: int = 1) -> tuple[int, ...]:
    """A key that sorts profiles of one total as their majority values do, best largest.

    Everybody is counted twice (and `times` over), so that the total is even: the value is then a
    walk from the middle outwards, one grade on the lower side and one on the upper. It is kept in
    runs of equal pairs. A run that ends because the lower side falls is better when longer; one
    that ends because the upper side rises is better when shorter; the last run lies in between.
    """
    runs = list(_runs([2 * times * people for people in profile]))
    key: list[int] = []
    for (low, high, length), following in zip(runs, [*runs[1:], None], strict=False):
        if following is None:
            key += (low, high, 1, 0)
        elif following[0] < low:
            key += (low, high, 0, length)
        else:
            key += (low, high, 2, -length)
    return tuple(key)


def _runs(profile: list[int]) -> Iterator[tuple[int, int, int]]:
    """Walk outwards from the middle of an even profile: lower grade, upper grade, how long."""
    left = sum(profile) // 2
    lower, upper = _halves(profile, left)
    while left:
        (low, below), (high, above) = lower[-1], upper[-1]
        length = min(below, above)
        yield low, high, length
        left -= length
        _take(lower, length)
        _take(upper, length)


def _halves(profile: list[int], half: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The worse and the better half as (grade, people), the middlemost last in both."""
    ends = list(accumulate(profile))
    worse = [max(0, min(end, half) - (end - n)) for end, n in zip(ends, profile, strict=True)]
    better = [n - w for n, w in zip(profile, worse, strict=True)]
    lower = [(grade, people) for grade, people in enumerate(worse) if people]
    upper = [(grade, people) for grade, people in enumerate(better) if people]
    return lower, upper[::-1]


def _take(side: list[tuple[int, int]], people: int) -> None:
    grade, there = side.pop()
    if there > people:
        side.append((grade, there - people))
