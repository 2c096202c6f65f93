"""What a picture and a sound must be before they are kept."""

import hashlib
from dataclasses import dataclass

from participation.errors import Refused

LARGEST_PICTURE = 8_000_000
"""Bytes of a picture as it is brought."""
MOST_DOTS = 40_000_000
WIDEST = 1024
"""Dots of the longer side of a picture as it is kept."""
LARGEST_SOUND = 4_000_000
"""Bytes of a sound."""
LONGEST_MESSAGE = 60
"""Seconds of a resident's message."""
LONGEST_WORDS = 60
"""Seconds of the words of the service, recorded by staff."""
GRACE = 2.0
"""Seconds by which a recorder may run over the limit that it was told."""
PICTURES = frozenset({"image/jpeg", "image/png"})
SOUNDS = frozenset({"audio/webm", "audio/mp4", "audio/ogg", "audio/mpeg", "audio/wav"})


class NotAPicture(Refused):
    """A file that is not a picture that browsers show (JPEG, PNG, WebP, GIF)."""


class PictureTooLarge(Refused):
    """A picture of too many bytes or dots; facts: largest (in megabytes), dots (in millions)."""


class NotASound(Refused):
    """A file that is not a sound that browsers play (WebM, MP4, Ogg, MP3, WAV)."""


class SoundTooLong(Refused):
    """A sound that lasts too long; facts: seconds (the most)."""


class SoundTooLarge(Refused):
    """A sound of too many bytes; facts: largest (in megabytes)."""


@dataclass(frozen=True, slots=True)
class Medium:
    """A checked file, ready to be kept: its digest is the SHA-256 of its bytes, in hexadecimal."""

    content_type: str
    content: bytes
    digest: str

    @classmethod
    def of(cls, content_type: str, content: bytes) -> "Medium":
        """A file with its digest."""
        return cls(content_type, content, hashlib.sha256(content).hexdigest())
