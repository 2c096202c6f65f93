"""Majority judgment against a twin that removes one grade at a time."""

from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.voting.majority import Gauge, Profile, gauge, majority_grade, majority_key


def value_by_removal(profile: Profile) -> list[int]:
    """The majority value as the book defines it: remove the lower middlemost grade each time."""
    grades = [grade for grade, people in enumerate(profile) for _ in range(people)]
    return [grades.pop((len(grades) - 1) // 2) for _ in range(len(grades))]


def same_order(one: Profile, other: Profile) -> bool:
    """Tell whether the key and the twin order two profiles alike."""
    keys, values = (
        [majority_key(one), majority_key(other)],
        [value_by_removal(one), value_by_removal(other)],
    )
    return (keys[0] < keys[1], keys[0] == keys[1]) == (
        values[0] < values[1],
        values[0] == values[1],
    )


@pytest.mark.parametrize(("grades", "people"), [(2, 7), (3, 5), (3, 6), (4, 4), (5, 3)])
def test_every_pair_of_small_profiles_is_ordered_as_by_removal(grades: int, people: int) -> None:
    every = [
        tuple(given.count(grade) for grade in range(grades))
        for given in combinations_with_replacement(range(grades), people)
    ]
    assert all(same_order(one, other) for one, other in product(every, repeat=2))


@st.composite
def pairs_of_profiles(draw: st.DrawFn) -> tuple[Profile, Profile]:
    """Two profiles with the same number of grades and of people."""
    grades = draw(st.integers(2, 7))
    people = draw(st.integers(1, 60))
    given_twice = [draw(st.lists(st.integers(0, grades - 1), min_size=people, max_size=people))]
    given_twice.append(draw(st.lists(st.integers(0, grades - 1), min_size=people, max_size=people)))
    one, other = (tuple(row.count(grade) for grade in range(grades)) for row in given_twice)
    return one, other


@given(pairs_of_profiles())
def test_larger_profiles_are_ordered_as_by_removal(pair: tuple[Profile, Profile]) -> None:
    assert same_order(*pair)


@given(pairs_of_profiles(), st.integers(2, 9))
def test_counting_everybody_several_times_changes_no_order(
    pair: tuple[Profile, Profile], times: int
) -> None:
    one, other = pair
    repeated = [tuple(times * people for people in profile) for profile in pair]
    assert majority_key(one, times=times) == majority_key(repeated[0])
    assert (majority_key(one) < majority_key(other)) == (
        majority_key(one, times=times) < majority_key(other, times=times)
    )


@given(pairs_of_profiles())
def test_the_majority_grade_is_the_first_one_removed(pair: tuple[Profile, Profile]) -> None:
    for profile in pair:
        assert majority_grade(profile) == value_by_removal(profile)[0]


def test_an_even_number_of_people_takes_the_lower_middle() -> None:
    second_and_third, best_and_fourth = (0, 1, 1, 0), (1, 0, 0, 1)
    assert majority_grade(second_and_third) == 1
    assert majority_grade(best_and_fourth) == 0
    assert majority_key(second_and_third) > majority_key(best_and_fourth)


def test_the_gauge_says_who_stands_above_and_below() -> None:
    assert gauge((0, 2, 5, 3, 1)) == Gauge(grade=2, above=4, same=5, below=2)
    assert gauge((0, 0)) is None
