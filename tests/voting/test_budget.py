"""The shared envelope against a twin that asks every voter one by one."""

from fractions import Fraction
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.voting import budget
from participation.voting.ballot import BallotRefused, Reason

Ballots = list[list[str]]


def most_one_pays(cost: int, purses: list[Fraction]) -> Fraction | None:
    """The payment that, asked of each purse or taken whole, adds up to the cost."""
    for rich in range(len(purses), 0, -1):
        poor = sorted(purses)[: len(purses) - rich]
        most = (cost - sum(poor)) / rich
        if all(purse <= most for purse in poor) and sorted(purses)[-rich] >= most:
            return most
    return None


def one_round(
    costs: dict[str, int], ballots: Ballots, share: Fraction
) -> tuple[list[str], list[str]]:
    """Equal shares without completion: what is selected, and what ties."""
    purses, selected = [share] * len(ballots), list[str]()
    while True:
        offers = {}
        for name in costs.keys() - set(selected):
            supporters = [i for i, ballot in enumerate(ballots) if name in ballot]
            most = most_one_pays(costs[name], [purses[i] for i in supporters])
            if most is not None:
                votes = costs[name] / most if most else Fraction(len(supporters))
                offers[name] = (votes, len(supporters), -costs[name], most)
        if not offers:
            return selected, []
        best = max(offer[:3] for offer in offers.values())
        tied = [name for name in costs if name in offers and offers[name][:3] == best]
        if len(tied) > 1:
            return selected, tied
        selected += tied
        most = offers[tied[0]][3]
        purses = [
            purse - min(purse, most) if tied[0] in ballots[i] else purse
            for i, purse in enumerate(purses)
        ]


def twin(costs: dict[str, int], envelope: int, ballots: Ballots) -> tuple[list[str], list[str]]:
    """Equal shares, raised one unit at a time."""
    wanted = {name for ballot in ballots for name in ballot}
    share = Fraction(envelope, len(ballots))
    selected, tied = one_round(costs, ballots, share)
    while not tied and set(selected) != wanted:
        share += 1
        further, tied = one_round(costs, ballots, share)
        if sum(costs[name] for name in further) > envelope:
            return selected, []
        selected = selected if tied else further
    return selected, tied


NAMES = ["A", "B", "C", "D"]
polls = st.tuples(
    st.fixed_dictionaries({name: st.integers(0, 40) for name in NAMES}),
    st.integers(0, 80),
    st.lists(st.lists(st.sampled_from(NAMES), unique=True), min_size=1, max_size=7),
)


@given(polls)
def test_the_choice_is_that_of_the_twin(poll: tuple[dict[str, int], int, Ballots]) -> None:
    costs, envelope, ballots = poll
    result = budget.count(costs, envelope, ballots)
    assert (list(result.selected), list(result.tied)) == twin(costs, envelope, ballots)


@given(polls)
def test_no_more_is_spent_than_there_is(poll: tuple[dict[str, int], int, Ballots]) -> None:
    costs, envelope, ballots = poll
    result = budget.count(costs, envelope, ballots)
    assert result.left == envelope - sum(costs[name] for name in result.selected) >= 0
    assert all(result.totals[name] > 0 for name in result.selected)


def test_the_envelope_is_shared_and_what_is_left_is_told() -> None:
    result = budget.count({"A": 250, "B": 400}, 600, [["A"], ["A", "B"]])
    assert result.selected == ("A",)
    assert (result.left, result.tied) == (350, ())
    assert result.ranking == (("A",), ("B",))


def test_a_minority_gets_its_share() -> None:
    ballots = [["A", "B"]] * 6 + [["C"]] * 4
    result = budget.count({"A": 60, "B": 55, "C": 40}, 100, ballots)
    assert result.selected[0] == "B"
    assert "C" in result.selected


def test_a_blank_ballot_is_a_voter_whose_share_is_not_spent_at_first() -> None:
    result = budget.count({"A": 50}, 100, [["A"], []])
    assert (result.selected, result.ballots, result.blank) == (("A",), 2, 1)


def test_equals_in_everything_are_listed_as_tied() -> None:
    result = budget.count({"A": 60, "B": 60}, 60, [["A"], ["B"]])
    assert (result.selected, result.tied, result.left) == ((), ("A", "B"), 60)


def test_nobody_voted() -> None:
    result = budget.count({"A": 60}, 60, [])
    assert (result.selected, result.tied, result.left) == ((), (), 60)


def test_amounts_that_would_take_for_ever_are_refused_and_large_ones_are_not() -> None:
    with pytest.raises(budget.UnitTooSmall):
        budget.count({"A": 10**9, "B": 1}, 10**9, [["A"], ["B"]])
    assert budget.count({"A": 10**9, "B": 1}, 2 * 10**9, [["A"], ["B"]]).selected == ("B", "A")


def test_a_ballot_against_the_rules_is_refused() -> None:
    with pytest.raises(BallotRefused) as refused:
        budget.count({"A": 60}, 60, [["A"], ["A", "A"]])
    assert (refused.value.position, refused.value.reason) == (2, Reason.NAMED_TWICE)


def test_a_whole_residence_is_counted_in_a_few_seconds() -> None:
    costs = {f"P{i}": 150 + 37 * i for i in range(12)}
    ballots = [[name for j, name in enumerate(costs) if (i * (j + 3)) % 5 < 2] for i in range(80)]
    started = perf_counter()
    budget.count(costs, 2000, ballots)
    assert perf_counter() - started < 10
