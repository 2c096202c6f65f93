"""How long a WebM recording lasts. Recorders write no duration: the blocks tell it.

The format is RFC 8794 (EBML) and RFC 9559 (Matroska). Sizes may be unknown while something is
recorded, so everything that holds other elements is walked through as if it were flat.
"""

from collections.abc import Iterator

from participation.media.rules import NotASound

HOLDERS = frozenset(
    {
        0x1A45DFA3,  # EBML
        0x18538067,  # Segment
        0x1549A966,  # Info
        0x1654AE6B,  # Tracks
        0xAE,  # TrackEntry
        0x1F43B675,  # Cluster
        0xA0,  # BlockGroup
    }
)
DOC_TYPE = 0x4282
SCALE = 0x2AD7B1
TRACK_TYPE = 0x83
CODEC = 0x86
TIMESTAMP = 0xE7
BLOCKS = frozenset({0xA3, 0xA1})
SOUND = 2
LONGEST_NUMBER = 8
"""Bytes of a whole number (RFC 8794, section 7.1)."""
MOST_ELEMENTS = 100_000
"""A minute of the shortest blocks of Opus takes 24,000; a file of nothing but names, millions."""
CODECS = frozenset({b"A_OPUS", b"A_VORBIS"})


def seconds(content: bytes) -> float:
    """From the first to the last block. Raises NotASound, also for a film."""
    scale, began, last = 1_000_000, 0, -1
    codecs: set[bytes] = set()
    for name, data in elements(content):
        if (name == DOC_TYPE and data.rstrip(b"\0") != b"webm") or (
            name == TRACK_TYPE and number(data) != SOUND
        ):
            raise NotASound
        if name == CODEC:
            codecs.add(data.rstrip(b"\0"))
        elif name == SCALE:
            scale = number(data)
        elif name == TIMESTAMP:
            began = number(data)
        elif name in BLOCKS:
            last = max(last, began + block_time(data))
    if last < 0 or not scale or not codecs or codecs - CODECS:
        raise NotASound
    return last * scale / 10**9


def elements(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Each element that holds no other, with its bytes; raise NotASound where one is cut off."""
    at = count = 0
    while at < len(content):
        count += 1
        if count > MOST_ELEMENTS:
            raise NotASound
        name, at, _is_unknown = whole(content, at, keeps_mark=True)
        size, at, is_unknown = whole(content, at, keeps_mark=False)
        if name in HOLDERS:
            continue
        if is_unknown or at + size > len(content):
            raise NotASound
        yield name, content[at : at + size]
        at += size


def whole(content: bytes, at: int, *, keeps_mark: bool) -> tuple[int, int, bool]:
    """A number of variable length, where the next thing begins, and whether all its bits are set.

    The zeros at its beginning say how many bytes follow; a name keeps the mark that ends them.
    """
    first = content[at] if at < len(content) else 0
    if not first:
        raise NotASound
    length = 9 - first.bit_length()
    if at + length > len(content):
        raise NotASound
    raw = number(content[at : at + length])
    mark = 1 << (7 * length)
    value = raw & (mark - 1)
    return (raw if keeps_mark else value), at + length, value == mark - 1


def block_time(data: bytes) -> int:
    """When a block begins, after its cluster; the number of its track comes first."""
    _track, at, _is_unknown = whole(data, 0, keeps_mark=False)
    return int.from_bytes(data[at : at + 2], "big", signed=True)


def number(data: bytes) -> int:
    """A plain whole number. Raises NotASound where it is longer than the format allows."""
    if len(data) > LONGEST_NUMBER:
        raise NotASound
    return int.from_bytes(data, "big")
