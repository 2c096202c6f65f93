"""Approval: each person says yes to as many proposals as they like."""

from collections.abc import Iterable, Sequence

from participation.voting.ballot import Marks, as_marks, chosen, places
from participation.voting.result import Result, count_totals


def read(proposals: Sequence[str], ballot: object, *, position: int = 1) -> Marks:
    """Read a list of the proposals that one person says yes to. Raises BallotRefused."""
    known = places(proposals)
    names = chosen(ballot, known, position=position)
    return as_marks(dict.fromkeys(names, 1), known)


def count(proposals: Sequence[str], ballots: Iterable[object]) -> Result:
    """Count ballots written as lists of names. Raises BallotRefused, and then counts nothing."""
    read_ballots = [read(proposals, ballot, position=i) for i, ballot in enumerate(ballots, 1)]
    return count_marks(proposals, read_ballots)


def count_marks(proposals: Sequence[str], ballots: Iterable[Marks]) -> Result:
    """Count ballots that were read before, such as those of an urn."""
    return count_totals(proposals, ballots)
