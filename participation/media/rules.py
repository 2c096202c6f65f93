"""What a picture and a sound must be before they are kept."""

from dataclasses import dataclass

from participation.errors import Refused


class NotAPicture(Refused):
    """A file that is not a picture that browsers show (JPEG, PNG, WebP, GIF)."""


class PictureTooLarge(Refused):
    """A picture of too many bytes or dots; facts: largest (in megabytes)."""


class NotASound(Refused):
    """A file that is not a sound that browsers play (WebM, MP4, Ogg, MP3, WAV)."""


class SoundTooLong(Refused):
    """A sound that lasts too long; facts: seconds (the most)."""


@dataclass(frozen=True, slots=True)
class Medium:
    """A checked file, ready to be kept: its digest is the SHA-256 of its bytes, in hexadecimal."""

    content_type: str
    content: bytes
    digest: str
