"""Small groups are merged, and nobody can take the merge apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.disclosure.groups import (
    OTHER,
    Table,
    crossed,
    merge_participation,
    why_no_participation,
    why_not_crossed,
)
from participation.disclosure.thresholds import FEWEST_CROSSED, FEWEST_SHOWN, Withheld
from tests.disclosure.attack import Cells, small_groups_given_away

tables = st.dictionaries(
    st.sampled_from(["fr", "ar", "uk", "fa-AF", "en", "ps", OTHER]), st.integers(0, 40)
)


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ({"fr": 30, "ar": 12}, Table((("fr", 30), ("ar", 12)), 0)),
        ({"fr": 30, "ar": 12, "uk": 0}, Table((("fr", 30), ("ar", 12)), 0)),
        ({"fr": 30, "ar": 4, "uk": 3}, Table((("fr", 30),), 7)),
        ({"fr": 30, "ar": 4, "uk": 4}, Table((("fr", 30),), 8)),
        ({"fr": 30, "ar": 9, "uk": 1}, Table((("fr", 30),), 10)),
        ({"fr": 30, "ar": 9, "en": 8, "uk": 1}, Table((("fr", 30), ("ar", 9)), 9)),
        ({"fr": 30, "ar": 8, "en": 8, "uk": 1}, Table((("fr", 30),), 17)),
        ({"fr": 30, OTHER: 6, "uk": 2}, Table((("fr", 30),), 8)),
        ({"fr": 30, "ar": 7, OTHER: 2}, Table((("fr", 30),), 9)),
        ({"fr": 12}, Table((("fr", 12),), 0)),
        ({"fr": 12, "ar": 3}, None),
        ({"fr": 4, "ar": 4, "uk": 4}, None),
        ({OTHER: 20}, None),
        ({"fr": 5, "ar": 4, "uk": 4}, None),
        ({}, None),
    ],
)
def test_participation_merges_groups_under_five(
    groups: dict[str, int], expected: Table | None
) -> None:
    assert merge_participation(groups) == expected


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ({"fr": 30, "ar": 11}, Table((("fr", 30), ("ar", 11)), 0)),
        ({"fr": 30, "ar": 10, "uk": 1}, Table((("fr", 30),), 11)),
        ({"fr": 30, "ar": 14, "uk": 10}, Table((("fr", 30),), 24)),
        ({"fr": 30, "ar": 10}, None),
        ({"fr": 30}, None),
        ({"fr": 10, "ar": 10, "uk": 10}, None),
        ({}, None),
    ],
)
def test_answers_are_compared_only_between_groups_of_eleven(
    groups: dict[str, int], expected: Table | None
) -> None:
    assert crossed(groups) == expected


@given(tables)
def test_every_figure_of_participation_is_five_or_more(groups: dict[str, int]) -> None:
    table = merge_participation(groups)
    if table is None:
        return
    assert all(size >= FEWEST_SHOWN for _, size in table.groups)
    assert table.other == 0 or table.other >= FEWEST_SHOWN
    assert table.total == sum(groups.values())
    assert all(groups[name] == size for name, size in table.groups)
    assert OTHER not in table.names


@given(tables)
def test_every_figure_of_a_crossed_table_is_eleven_or_more(groups: dict[str, int]) -> None:
    table = crossed(groups)
    if table is None:
        return
    rest = sum(groups.values()) - sum(size for _, size in table.groups)
    assert all(size >= FEWEST_CROSSED for _, size in table.groups)
    assert rest == table.other
    assert rest == 0 or rest >= FEWEST_CROSSED
    assert len(table.groups) + bool(rest) >= 2


@given(tables)
def test_the_order_of_the_groups_changes_nothing(groups: dict[str, int]) -> None:
    backwards = dict(reversed(groups.items()))
    assert merge_participation(backwards) == merge_participation(groups)
    assert crossed(backwards) == crossed(groups)


def unnamed(cells: Cells) -> frozenset[str]:
    """The groups that the table of participation does not name."""
    table = merge_participation(cells)
    return frozenset(cells) - (table.names if table else frozenset())


@pytest.mark.parametrize(("groups", "largest"), [(2, 14), (3, 12), (4, 9)])
def test_no_small_group_of_participation_can_be_worked_out(groups: int, largest: int) -> None:
    told = small_groups_given_away(unnamed, groups=groups, largest=largest, fewest=FEWEST_SHOWN)
    assert told == []


@pytest.mark.parametrize(
    ("groups", "participation", "answers"),
    [
        ({"fr": 4}, Withheld.TOO_FEW, Withheld.TOO_FEW),
        ({"fr": 12, "ar": 3}, Withheld.GROUPS_TOO_SMALL, Withheld.NOT_TWO_GROUPS),
        ({"fr": 12, "ar": 6}, None, Withheld.NOT_TWO_GROUPS),
        ({"fr": 12, "ar": 11}, None, None),
    ],
)
def test_the_reader_is_told_why(
    groups: dict[str, int], participation: Withheld | None, answers: Withheld | None
) -> None:
    assert why_no_participation(groups) is participation
    assert why_not_crossed(groups) is answers
