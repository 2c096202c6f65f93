"""Votes by colours: ballots, passes, ranks and lines."""

import pytest

from participation.voting import colours
from participation.voting.ballot import BallotRefused, Reason
from participation.voting.colours import Lead, Missing, why_first

GRADES = ("rejected", "poor", "fair", "good", "excellent")
PROPOSALS = ("A", "B", "C")


def count(*ballots: object, missing: Missing = Missing.PASS) -> colours.ColoursResult:
    """Count ballots written as name -> grade."""
    rows = [colours.read(PROPOSALS, GRADES, ballot, position=i) for i, ballot in enumerate(ballots)]
    return colours.count_marks(PROPOSALS, len(GRADES), rows, missing)


def test_a_proposal_is_judged_by_those_who_judged_it() -> None:
    result = count({"A": "good", "B": "poor"}, {"A": "fair", "B": "poor"}, {"A": "good"}, {})
    assert result.profiles["A"] == (0, 0, 1, 2, 0)
    assert result.grades == {"A": 3, "B": 1, "C": None}
    assert result.ranking == (("A",), ("B",))
    assert result.unranked == ("C",)
    assert (result.ballots, result.blank) == (4, 1)


def test_passing_may_count_as_the_worst_grade() -> None:
    result = count({"A": "good", "B": "poor"}, {"A": "fair"}, {}, missing=Missing.WORST)
    assert result.profiles["A"] == (1, 0, 1, 1, 0)
    assert result.grades == {"A": 2, "B": 0, "C": 0}
    assert result.ranking == (("A",), ("B",), ("C",))
    assert result.unranked == ()


def test_profiles_of_different_totals_are_compared_in_proportion() -> None:
    result = colours.count_profiles({"A": (0, 2, 2), "B": (0, 3, 3), "C": (1, 2, 3)}, ballots=6)
    assert result.ranking == (("A", "B"), ("C",))


def test_nobody_voted() -> None:
    result = count()
    assert result.ranking == (PROPOSALS,)
    assert result.grades == {"A": None, "B": None, "C": None}
    assert why_first(result).lead is Lead.NOTHING_JUDGED


@pytest.mark.parametrize(
    ("profiles", "lead"),
    [
        ({"A": (0, 1, 4), "B": (0, 4, 1)}, Lead.HIGHER_GRADE),
        ({"A": (0, 3, 2), "B": (0, 4, 1)}, Lead.SAME_GRADE),
        ({"A": (0, 3, 2), "B": (0, 3, 2)}, Lead.TIED),
        ({"A": (0, 3, 2)}, Lead.ALONE),
    ],
)
def test_why_first_names_what_decided(profiles: dict[str, tuple[int, ...]], lead: Lead) -> None:
    why = why_first(colours.count_profiles(profiles, ballots=5))
    assert why.lead is lead
    assert why.gauge is not None
    assert why.first[0] == "A"


def test_lines_together_are_one_count() -> None:
    hands, urn = [{"A": "good"}, {"B": "fair"}], [{"A": "poor"}, {"A": "good", "C": "poor"}, {}]
    assert colours.together([count(*hands), count(*urn)]) == count(*hands, *urn)


@pytest.mark.parametrize(
    ("ballot", "reason"),
    [
        ({"D": "good"}, Reason.UNKNOWN_PROPOSAL),
        ({"A": "great"}, Reason.UNKNOWN_GRADE),
        ({"A": 3}, Reason.UNKNOWN_GRADE),
        ({"A": None}, Reason.UNKNOWN_GRADE),
        (["A"], Reason.UNREADABLE),
    ],
)
def test_a_ballot_against_the_rules_is_refused(ballot: object, reason: Reason) -> None:
    with pytest.raises(BallotRefused) as refused:
        colours.read(PROPOSALS, GRADES, ballot, position=4)
    assert (refused.value.position, refused.value.reason) == (4, reason)


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        ([1, 2], Reason.WRONG_LENGTH),
        ("12345", Reason.WRONG_LENGTH),
        (None, Reason.WRONG_LENGTH),
        ([1, 2, 3, 4, -1], Reason.NEGATIVE),
        ([1, 2, 3, 4, 1.0], Reason.NOT_WHOLE),
        ([1, 2, 3, 4, False], Reason.NOT_WHOLE),
    ],
)
def test_a_profile_against_the_rules_is_refused_by_name(counts: object, reason: Reason) -> None:
    with pytest.raises(BallotRefused) as refused:
        colours.read_profile("A", counts, len(GRADES))
    assert (refused.value.position, refused.value.reason) == ("A", reason)
