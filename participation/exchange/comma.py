"""CSV as French Excel opens it on a double click: semicolons, a decimal comma, UTF-8 with its mark.

A program that reads it is told so in docs/exports.md. The same file opened with other separators
must not calculate either, so a text is made harmless at its beginning and after each sign that
another reader would take for the end of a cell.
"""

import csv
import io
import re
from collections.abc import Sequence
from unicodedata import combining, normalize

from participation.exchange.archive import archived
from participation.exchange.sheets import BEGINS, INVISIBLE, Cell, Sheet, readable

SEPARATOR = ";"
MARK = "'"
"""What tells a spreadsheet that a text is a text."""
COULD_BEGIN = re.compile(rf"(?P<before>(?:^|[;,\n\"]){INVISIBLE})(?P<sign>{BEGINS})")


def csv_file(sheet: Sheet) -> bytes:
    """One sheet as text."""
    written = io.StringIO()
    lines = csv.writer(written, delimiter=SEPARATOR, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    lines.writerows([[as_text(cell) for cell in line] for line in sheet.lines])
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def csv_archive(sheets: Sequence[Sheet]) -> bytes:
    """Several sheets: a zip of one file each, named and ordered as the sheets."""
    return archived(
        [
            (f"{number}-{file_name(one.name)}.csv", csv_file(one))
            for number, one in enumerate(sheets, start=1)
        ]
    )


def as_text(cell: Cell) -> str:
    """A cell as it is written: nothing, a number with a decimal comma, or a harmless text."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return harmless(readable(cell))
    return str(cell).replace(".", ",")


def harmless(text: str) -> str:
    """The text with an apostrophe before each sign with which a formula could begin."""
    return COULD_BEGIN.sub(rf"\g<before>{MARK}\g<sign>", text)


def file_name(name: str) -> str:
    """A name that every system can unpack: letters, digits and dashes."""
    bare = "".join(sign for sign in normalize("NFKD", name.lower()) if not combining(sign))
    kept = "".join(sign if sign.isalnum() and sign.isascii() else "-" for sign in bare)
    return re.sub("-+", "-", kept).strip("-") or "sheet"
