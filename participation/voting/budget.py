"""A shared envelope, counted by the Method of Equal Shares with cost utility.

Everybody holds an equal share of the envelope and pays only for what they said yes to (Peters,
Pierczynski and Skowron, equalshares.net). What is left is used by raising every share one unit of
money at a time, as long as the choice costs no more than the envelope.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from participation.errors import Refused
from participation.voting import approval
from participation.voting.ballot import Marks
from participation.voting.result import Result

MOST_RAISES = 1_000_000
"""Beyond so many raises of one unit, the amounts are to be counted in a larger unit."""


class UnitTooSmall(Refused):
    """Raising the shares one unit at a time could take more than `MOST_RAISES` steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetResult(Result):
    """A choice within an envelope; the ranking is by number of supporters.

    `selected` is in order of choice, `left` is the money that nothing was found for, and `tied`
    holds the proposals among which the method could not choose.
    """

    selected: tuple[str, ...]
    left: int
    tied: tuple[str, ...]


@dataclass(slots=True)
class _Voters:
    """People who cast the same ballot; each of them has `money` left."""

    approved: frozenset[str]
    people: int
    money: Fraction


@dataclass(frozen=True, slots=True)
class _Choice:
    selected: tuple[str, ...]
    tied: tuple[str, ...]


def count(costs: Mapping[str, int], envelope: int, ballots: Iterable[object]) -> BudgetResult:
    """Count ballots written as lists of names. Raises BallotRefused, and then counts nothing."""
    proposals = list(costs)
    rows = [
        approval.read(proposals, ballot, position=position)
        for position, ballot in enumerate(ballots, 1)
    ]
    return count_marks(costs, envelope, rows)


def count_marks(costs: Mapping[str, int], envelope: int, ballots: Iterable[Marks]) -> BudgetResult:
    """Count ballots that were read before, such as those of an urn. Raises UnitTooSmall."""
    rows = list(ballots)
    support = approval.count_marks(list(costs), rows)
    choice = _complete(costs, envelope, rows, support.totals) if rows else _Choice((), ())
    return BudgetResult(
        ranking=support.ranking,
        totals=support.totals,
        ballots=support.ballots,
        blank=support.blank,
        selected=choice.selected,
        left=envelope - _cost(choice, costs),
        tied=choice.tied,
    )


def _complete(
    costs: Mapping[str, int], envelope: int, rows: list[Marks], support: Mapping[str, int]
) -> _Choice:
    """Raise the shares until a choice costs too much, ties, or takes everything that is wanted."""
    alike = Counter(rows)
    wanted = sum(people > 0 for people in support.values())
    share = Fraction(envelope, len(rows))
    if max((costs[name] for name in costs if support[name]), default=0) - share > MOST_RAISES:
        raise UnitTooSmall
    kept = _equal_shares(costs, _voters(alike, costs, share), support)
    while not kept.tied and len(kept.selected) < wanted:
        share += 1
        choice = _equal_shares(costs, _voters(alike, costs, share), support)
        if _cost(choice, costs) > envelope:
            break
        kept = _Choice(kept.selected, choice.tied) if choice.tied else choice
    return kept


def _cost(choice: _Choice, costs: Mapping[str, int]) -> int:
    return sum(costs[name] for name in choice.selected)


def _voters(alike: Mapping[Marks, int], costs: Mapping[str, int], share: Fraction) -> list[_Voters]:
    return [
        _Voters(frozenset(name for name, yes in zip(costs, row, strict=True) if yes), people, share)
        for row, people in alike.items()
    ]


def _equal_shares(
    costs: Mapping[str, int], voters: list[_Voters], support: Mapping[str, int]
) -> _Choice:
    """Choose the proposal with the most effective votes, again and again, and let them pay."""
    selected: list[str] = []
    hopes = {name: Fraction(people) for name, people in support.items() if people}
    while best := _most_effective(hopes, costs, voters):
        strongest = min((-support[name], costs[name]) for name in best)
        tied = [name for name in best if (-support[name], costs[name]) == strongest]
        if len(tied) > 1:
            return _Choice(tuple(selected), tuple(name for name in costs if name in tied))
        [name] = tied
        _pay(name, costs[name], hopes.pop(name), voters)
        selected.append(name)
    return _Choice(tuple(selected), ())


def _most_effective(
    hopes: dict[str, Fraction], costs: Mapping[str, int], voters: list[_Voters]
) -> list[str]:
    """The proposals with the most effective votes among those that can still be paid.

    `hopes` holds the last known effective votes. They only fall as money is spent, so that what
    stands below the best found needs no new look; what can no longer be paid leaves for good.
    """
    best: list[str] = []
    for name in sorted(hopes, key=hopes.__getitem__, reverse=True):
        if best and hopes[name] < hopes[best[0]]:
            break
        votes = _effective_votes(name, costs[name], voters)
        if votes is None:
            del hopes[name]
            continue
        hopes[name] = votes
        if not best or votes > hopes[best[0]]:
            best = [name]
        elif votes == hopes[best[0]]:
            best.append(name)
    return best


def _effective_votes(name: str, cost: int, voters: list[_Voters]) -> Fraction | None:
    """The cost over the most that one supporter pays, when all pay alike or all they have left."""
    supporters = sorted((v for v in voters if name in v.approved), key=lambda v: v.money)
    people, rest = sum(v.people for v in supporters), Fraction(cost)
    if cost == 0:
        return Fraction(people)
    for voter in supporters:
        if voter.money * people >= rest:
            return cost * people / rest
        rest -= voter.money * voter.people
        people -= voter.people
    return None


def _pay(name: str, cost: int, effective_votes: Fraction, voters: list[_Voters]) -> None:
    most = cost / effective_votes
    for voter in voters:
        if name in voter.approved:
            voter.money -= min(voter.money, most)
