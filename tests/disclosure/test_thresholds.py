"""The small decisions: totals, newer figures, original words, shares in tenths."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.disclosure.differences import too_close
from participation.disclosure.shares import Precision, Tenths, tenths
from participation.disclosure.thresholds import (
    FEWEST_SHOWN,
    Withheld,
    may_publish_totals,
    next_cut,
    why_not_newer,
)


def test_totals_are_published_from_five_on() -> None:
    assert [may_publish_totals(n) for n in (0, 4, 5, 100)] == [False, False, True, True]


@pytest.mark.parametrize(
    ("shown", "now", "cut", "why"),
    [
        (0, 0, 0, Withheld.TOO_FEW),
        (0, 4, 0, Withheld.TOO_FEW),
        (0, 5, 5, None),
        (5, 9, 5, Withheld.TOO_FEW_SINCE),
        (5, 10, 10, None),
        (10, 10, 10, None),
        (10, 8, 10, Withheld.TOO_FEW_SINCE),
    ],
)
def test_figures_advance_by_five_responses(
    shown: int, now: int, cut: int, why: Withheld | None
) -> None:
    assert next_cut(shown, now) == cut
    assert why_not_newer(shown, now) is why


@given(st.lists(st.integers(0, 3), max_size=60))
def test_looking_after_every_response_never_shows_a_step_under_five(arrivals: list[int]) -> None:
    now, seen = 0, [0]
    for more in arrivals:
        now += more
        seen.append(next_cut(seen[-1], now))
    steps = {after - before for before, after in itertools.pairwise(seen)}
    assert all(step == 0 or step >= FEWEST_SHOWN for step in steps)
    assert now - seen[-1] < FEWEST_SHOWN


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (0, 11, Tenths(1, Precision.FEWER_THAN)),
        (1, 40, Tenths(1, Precision.FEWER_THAN)),
        (2, 40, Tenths(1, Precision.ABOUT)),
        (5, 11, Tenths(5, Precision.ABOUT)),
        (7, 20, Tenths(4, Precision.ABOUT)),
        (10, 11, Tenths(9, Precision.ABOUT)),
        (39, 40, Tenths(9, Precision.MORE_THAN)),
        (11, 11, Tenths(9, Precision.MORE_THAN)),
    ],
)
def test_shares_are_told_in_tenths_and_never_as_nobody_or_everybody(
    part: int, whole: int, expected: Tenths
) -> None:
    assert tenths(part, whole) == expected


@given(st.integers(11, 500), st.data())
def test_a_share_is_true_and_hides_the_ends(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, whole))
    share = tenths(part, whole)
    assert 1 <= share.tenths <= 9
    if share.precision is Precision.ABOUT:
        assert abs(10 * part - share.tenths * whole) * 2 <= whole
    if share.precision is Precision.FEWER_THAN:
        assert 10 * part < whole
        assert share == tenths(0, whole)
    if share.precision is Precision.MORE_THAN:
        assert 10 * part > 9 * whole
        assert share == tenths(whole, whole)


@pytest.mark.parametrize(("part", "whole"), [(0, 0), (-1, 5), (6, 5)])
def test_a_part_must_be_a_part(part: int, whole: int) -> None:
    with pytest.raises(ValueError, match="whole"):
        tenths(part, whole)


def test_newer_figures_that_would_tell_a_few_people_are_named() -> None:
    published = {"fr": 30, "ar": 12, "uk": 5, "fa-AF": 9}
    newer = {"fr": 31, "ar": 12, "uk": 10, "en": 2, "fa-AF": 5}
    assert too_close(published, newer) == {"fr", "fa-AF"}
