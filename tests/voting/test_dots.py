"""Votes by dots: the count, what became of the dots, and ballots against the rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.voting import dots
from participation.voting.ballot import BallotRefused, NamedPairs, Reason
from participation.voting.result import together

PROPOSALS = ("garden", "meal", "outing")
RULES = dots.Rules(dots=5, cap=3)


def test_dots_are_added_and_those_kept_in_hand_are_told() -> None:
    result = dots.count(PROPOSALS, RULES, [{"garden": 3, "meal": 2}, {"meal": 1}, {}])
    assert result.totals == {"garden": 3, "meal": 3, "outing": 0}
    assert result.ranking == (("garden", "meal"), ("outing",))
    assert (result.ballots, result.blank) == (3, 1)
    assert (result.given, result.used, result.unused) == (15, 6, 9)


def test_a_ballot_of_zeros_is_blank() -> None:
    assert dots.count(PROPOSALS, RULES, [{"garden": 0}]).blank == 1


@pytest.mark.parametrize(
    ("ballot", "reason"),
    [
        ({"cinema": 1}, Reason.UNKNOWN_PROPOSAL),
        ({"meal": -1}, Reason.NEGATIVE),
        ({"meal": 1.0}, Reason.NOT_WHOLE),
        ({"meal": True}, Reason.NOT_WHOLE),
        ({"meal": "1"}, Reason.NOT_WHOLE),
        ({"meal": None}, Reason.NOT_WHOLE),
        ({"meal": 4}, Reason.OVER_THE_CAP),
        ({"meal": 10**30}, Reason.OVER_THE_CAP),
        ({"meal": 3, "garden": 3}, Reason.TOO_MANY_DOTS),
        (NamedPairs([("meal", 1), ("meal", 2)]), Reason.NAMED_TWICE),
        (["meal"], Reason.UNREADABLE),
    ],
)
def test_a_ballot_against_the_rules_is_refused_with_its_position(
    ballot: object, reason: Reason
) -> None:
    with pytest.raises(BallotRefused) as refused:
        dots.count(PROPOSALS, RULES, [{}, {}, ballot])
    assert (refused.value.position, refused.value.reason) == (3, reason)


def test_negative_dots_cannot_make_room_for_more() -> None:
    with pytest.raises(BallotRefused):
        dots.read(PROPOSALS, RULES, {"garden": -3, "meal": 3, "outing": 3})


@given(st.lists(st.lists(st.integers(0, 3), min_size=3, max_size=3), max_size=20))
def test_no_dot_is_lost(cast: list[list[int]]) -> None:
    fair = [dict(zip(PROPOSALS, marks, strict=True)) for marks in cast if sum(marks) <= RULES.dots]
    result = dots.count(PROPOSALS, RULES, fair)
    assert result.used == sum(sum(ballot.values()) for ballot in fair)
    assert result.used + result.unused == result.given == RULES.dots * len(fair)


def test_lines_together_keep_account_of_the_dots() -> None:
    phones = dots.count(PROPOSALS, RULES, [{"garden": 3}])
    tokens = dots.count(PROPOSALS, RULES, [{"meal": 2}, {}])
    result = dots.with_dots(together([phones, tokens]), RULES)
    assert (result.given, result.used, result.unused) == (15, 5, 10)
