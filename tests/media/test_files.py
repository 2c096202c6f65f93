"""What somebody brings is what it says, and is kept without what it does not say."""

import contextlib
import hashlib
import io
import struct
import time
import wave

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFile

from participation.errors import Refused
from participation.media.files import picture, sound
from participation.media.rules import (
    NotAPicture,
    NotASound,
    PictureTooLarge,
    SoundTooLarge,
    SoundTooLong,
)
from tests import sounds
from tests.sounds import a_drawing, a_photograph, a_wav, a_webm, an_mp3, an_mp4, an_ogg

SOUNDS = {
    "audio/wav": a_wav(),
    "audio/webm": a_webm(),
    "audio/mp4": an_mp4(),
    "audio/ogg": an_ogg(),
    "audio/mpeg": an_mp3(),
}


def opened(content: bytes) -> Image.Image:
    """The picture as a browser would open it."""
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("form", ["JPEG", "WEBP"])
def test_a_photograph_is_kept_as_one(form: str) -> None:
    made = picture(a_photograph(form))
    assert (made.content_type, opened(made.content).format) == ("image/jpeg", "JPEG")
    assert made.digest == hashlib.sha256(made.content).hexdigest()


@pytest.mark.parametrize("form", ["PNG", "GIF", "WEBP"])
def test_a_drawing_stays_sharp(form: str) -> None:
    made = picture(a_drawing(form))
    assert made.content_type == "image/png"


def test_what_is_clear_stays_clear() -> None:
    kept = opened(picture(a_drawing(is_clear=True)).content)
    assert kept.convert("RGBA").getpixel((0, 0)) == (255, 255, 255, 0)


def test_a_large_picture_is_made_smaller() -> None:
    assert opened(picture(a_photograph(size=(2000, 500))).content).size == (1024, 256)


def test_a_picture_taken_sideways_stands_upright_and_tells_nothing() -> None:
    told = Image.Exif()
    told[0x0112] = 6  # turned by a quarter
    told[0x010E] = "chambre 12"
    brought = a_photograph(exif=told, comment=b"chambre 12", icc_profile=b"chambre 12")
    assert b"chambre 12" in brought
    made = picture(brought)
    assert opened(made.content).size == (200, 300)
    assert b"chambre 12" not in made.content
    assert not opened(made.content).getexif()


def test_a_picture_of_too_many_bytes_is_refused() -> None:
    with pytest.raises(PictureTooLarge) as refused:
        picture(bytes(8_000_001))
    assert refused.value.facts == {"largest": 8, "dots": 40}


def test_a_small_file_of_too_many_dots_is_refused_unread() -> None:
    with pytest.raises(PictureTooLarge):
        picture(sounds.written(Image.new("1", (9000, 5000)), "PNG"))


