"""The urn's bytes tell what was cast and never in which order."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.voting import urn
from participation.voting.ballot import Marks

layouts = st.builds(urn.Layout, lines=st.integers(1, 40), most=st.integers(1, 300))


@st.composite
def filled(draw: st.DrawFn) -> tuple[urn.Layout, list[Marks]]:
    """A layout and ballots that fit it."""
    layout = draw(layouts)
    mark = st.integers(0, layout.most)
    ballot = st.tuples(*[mark] * layout.lines)
    return layout, draw(st.lists(ballot, max_size=12))


def cast(ballots: list[Marks], layout: urn.Layout) -> bytes:
    """Cast the ballots one after the other."""
    box = b""
    for ballot in ballots:
        box = urn.add(box, ballot, layout)
    return box


@given(filled(), st.integers())
def test_the_bytes_depend_on_the_ballots_and_not_on_their_order(
    case: tuple[urn.Layout, list[Marks]], seed: int
) -> None:
    layout, ballots = case
    shuffled = list(ballots)
    random.Random(seed).shuffle(shuffled)
    assert cast(ballots, layout) == cast(shuffled, layout) == urn.fill(ballots, layout)


@given(filled())
def test_what_was_cast_is_read_back(case: tuple[urn.Layout, list[Marks]]) -> None:
    layout, ballots = case
    box = cast(ballots, layout)
    assert urn.ballots(box, layout) == sorted(ballots)
    assert urn.count(box, layout) == len(ballots)
    assert len(box) == layout.width * len(ballots)


@pytest.mark.parametrize(
    ("layout", "width"),
    [
        (urn.approval(7), 1),
        (urn.approval(8), 1),
        (urn.approval(9), 2),
        (urn.dots(7, cap=3), 2),
        (urn.colours(7, grades=5), 3),
    ],
)
def test_every_ballot_has_the_same_width(layout: urn.Layout, width: int) -> None:
    blank, full = (0,) * layout.lines, (layout.most,) * layout.lines
    assert layout.width == width
    assert len(urn.add(b"", blank, layout)) == len(urn.add(b"", full, layout)) == width


@pytest.mark.parametrize("ballot", [(0, 1), (0, 1, 1, 0), (0, 2, 0), (0, -1, 0)])
def test_a_ballot_of_another_poll_does_not_enter(ballot: Marks) -> None:
    with pytest.raises(urn.NotForThisUrn):
        urn.add(b"", ballot, urn.approval(3))


@pytest.mark.parametrize("box", [b"\x00\x00\x01", b"\xff\xff"])
def test_bytes_that_no_ballots_make_are_not_an_urn(box: bytes) -> None:
    with pytest.raises(urn.BrokenUrn):
        urn.ballots(box, urn.approval(9))
