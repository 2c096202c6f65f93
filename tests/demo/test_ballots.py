"""Twenty-three ballots that give the totals of the story."""

from participation.demo.ballots import workshop_ballots
from participation.demo.reading import Scenario
from participation.voting import dots

TOTALS = {1: 19, 2: 17, 3: 15, 4: 14, 5: 12, 6: 10, 7: 8, 8: 7, 9: 6, 10: 4, 11: 2}


def test_the_ballots_give_exactly_the_totals(scenario: Scenario) -> None:
    ballots = workshop_ballots(scenario.choosing.proposals, scenario.choosing.poll)
    assert len(ballots) == 23
    assert {number: sum(one.get(number, 0) for one in ballots) for number in TOTALS} == TOTALS
    assert sorted(sum(one.values()) for one in ballots) == [4] + [5] * 22
    assert all(1 <= given <= 3 for one in ballots for given in one.values())


def test_the_count_of_the_product_agrees(scenario: Scenario) -> None:
    told = scenario.choosing
    ballots = [
        {str(key): given for key, given in one.items()}
        for one in workshop_ballots(told.proposals, told.poll)
    ]
    counted = dots.count([str(key) for key in TOTALS], dots.Rules(dots=5, cap=3), ballots)
    assert (counted.given, counted.used, counted.unused) == (115, 114, 1)
    assert counted.ranking == tuple((str(key),) for key in TOTALS)


def test_the_same_ballots_come_out_again(scenario: Scenario) -> None:
    told = scenario.choosing
    assert workshop_ballots(told.proposals, told.poll) == workshop_ballots(
        told.proposals, told.poll
    )
