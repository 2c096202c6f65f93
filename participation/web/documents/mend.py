"""What a written PDF still needs: letters that can be read back, and no font from elsewhere."""

import io
import re
from collections.abc import Iterator

import pikepdf

from participation.web.documents.kit import FAMILY_PREFIX

EMPTY_ENTRY = re.compile(rb"(<[0-9A-Fa-f]+>)(\s*)<>")
ZERO_WIDTH_SPACE = rb"\1\2<200B>"


class ForeignFont(Exception):
    """A letter was drawn with a font of the machine: the same document would differ elsewhere."""


def mend(written: bytes) -> bytes:
    """Give each piece of a letter a Unicode value, and refuse fonts from outside the kit.

    In Bengali one letter is drawn in several pieces and only one carries the text; PDF/UA asks for
    a value on each, and a space of no width changes nothing for a reader.
    """
    mended = io.BytesIO()
    with pikepdf.open(io.BytesIO(written)) as document:
        for font in _fonts(document):
            name = str(font.get("/BaseFont", ""))
            if FAMILY_PREFIX not in name:
                raise ForeignFont(name)
            if "/ToUnicode" in font:
                table = font["/ToUnicode"]
                table.write(EMPTY_ENTRY.sub(ZERO_WIDTH_SPACE, table.read_bytes()))
        document.save(
            mended, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate
        )
    return mended.getvalue()


def _fonts(document: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    for thing in document.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font":
            yield thing