@pytest.mark.parametrize(
    "content",
    [b"", b"MZ\x90\x00", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", a_wav()],
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(NotAPicture):
        picture(content)


def test_other_formats_of_pictures_are_refused() -> None:
    with pytest.raises(NotAPicture):
        picture(a_drawing("BMP"))


def test_half_a_picture_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever another library, WeasyPrint for one, told Pillow."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    whole = a_photograph()
    with pytest.raises(NotAPicture):
        picture(whole[: len(whole) // 2])


@pytest.mark.parametrize(("kind", "content"), SOUNDS.items())
def test_a_sound_is_known_by_its_bytes(kind: str, content: bytes) -> None:
    made = sound(content, longest=2)
    assert made.content_type == kind
    assert made.digest == hashlib.sha256(made.content).hexdigest()


@pytest.mark.parametrize(
    "content", [a_wav(63), a_webm(62_500), an_mp4(63_000), an_mp4(0, 63), an_ogg(63), an_mp3(63)]
)
def test_a_sound_too_long_is_refused_whatever_its_kind(content: bytes) -> None:
    with pytest.raises(SoundTooLong) as refused:
        sound(content, longest=60)
    assert refused.value.facts == {"seconds": 60}


@pytest.mark.parametrize("content", [a_wav(60), a_webm(61_000), an_mp4(0, 60), an_ogg(60)])
def test_a_minute_is_not_too_long(content: bytes) -> None:
    sound(content, longest=60)


def test_a_sound_of_too_many_bytes_is_refused() -> None:
    with pytest.raises(SoundTooLarge) as refused:
        sound(a_wav(50, rate=44_100), longest=60)
    assert refused.value.facts == {"largest": 4}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"\xff\xfb\x90",
        b"ID3\x03",
        b"OggS",
        b"RIFF\x00\x00\x00\x00WAVE",
        b"\x1a\x45\xdf\xa3",
        b"\x00\x00\x00\x08ftyp",
        a_photograph(),
        a_webm(codec=b"V_VP8", kind=1),
        a_webm(codec=b"A_PCM/INT/LIT"),
        an_mp4(2000, handler=b"vide"),
        an_mp4(0, 0),
        an_ogg(0),
        an_ogg()[:26] + b"\0" + an_ogg()[27:],
        a_webm()[:-3],
    ],
    ids=range(16),
)
def test_what_is_no_sound_is_refused(content: bytes) -> None:
    with pytest.raises(NotASound):
        sound(content, longest=60)


MILLION = (10**6).to_bytes(3, "big")


@pytest.mark.parametrize(
    "content",
    [
        a_webm().replace(sounds.element(b"\x2a\xd7\xb1", MILLION), spoilt)
        for spoilt in (
            sounds.element(b"\x2a\xd7\xb1", b"\xff" * 200),
            sounds.element(b"\x2a\xd7\xb1", b"\0"),
        )
    ]
    + [b"\x1a\x45\xdf\xa3\x80" + b"\xae\x80" * 1_900_000, an_mp4() + b"\0\0\0\x08free" * 450_000],
    ids=["scale of 200 bytes", "scale of nothing", "only names", "only boxes"],
)
def test_a_sound_that_lies_is_refused_at_once(content: bytes) -> None:
    began = time.process_time()
    with pytest.raises(NotASound):
        sound(content, longest=60)
    assert time.process_time() - began < 3


@pytest.mark.parametrize("content", [an_mp3(), an_ogg()])
def test_the_tags_of_a_sound_are_taken_away(content: bytes) -> None:
    assert b"Nadia" in content
    kept = sound(content, longest=60).content
    assert b"Nadia" not in kept
    assert sound(kept, longest=60).content == kept


def test_a_sound_of_two_channels_is_measured_too() -> None:
    held = io.BytesIO()
    with wave.open(held, "wb") as written:
        written.setnchannels(2)
        written.setsampwidth(1)
        written.setframerate(4000)
        written.writeframes(bytes(2 * 4000 * 70))
    with pytest.raises(SoundTooLong):
        sound(held.getvalue(), longest=60)


@settings(max_examples=150, deadline=None)
@given(
    which=st.sampled_from(sorted(SOUNDS)),
    at=st.floats(0, 1, exclude_max=True),
    put=st.binary(max_size=12),
)
def test_a_damaged_sound_is_taken_or_refused_and_nothing_else(
    which: str, at: float, put: bytes
) -> None:
    whole = SOUNDS[which]
    place = int(at * min(len(whole), 400))
    with contextlib.suppress(Refused):
        sound(whole[:place] + put + whole[place + len(put) :], longest=60)


@settings(max_examples=100, deadline=None)
@given(
    form=st.sampled_from(["JPEG", "PNG", "WEBP", "GIF"]),
    at=st.floats(0, 1, exclude_max=True),
    put=st.binary(max_size=12),
)
def test_a_damaged_picture_is_taken_or_refused_and_nothing_else(
    form: str, at: float, put: bytes
) -> None:
    whole = a_drawing(form)
    place = int(at * len(whole))
    with contextlib.suppress(Refused):
        picture(whole[:place] + put + whole[place + len(put) :])


@settings(max_examples=60, deadline=None)
@given(size=st.integers(0, 2**32 - 1), name=st.sampled_from([b"moov", b"mdat", b"free"]))
def test_boxes_that_lie_about_their_size_are_refused(size: int, name: bytes) -> None:
    with pytest.raises(NotASound):
        sound(struct.pack(">I4s", 8, b"ftyp") + struct.pack(">I4s", size, name), longest=60)
