"""Hidden cells of a table whose total is public."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.disclosure.suppression import hidden_cells
from participation.disclosure.thresholds import FEWEST_SHOWN
from tests.disclosure.attack import small_groups_given_away


@pytest.mark.parametrize(
    ("sizes", "hidden"),
    [
        ([1, 12, 30], [1, 12]),
        ([1, 1, 30, 8], [1, 1, 8]),
        ([2, 4, 30, 8], [2, 4]),
        ([4, 4, 30], [4, 4]),
        ([4, 4, 4, 7], [4, 4, 4, 7]),
        ([1, 1, 1, 1, 1, 30], [1, 1, 1, 1, 1, 30]),
        ([0, 4, 9], [4, 9]),
        ([0, 4], [0, 4]),
        ([1, 9, 9, 30], [1, 9, 9]),
        ([5, 6, 30], []),
        ([0, 0], []),
        ([], []),
    ],
)
def test_small_cells_are_hidden_with_what_protects_them(
    sizes: list[int], hidden: list[int]
) -> None:
    cells = dict(zip("abcdef", sizes, strict=False))
    assert sorted(cells[name] for name in hidden_cells(cells)) == sorted(hidden)


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 30), max_size=8))
def test_no_small_cell_is_shown_or_left_alone(cells: dict[str, int]) -> None:
    hidden = hidden_cells(cells)
    small = {name for name, size in cells.items() if 0 < size < FEWEST_SHOWN}
    assert small <= hidden
    if hidden and hidden != cells.keys():
        assert len(hidden) >= 2
        assert sum(cells[name] for name in hidden) >= FEWEST_SHOWN


@pytest.mark.parametrize(("groups", "largest"), [(2, 14), (3, 12), (4, 9), (5, 7)])
def test_no_small_cell_can_be_worked_out(groups: int, largest: int) -> None:
    told = small_groups_given_away(
        hidden_cells, groups=groups, largest=largest, fewest=FEWEST_SHOWN
    )
    assert told == []
