"""Pages that are compressed once although a few signs of them differ each time.

A gzip stream may hold pieces that were compressed apart: what stands before the hole, the hole as
it is ("stored", RFC 1951 section 3.2.4), and what stands after it. Only the checksum is new each
time. A form of 50 kB travels as 7 kB and costs less to send than before.
"""

import struct
import zlib
from dataclasses import dataclass
from typing import Self

from flask import Response, request

HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
RAW = -zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A page with a hole, whole and compressed."""

    before: bytes
    after: bytes
    small_before: bytes
    small_after: bytes

    @classmethod
    def of(cls, before: bytes, after: bytes) -> Self:
        """Compress what never changes."""
        return cls(before, after, compressed(before, zlib.Z_FULL_FLUSH), compressed(after))

    def plain(self, filling: bytes) -> bytes:
        """The page as it is."""
        return b"".join((self.before, filling, self.after))

    def small(self, filling: bytes) -> bytes:
        """The page as one gzip stream."""
        check = zlib.crc32(self.after, zlib.crc32(filling, zlib.crc32(self.before)))
        length = len(self.before) + len(filling) + len(self.after)
        stored = struct.pack("<BHH", 0, len(filling), len(filling) ^ 0xFFFF)
        ending = struct.pack("<II", check, length & 0xFFFFFFFF)
        return b"".join((HEADER, self.small_before, stored, filling, self.small_after, ending))

    def response(self, filling: bytes = b"") -> Response:
        """The page for the browser that asks."""
        squeezes = "gzip" in request.headers.get("Accept-Encoding", "")
        answer = Response(
            self.small(filling) if squeezes else self.plain(filling), mimetype="text/html"
        )
        answer.headers["Vary"] = "Accept-Encoding"
        if squeezes:
            answer.headers["Content-Encoding"] = "gzip"
        return answer


def compressed(piece: bytes, ending: int = zlib.Z_FINISH) -> bytes:
    """One piece of a raw deflate stream; with a full flush, another piece may follow."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, RAW)
    return squeezer.compress(piece) + squeezer.flush(ending)
