"""The urn of a poll as bytes: every ballot in the same width, sorted.

The bytes depend on what was cast and never on the order of casting, so that an urn which is
rewritten at each cast does not tell who came when.
"""

from bisect import insort
from collections.abc import Iterable
from dataclasses import dataclass

from participation.voting.ballot import Marks


class BrokenUrn(Exception):
    """The bytes are not an urn of this layout."""


class NotForThisUrn(Exception):
    """The ballot has another number of marks than the urn, or a mark that it cannot hold."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How one ballot is written: a number of marks, each from 0 to `most`, as one number."""

    lines: int
    most: int

    @property
    def width(self) -> int:
        """Bytes of one ballot: the fewest that hold every possible ballot."""
        possible: int = (self.most + 1) ** self.lines
        return max(1, ((possible - 1).bit_length() + 7) // 8)


def approval(lines: int) -> Layout:
    """The layout of an approval poll."""
    return Layout(lines=lines, most=1)


def dots(lines: int, *, cap: int) -> Layout:
    """The layout of a poll by dots, of which one line receives `cap` at most."""
    return Layout(lines=lines, most=cap)


def colours(lines: int, *, grades: int) -> Layout:
    """The layout of a poll by colours: zero for "I pass", then each grade."""
    return Layout(lines=lines, most=grades)


def add(urn: bytes, ballot: Marks, layout: Layout) -> bytes:
    """The urn with one more ballot. Raises NotForThisUrn or BrokenUrn."""
    written = _split(urn, layout)
    insort(written, _write(ballot, layout))
    return b"".join(written)


def fill(ballots: Iterable[Marks], layout: Layout) -> bytes:
    """An urn holding these ballots. Raises NotForThisUrn."""
    return b"".join(sorted(_write(ballot, layout) for ballot in ballots))


def ballots(urn: bytes, layout: Layout) -> list[Marks]:
    """Every ballot of the urn, sorted. Raises BrokenUrn."""
    return [_read(written, layout) for written in _split(urn, layout)]


def count(urn: bytes, layout: Layout) -> int:
    """How many ballots the urn holds, without opening one. Raises BrokenUrn."""
    whole, rest = divmod(len(urn), layout.width)
    if rest:
        raise BrokenUrn("an urn of another width")
    return whole


def _split(urn: bytes, layout: Layout) -> list[bytes]:
    width = layout.width
    return [urn[i * width : (i + 1) * width] for i in range(count(urn, layout))]


def _write(ballot: Marks, layout: Layout) -> bytes:
    if len(ballot) != layout.lines or not all(0 <= mark <= layout.most for mark in ballot):
        raise NotForThisUrn
    number = 0
    for mark in ballot:
        number = number * (layout.most + 1) + mark
    return number.to_bytes(layout.width, "big")


def _read(written: bytes, layout: Layout) -> Marks:
    number = int.from_bytes(written, "big")
    marks = []
    for _ in range(layout.lines):
        number, mark = divmod(number, layout.most + 1)
        marks.append(mark)
    if number:
        raise BrokenUrn("a ballot that no one can have cast")
    return tuple(reversed(marks))
