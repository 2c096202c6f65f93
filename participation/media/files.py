"""What somebody brought, recognised by its bytes and never by its name.

All of this is done before a transaction begins: decoding takes longer than writing.
"""

import io
import struct
from collections.abc import Callable
from dataclasses import dataclass

from mutagen import FileType, MutagenError
from mutagen.mp3 import MP3
from mutagen.mp4 import MP4
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis
from mutagen.wave import WAVE
from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from participation.media import mp4, webm
from participation.media.rules import (
    GRACE,
    LARGEST_PICTURE,
    LARGEST_SOUND,
    MOST_DOTS,
    WIDEST,
    Medium,
    NotAPicture,
    NotASound,
    PictureTooLarge,
    SoundTooLarge,
    SoundTooLong,
)

READ = ("JPEG", "PNG", "WEBP", "GIF")
FEW_COLOURS = 4096
"""Drawings have fewer; they stay sharper, and smaller, without loss."""
BROKEN = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    struct.error,
)
"""What Pillow raises at a file that lies."""
Measured = Callable[[bytes], tuple[float, bytes]]
"""From the bytes brought to the seconds, and the bytes that are kept."""


def picture(content: bytes) -> Medium:
    """A picture drawn anew, upright, at most WIDEST dots wide or high, without any metadata.

    Raises NotAPicture and PictureTooLarge.
    """
    too_large = PictureTooLarge(largest=LARGEST_PICTURE // 10**6, dots=MOST_DOTS // 10**6)
    if len(content) > LARGEST_PICTURE:
        raise too_large
    try:
        # WeasyPrint, where it was imported, lets half a picture pass for a whole one.
        ImageFile.LOAD_TRUNCATED_IMAGES = False
        with Image.open(io.BytesIO(content), formats=READ) as opened:
            if opened.width * opened.height > MOST_DOTS:
                raise too_large
            return redrawn(opened)
    except BROKEN as error:
        raise NotAPicture from error


def redrawn(opened: Image.Image) -> Medium:
    """The dots alone: JPEG for a photograph, PNG for a drawing or where something is clear."""
    opened.draft("RGB", (WIDEST, WIDEST))
    upright = ImageOps.exif_transpose(opened)
    mode = "RGBA" if upright.has_transparency_data else "RGB"
    upright = upright.convert(mode)
    upright.thumbnail((WIDEST, WIDEST))
    dots = Image.new(mode, upright.size)
    dots.paste(upright)
    kept = io.BytesIO()
    if mode == "RGBA" or dots.getcolors(FEW_COLOURS):
        dots.save(kept, "PNG", optimize=True)
        return Medium.of("image/png", kept.getvalue())
    dots.save(kept, "JPEG", quality=82, optimize=True, progressive=True)
    return Medium.of("image/jpeg", kept.getvalue())


@dataclass(frozen=True, slots=True)
class Format:
    """How a sound of one kind begins, and how long it lasts."""

    content_type: str
    begins: Callable[[bytes], bool]
    measured: Measured


def sound(content: bytes, *, longest: int) -> Medium:
    """A sound of at most `longest` seconds, without its tags.

    Raises NotASound, SoundTooLong and SoundTooLarge.
    """
    if len(content) > LARGEST_SOUND:
        raise SoundTooLarge(largest=LARGEST_SOUND // 10**6)
    for one in FORMATS:
        if one.begins(content):
            seconds, kept = one.measured(content)
            if seconds > longest + GRACE:
                raise SoundTooLong(seconds=longest)
            return Medium.of(one.content_type, kept)
    raise NotASound


def read_webm(content: bytes) -> tuple[float, bytes]:
    """Read by ourselves: recorders write no duration, and no tags."""
    return webm.seconds(content), content


def read_mp4(content: bytes) -> tuple[float, bytes]:
    """Measured by ourselves, in fragments or not; telephones add the name of the place."""
    seconds = mp4.seconds(content)
    return seconds, read_by(MP4)(content)[1] if b"ilst" in content else content


def read_by(kind: type[FileType]) -> Measured:
    """Read by mutagen, which also takes the tags away: titles, names, places, covers."""

    def measured(content: bytes) -> tuple[float, bytes]:
        held = io.BytesIO(content)
        try:
            found = kind(held)
            seconds = float(getattr(found.info, "length", 0.0))
            if seconds <= 0 or getattr(found.info, "sketchy", False):
                raise NotASound
            if found.tags:
                held.seek(0)
                found.delete(held)
        except (MutagenError, ArithmeticError, LookupError, ValueError, struct.error) as error:
            raise NotASound from error
        return seconds, held.getvalue()

    return measured


FORMATS = (
    Format("audio/webm", lambda it: it.startswith(b"\x1a\x45\xdf\xa3"), read_webm),
    Format("audio/mp4", lambda it: it[4:8] == b"ftyp", read_mp4),
    Format("audio/ogg", lambda it: it[:4] == b"OggS" and b"OpusHead" in it[:64], read_by(OggOpus)),
    Format("audio/ogg", lambda it: it[:4] == b"OggS" and b"vorbis" in it[:64], read_by(OggVorbis)),
    Format("audio/wav", lambda it: it[:4] == b"RIFF" and it[8:12] == b"WAVE", read_by(WAVE)),
    Format(
        "audio/mpeg",
        lambda it: it[:3] == b"ID3" or (it[:1] == b"\xff" and it[1:2] >= b"\xe0"),
        read_by(MP3),
    ),
)
