"""Colours: each person gives a grade to the proposals they want to judge (majority judgment).

Profiles of different totals are compared in proportion.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import lcm

from participation.voting.ballot import (
    BallotRefused,
    Marks,
    Reason,
    as_marks,
    is_whole,
    pairs,
    places,
)
from participation.voting.majority import Gauge, Profile, gauge, majority_grade, majority_key
from participation.voting.result import Ranking, ranked


class Missing(StrEnum):
    """What a proposal that somebody did not judge receives: nothing, or the worst grade."""

    PASS = "pass"  # noqa: S105 - to pass a question, not a secret
    WORST = "worst"


class Lead(StrEnum):
    """Why first is first."""

    NOTHING_JUDGED = "nothing_judged"
    ALONE = "alone"
    HIGHER_GRADE = "higher_grade"
    SAME_GRADE = "same_grade"
    TIED = "tied"


@dataclass(frozen=True, slots=True)
class WhyFirst:
    """The figures of one sentence about first place.

    With the same majority grade in first and second place, what decides is how many people stand
    above and below it, then the grades nearest to the middle.
    """

    lead: Lead
    first: tuple[str, ...]
    gauge: Gauge | None
    second: tuple[str, ...]
    second_gauge: Gauge | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ColoursResult:
    """A count of grades; proposals judged by fewer than half of the ballots have no rank."""

    ranking: Ranking
    profiles: Mapping[str, Profile]
    grades: Mapping[str, int | None]
    """The place of the majority grade, from 0 for the worst; None for one that nobody judged."""
    unranked: tuple[str, ...]
    ballots: int
    blank: int


def read(
    proposals: Sequence[str], grades: Sequence[str], ballot: object, *, position: int = 1
) -> Marks:
    """Read the grade that one person gives each proposal they judge. Raises BallotRefused."""
    known = places(proposals)
    given = {
        name: _mark(grade, name, grades, position)
        for name, grade in pairs(ballot, known, position=position).items()
    }
    return as_marks(given, known)


def named(ballots: Iterable[object]) -> list[str]:
    """Every proposal that a ballot names, in the order in which they are first named."""
    found = [name for ballot in ballots if isinstance(ballot, Mapping) for name in ballot]
    return list(dict.fromkeys(found))


def _mark(grade: object, name: str, grades: Sequence[str], position: int) -> int:
    if not isinstance(grade, str) or grade not in grades:
        raise BallotRefused(position, Reason.UNKNOWN_GRADE, name)
    return grades.index(grade) + 1


def count_marks(
    proposals: Sequence[str], grades: int, ballots: Iterable[Marks], missing: Missing = Missing.PASS
) -> ColoursResult:
    """Count ballots that were read before, such as those of an urn."""
    rows = list(ballots)
    columns = list(zip(*rows, strict=True)) or [()] * len(proposals)
    profiles = {
        name: tuple(column.count(mark) for mark in range(1, grades + 1))
        for name, column in zip(proposals, columns, strict=True)
    }
    blank = sum(not any(row) for row in rows)
    return count_profiles(profiles, ballots=len(rows), blank=blank, missing=missing)


def count_profiles(
    profiles: Mapping[str, Profile],
    *,
    ballots: int,
    blank: int = 0,
    missing: Missing = Missing.PASS,
) -> ColoursResult:
    """Rank proposals by their profiles."""
    if missing is Missing.WORST:
        profiles = {name: _filled_up(profile, ballots) for name, profile in profiles.items()}
    judged = {name: sum(profile) for name, profile in profiles.items()}
    enough = {name: profile for name, profile in profiles.items() if 2 * judged[name] >= ballots}
    common = lcm(*(judged[name] or 1 for name in enough))
    keys = {
        name: majority_key(profile, times=common // (judged[name] or 1))
        for name, profile in enough.items()
    }
    return ColoursResult(
        ranking=ranked(keys),
        profiles=profiles,
        grades={name: majority_grade(profile) for name, profile in profiles.items()},
        unranked=tuple(name for name in profiles if name not in enough),
        ballots=ballots,
        blank=blank,
    )


def read_profile(name: str, counts: object, grades: int) -> Profile:
    """Read how many people gave each grade. Raises BallotRefused with the proposal's name."""
    if not isinstance(counts, Sequence) or isinstance(counts, str) or len(counts) != grades:
        raise BallotRefused(name, Reason.WRONG_LENGTH)
    return tuple(_count(value, name) for value in counts)


def _count(value: object, name: str) -> int:
    if not is_whole(value):
        raise BallotRefused(name, Reason.NOT_WHOLE, name)
    if value < 0:
        raise BallotRefused(name, Reason.NEGATIVE, name)
    return value


def _filled_up(profile: Profile, ballots: int) -> Profile:
    return (profile[0] + ballots - sum(profile), *profile[1:])


def together(lines: Sequence[ColoursResult]) -> ColoursResult:
    """Add up several lines of one tally, all on the same proposals and grades."""
    profiles = {
        name: tuple(map(sum, zip(*(line.profiles[name] for line in lines), strict=True)))
        for name in lines[0].profiles
    }
    return count_profiles(
        profiles,
        ballots=sum(line.ballots for line in lines),
        blank=sum(line.blank for line in lines),
    )


def why_first(result: ColoursResult) -> WhyFirst:
    """Find what first place rests on: a higher grade, a closer look at the same one, or a tie."""
    first, second = (*result.ranking, (), ())[:2]
    first_gauge = gauge(result.profiles[first[0]]) if first else None
    second_gauge = gauge(result.profiles[second[0]]) if second else None
    lead = _lead(first, first_gauge, second_gauge)
    return WhyFirst(lead, first, first_gauge, second, second_gauge)


def _lead(first: tuple[str, ...], gauge: Gauge | None, second: Gauge | None) -> Lead:
    if gauge is None:
        return Lead.NOTHING_JUDGED
    if len(first) > 1:
        return Lead.TIED
    if second is None:
        return Lead.ALONE
    return Lead.HIGHER_GRADE if gauge.grade > second.grade else Lead.SAME_GRADE
