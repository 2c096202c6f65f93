"""Approval votes: the count, ties, and ballots against the rules."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.voting import approval
from participation.voting.ballot import BallotRefused, Reason
from participation.voting.result import Lead, Result, together, why_first

PROPOSALS = ("garden", "meal", "outing")
ballots = st.lists(st.lists(st.sampled_from(PROPOSALS), unique=True), max_size=30)


def test_each_yes_counts_once_and_the_blank_ballot_is_a_ballot() -> None:
    result = approval.count(PROPOSALS, [["garden"], ["garden", "meal"], []])
    assert result.totals == {"garden": 2, "meal": 1, "outing": 0}
    assert result.ranking == (("garden",), ("meal",), ("outing",))
    assert (result.ballots, result.blank) == (3, 1)


def test_equal_totals_tie_in_the_order_of_the_proposals() -> None:
    result = approval.count(PROPOSALS, [["outing"], ["meal"]])
    assert result.ranking == (("meal", "outing"), ("garden",))


def test_nobody_voted() -> None:
    result = approval.count(PROPOSALS, [])
    assert result.ranking == (PROPOSALS,)
    assert (result.ballots, result.blank) == (0, 0)
    assert why_first(result).lead is Lead.NOTHING_CHOSEN


@pytest.mark.parametrize(
    ("ballot", "reason"),
    [
        (["cinema"], Reason.UNKNOWN_PROPOSAL),
        ([1], Reason.UNREADABLE),
        ([["garden"]], Reason.UNREADABLE),
        (["meal", "meal"], Reason.NAMED_TWICE),
        ("meal", Reason.UNREADABLE),
        (None, Reason.UNREADABLE),
        ({"meal": 1}, Reason.UNREADABLE),
    ],
)
def test_a_ballot_against_the_rules_is_refused_with_its_position(
    ballot: object, reason: Reason
) -> None:
    with pytest.raises(BallotRefused) as refused:
        approval.count(PROPOSALS, [["meal"], ballot, ["meal"]])
    assert (refused.value.position, refused.value.reason) == (2, reason)


@given(ballots)
def test_the_ranking_holds_every_proposal_and_falls(cast: list[list[str]]) -> None:
    result = approval.count(PROPOSALS, cast)
    assert sorted(name for tied in result.ranking for name in tied) == sorted(PROPOSALS)
    levels = [{result.totals[name] for name in tied} for tied in result.ranking]
    assert all(len(level) == 1 for level in levels)
    assert [max(level) for level in levels] == sorted(set(result.totals.values()), reverse=True)


@given(ballots, st.randoms(use_true_random=False))
def test_the_order_of_casting_changes_nothing(cast: list[list[str]], random: Random) -> None:
    shuffled = list(cast)
    random.shuffle(shuffled)
    assert approval.count(PROPOSALS, shuffled) == approval.count(PROPOSALS, cast)


@given(ballots, ballots)
def test_lines_together_are_one_count(urn: list[list[str]], hands: list[list[str]]) -> None:
    lines = [approval.count(PROPOSALS, urn), approval.count(PROPOSALS, hands)]
    assert together(lines) == approval.count(PROPOSALS, urn + hands)


def count_of(**totals: int) -> Result:
    """A count made of blank rows of one yes each."""
    return approval.count(list(totals), [[name] for name in totals for _ in range(totals[name])])


def test_why_first_gives_the_figures_of_a_lead() -> None:
    why = why_first(count_of(a=5, b=3, c=3, d=1))
    assert (why.lead, why.first, why.total) == (Lead.AHEAD, ("a",), 5)
    assert (why.second, why.second_total, why.ballots) == (("b", "c"), 3, 12)


@pytest.mark.parametrize(
    ("result", "lead"),
    [
        (count_of(a=2, b=2, c=1), Lead.TIED),
        (count_of(a=2, b=2), Lead.ALL_TIED),
        (count_of(a=2), Lead.ALONE),
        (count_of(a=0, b=0), Lead.NOTHING_CHOSEN),
        (approval.count([], []), Lead.NOTHING_CHOSEN),
    ],
)
def test_why_first_shows_a_tie_as_a_tie(result: Result, lead: Lead) -> None:
    assert why_first(result).lead is lead
