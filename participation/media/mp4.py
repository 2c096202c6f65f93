"""How long an MP4 or M4A sound lasts, whole or in fragments (ISO/IEC 14496-12).

Recorders write fragments, and a duration of zero at the beginning.
"""

import struct
from collections.abc import Iterator

from participation.media.rules import NotASound

HOLDERS = frozenset({b"moov", b"trak", b"mdia", b"mvex", b"moof", b"traf"})
MOST_BOXES = 100_000
"""A minute in fragments of one sample each takes 30,000."""
HAS_DURATION, HAS_SIZE, HAS_FLAGS, HAS_OFFSET = 0x100, 0x200, 0x400, 0x800
DATA_OFFSET, FIRST_FLAGS = 0x1, 0x4
BASE_OFFSET, DESCRIPTION, DEFAULT_DURATION = 0x1, 0x2, 0x8


def seconds(content: bytes) -> float:
    """The length of the one track of sound. Raises NotASound, also for a film."""
    try:
        return measured(content)
    except (struct.error, IndexError) as error:
        raise NotASound from error


def measured(content: bytes) -> float:
    """The same; a box that is too short raises struct.error or IndexError."""
    handlers: list[bytes] = []
    scale = told = usual = each = played = 0
    for name, box in boxes(content):
        if name == b"hdlr":
            handlers.append(box[8:12])
        elif name == b"mdhd":
            scale, told = struct.unpack_from(">IQ" if box[0] else ">II", box, 20 if box[0] else 12)
        elif name == b"trex":
            (usual,) = struct.unpack_from(">I", box, 12)
        elif name == b"tfhd":
            each = default_duration(box, usual)
        elif name == b"trun":
            played += run_duration(box, each)
    if handlers != [b"soun"] or not scale or not (told or played):
        raise NotASound
    return max(told, played) / scale


def boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each box that holds no other, with its bytes; raise NotASound where one is cut off."""
    at = count = 0
    while at < len(content):
        count += 1
        if count > MOST_BOXES:
            raise NotASound
        size, name = struct.unpack_from(">I4s", content, at)
        head = 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", content, at + 8)
            head = 16
        size = size or len(content) - at
        if size < head or at + size > len(content):
            raise NotASound
        if name in HOLDERS:
            at += head
        else:
            yield name, content[at + head : at + size]
            at += size


def default_duration(box: bytes, usual: int) -> int:
    """How long each sample of a fragment lasts, unless its runs say otherwise."""
    flags = flags_of(box)
    if not flags & DEFAULT_DURATION:
        return usual
    at = 8 + (8 if flags & BASE_OFFSET else 0) + (4 if flags & DESCRIPTION else 0)
    (found,) = struct.unpack_from(">I", box, at)
    return int(found)


def run_duration(box: bytes, each: int) -> int:
    """How long a run of samples lasts."""
    flags = flags_of(box)
    (count,) = struct.unpack_from(">I", box, 4)
    if not flags & HAS_DURATION:
        return int(count) * each
    at = 8 + (4 if flags & DATA_OFFSET else 0) + (4 if flags & FIRST_FLAGS else 0)
    width = 4 * sum(1 for one in (HAS_DURATION, HAS_SIZE, HAS_FLAGS, HAS_OFFSET) if flags & one)
    if at + count * width > len(box):
        raise NotASound
    return sum(struct.unpack_from(">I", box, at + n * width)[0] for n in range(count))


def flags_of(box: bytes) -> int:
    """The three bytes of flags of a full box."""
    (found,) = struct.unpack_from(">I", box, 0)
    return int(found) & 0xFFFFFF
