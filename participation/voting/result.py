"""What a count gives, whatever the method. A tie is shown as a tie, never broken by order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TypeVar

Ranking = tuple[tuple[str, ...], ...]


Key = TypeVar("Key", int, tuple[int, ...])


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A count: the ranking best first with ex aequo together, and how many ballots were blank."""

    ranking: Ranking
    totals: Mapping[str, int]
    ballots: int
    blank: int


class Lead(StrEnum):
    """Why first is first."""

    NOTHING_CHOSEN = "nothing_chosen"
    ALONE = "alone"
    AHEAD = "ahead"
    TIED = "tied"
    ALL_TIED = "all_tied"


@dataclass(frozen=True, slots=True)
class WhyFirst:
    """The figures of one sentence about first place; whoever shows it finds the words.

    `first` holds every proposal in first place, `total` what each of them received, `second` the
    proposals that come next and `second_total` what each of those received (0 without any).
    """

    lead: Lead
    first: tuple[str, ...]
    total: int
    second: tuple[str, ...]
    second_total: int
    ballots: int


def ranked(keys: Mapping[str, Key]) -> Ranking:
    """Rank by key, largest first; equal keys tie, and stand in the order they were given."""
    order = sorted(keys, key=keys.__getitem__, reverse=True)
    return tuple(tuple(same) for _, same in groupby(order, key=keys.__getitem__))


def count_totals(proposals: Sequence[str], ballots: Iterable[Sequence[int]]) -> Result:
    """Add up the marks of each proposal and rank by the sums."""
    rows = list(ballots)
    sums = [sum(column) for column in zip(*rows, strict=True)] or [0] * len(proposals)
    totals = dict(zip(proposals, sums, strict=True))
    blank = sum(not any(row) for row in rows)
    return Result(ranking=ranked(totals), totals=totals, ballots=len(rows), blank=blank)


def together(lines: Sequence[Result]) -> Result:
    """Add up several lines of one tally: the urn, the hands, the tokens, all on equal proposals."""
    proposals = lines[0].totals
    totals = {name: sum(line.totals[name] for line in lines) for name in proposals}
    return Result(
        ranking=ranked(totals),
        totals=totals,
        ballots=sum(line.ballots for line in lines),
        blank=sum(line.blank for line in lines),
    )


def why_first(result: Result) -> WhyFirst:
    """Find what first place rests on: a lead of some marks, a tie, or nothing at all."""
    first = result.ranking[0] if result.ranking else ()
    second = result.ranking[1] if len(result.ranking) > 1 else ()
    return WhyFirst(
        lead=_lead(result, first),
        first=first,
        total=result.totals[first[0]] if first else 0,
        second=second,
        second_total=result.totals[second[0]] if second else 0,
        ballots=result.ballots,
    )


def _lead(result: Result, first: tuple[str, ...]) -> Lead:
    if not first or result.totals[first[0]] == 0:
        return Lead.NOTHING_CHOSEN
    if len(result.totals) == 1:
        return Lead.ALONE
    if len(first) == 1:
        return Lead.AHEAD
    return Lead.TIED if len(result.ranking) > 1 else Lead.ALL_TIED
