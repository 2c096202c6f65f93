"""Real sounds and pictures, made where they are needed."""

import io
import math
import struct
import wave
from functools import lru_cache
from typing import Any

from PIL import Image


@lru_cache
def a_wav(seconds: float = 2.0, *, rate: int = 8000) -> bytes:
    """A tone of 440 Hz, in 16 bits and one channel."""
    held = io.BytesIO()
    with wave.open(held, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(rate)
        tones = (int(9000 * math.sin(n * 2760 / rate)) for n in range(int(seconds * rate)))
        written.writeframes(b"".join(struct.pack("<h", one) for one in tones))
    return held.getvalue()


def element(name: bytes, *parts: bytes, size: bytes = b"") -> bytes:
    """An EBML element; its size takes eight bytes, or is the one given."""
    data = b"".join(parts)
    return name + (size or b"\x01" + len(data).to_bytes(7, "big")) + data


UNKNOWN = b"\x01\xff\xff\xff\xff\xff\xff\xff"


def a_webm(milliseconds: int = 2000, *, codec: bytes = b"A_OPUS", kind: int = 2) -> bytes:
    """What a recorder of a browser writes: sizes unknown, no duration, a cluster each second."""
    head = element(b"\x1a\x45\xdf\xa3", element(b"\x42\x82", b"webm"))
    track = element(b"\xae", element(b"\x83", bytes([kind])), element(b"\x86", codec))
    clusters = [
        element(
            b"\x1f\x43\xb6\x75",
            element(b"\xe7", began.to_bytes(4, "big")),
            *(block(at - began) for at in range(began, min(began + 1000, milliseconds) + 1, 100)),
            size=UNKNOWN,
        )
        for began in range(0, milliseconds, 1000)
    ]
    info = element(b"\x15\x49\xa9\x66", element(b"\x2a\xd7\xb1", (10**6).to_bytes(3, "big")))
    tracks = element(b"\x16\x54\xae\x6b", track)
    return head + element(b"\x18\x53\x80\x67", info, tracks, *clusters, size=UNKNOWN)


def block(after: int) -> bytes:
    """A block of the first track, so many milliseconds after its cluster."""
    return element(b"\xa3", b"\x81", after.to_bytes(2, "big"), b"\x80", b"sound")


def box(name: bytes, *parts: bytes) -> bytes:
    """A box of MP4."""
    data = b"".join(parts)
    return struct.pack(">I4s", len(data) + 8, name) + data


def an_mp4(told: int = 0, runs: int = 2, *, handler: bytes = b"soun") -> bytes:
    """A track of 1000 ticks a second; each run plays 1000 of them."""
    media_head = box(b"mdhd", struct.pack(">IIIIII", 0, 0, 0, 1000, told, 0))
    kind = box(b"hdlr", struct.pack(">II4s", 0, 0, handler), bytes(13))
    usual = box(b"mvex", box(b"trex", struct.pack(">IIIIII", 0, 1, 1, 20, 0, 0)))
    begins = box(b"ftyp", b"isom", bytes(4))
    track = box(b"moov", box(b"trak", box(b"mdia", media_head, kind)), usual)
    return begins + track + b"".join(a_run(number) for number in range(runs))


def a_run(number: int) -> bytes:
    """A fragment: the first tells how long its samples last, each, or one by one."""
    head = box(b"tfhd", struct.pack(">III", 0x8, 1, 100))
    own = struct.pack(">II", 0x100, 2) + struct.pack(">II", 400, 600)
    run = struct.pack(">II", 0, 10) if number % 2 == 0 else own
    return box(b"moof", box(b"traf", head, box(b"trun", run)))


@lru_cache
def an_mp3(seconds: int = 2) -> bytes:
    """Silent frames of MPEG 1, layer III, 128 kbit/s, 44.1 kHz, after a tag with a name."""
    frame = b"\xff\xfb\x90\x00" + bytes(413)
    title = b"TIT2" + struct.pack(">IH", 8, 0) + b"\x03" + b"Nadia\0\0"
    return b"ID3\x03\x00\x00\x00\x00\x00" + bytes([len(title)]) + title + frame * (seconds * 38)


def an_ogg(seconds: float = 2.0) -> bytes:
    """Three pages of Opus: the head, the tags, and a last one that says how much was played."""
    head = b"OpusHead" + struct.pack("<BBHIHB", 1, 1, 0, 48000, 0, 0)
    name = b"TITLE=Nadia"
    tags = b"OpusTags" + struct.pack("<I", 4) + b"made" + struct.pack("<II", 1, len(name)) + name
    pages = ((2, 0, head), (0, 0, tags), (4, int(seconds * 48000), bytes(20)))
    return b"".join(page(number, *one) for number, one in enumerate(pages))


def page(number: int, flags: int, granule: int, packet: bytes) -> bytes:
    """One page of Ogg with one packet. Nobody here reads its checksum."""
    head = struct.pack("<4sBBqIIIB", b"OggS", 0, flags, granule, 7, number, 0, 1)
    return head + bytes([len(packet)]) + packet


def a_photograph(form: str = "JPEG", size: tuple[int, int] = (300, 200), **told: Any) -> bytes:
    """Noise in every colour."""
    noise = Image.merge("RGB", [Image.effect_noise(size, 90) for _ in "rgb"])
    return written(noise, form, **told)


def a_drawing(form: str = "PNG", *, is_clear: bool = False) -> bytes:
    """A square on a plain ground, or on nothing."""
    drawn = Image.new("RGBA", (60, 40), (255, 255, 255, 0 if is_clear else 255))
    drawn.paste((20, 90, 80, 255), (10, 10, 30, 30))
    return written(drawn if is_clear else drawn.convert("RGB"), form)


def written(drawn: Image.Image, form: str, **told: Any) -> bytes:
    """The bytes of a file."""
    held = io.BytesIO()
    drawn.save(held, form, **told)
    return held.getvalue()
