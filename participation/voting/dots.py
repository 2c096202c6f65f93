"""Dots: the same number of dots for each person, and a most that one proposal may receive."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from participation.voting.ballot import (
    BallotRefused,
    Marks,
    Reason,
    as_marks,
    is_whole,
    pairs,
    places,
)
from participation.voting.result import Result, count_totals


@dataclass(frozen=True, slots=True)
class Rules:
    """How many dots each person has, and how many of them one proposal may receive."""

    dots: int
    cap: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DotsResult(Result):
    """A count of dots: how many were handed out, laid down, and kept in hand."""

    given: int
    used: int
    unused: int


def read(proposals: Sequence[str], rules: Rules, ballot: object, *, position: int = 1) -> Marks:
    """Read how many dots one person gives each proposal. Raises BallotRefused."""
    known = places(proposals)
    given = {
        name: _dots(value, name, rules, position)
        for name, value in pairs(ballot, known, position=position).items()
    }
    if sum(given.values()) > rules.dots:
        raise BallotRefused(position, Reason.TOO_MANY_DOTS)
    return as_marks(given, known)


def _dots(value: object, name: str, rules: Rules, position: int) -> int:
    if not is_whole(value):
        raise BallotRefused(position, Reason.NOT_WHOLE, name)
    if value < 0:
        raise BallotRefused(position, Reason.NEGATIVE, name)
    if value > rules.cap:
        raise BallotRefused(position, Reason.OVER_THE_CAP, name)
    return value


def count(proposals: Sequence[str], rules: Rules, ballots: Iterable[object]) -> DotsResult:
    """Count ballots written as name -> dots. Raises BallotRefused, and then counts nothing."""
    rows = [read(proposals, rules, ballot, position=i) for i, ballot in enumerate(ballots, 1)]
    return count_marks(proposals, rules, rows)


def count_marks(proposals: Sequence[str], rules: Rules, ballots: Iterable[Marks]) -> DotsResult:
    """Count ballots that were read before, such as those of an urn."""
    return with_dots(count_totals(proposals, ballots), rules)


def with_dots(result: Result, rules: Rules) -> DotsResult:
    """Say of a count, or of several lines together, what became of the dots."""
    given = rules.dots * result.ballots
    used = sum(result.totals.values())
    return DotsResult(
        ranking=result.ranking,
        totals=result.totals,
        ballots=result.ballots,
        blank=result.blank,
        given=given,
        used=used,
        unused=given - used,
    )
