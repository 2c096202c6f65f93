"""ODS: a zip of three small XML files, written here (decisions/0015 says why)."""

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from participation.exchange.archive import archived
from participation.exchange.look import widths
from participation.exchange.sheets import Cell, Sheet, readable, short_enough

TYPE = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = "urn:oasis:names:tc:opendocument:xmlns"
MILLIMETRES = 2
"""Of one character, nearly."""
BEGINNING = '<?xml version="1.0" encoding="UTF-8"?>\n'
MANIFEST = (
    f'{BEGINNING}<manifest:manifest xmlns:manifest="{NAMES}:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3"'
    f' manifest:media-type="{TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
ROOT = (
    f'<office:document-content xmlns:office="{NAMES}:office:1.0" xmlns:text="{NAMES}:text:1.0"'
    f' xmlns:table="{NAMES}:table:1.0" xmlns:style="{NAMES}:style:1.0"'
    f' xmlns:fo="{NAMES}:xsl-fo-compatible:1.0" office:version="1.3">'
)
CELLS = (
    '<style:style style:name="head" style:family="table-cell">'
    '<style:table-cell-properties fo:wrap-option="wrap" fo:border-bottom="0.5pt solid #000000"/>'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="cell" style:family="table-cell">'
    '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>'
)
GAPS = re.compile(r"^ | {2,}")
"""What XML would fold into one space, or drop: written as elements of its own."""


def ods_file(sheets: Sequence[Sheet]) -> bytes:
    """A spreadsheet of one sheet or more."""
    files = [
        ("mimetype", TYPE.encode()),
        ("content.xml", "".join(content(sheets)).encode()),
        ("META-INF/manifest.xml", MANIFEST.encode()),
    ]
    return archived(files, stored=["mimetype"])


def content(sheets: Sequence[Sheet]) -> Iterator[str]:
    """The document, piece by piece."""
    yield f"{BEGINNING}{ROOT}<office:automatic-styles>{CELLS}"
    for width in sorted({width for sheet in sheets for width in widths(sheet)}):
        yield (
            f'<style:style style:name="w{width}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{width * MILLIMETRES}mm"/>'
            "</style:style>"
        )
    yield "</office:automatic-styles><office:body><office:spreadsheet>"
    for sheet in sheets:
        yield from table(sheet)
    yield "</office:spreadsheet></office:body></office:document-content>"


def table(sheet: Sheet) -> Iterator[str]:
    """One sheet; its head is repeated on each printed page."""
    yield f"<table:table table:name={quoteattr(sheet.name)}>"
    for width in widths(sheet):
        yield f'<table:table-column table:style-name="w{width}"/>'
    yield f"<table:table-header-rows>{row(sheet.head, 'head')}</table:table-header-rows>"
    for line in sheet.rows:
        yield row(line, "cell")
    yield "</table:table>"


def row(line: Sequence[Cell], style: str) -> str:
    """One row."""
    return f"<table:table-row>{''.join(cell_of(cell, style) for cell in line)}</table:table-row>"


def cell_of(cell: Cell, style: str) -> str:
    """One cell with its type: a text is never a formula."""
    if cell is None or cell == "":
        return "<table:table-cell/>"
    opening = f'<table:table-cell table:style-name="{style}" office:value-type='
    if not isinstance(cell, str):
        return f'{opening}"float" office:value="{cell}"><text:p>{cell}</text:p></table:table-cell>'
    lines = short_enough(readable(cell)).split("\n")
    return f'{opening}"string">{"".join(map(paragraph, lines))}</table:table-cell>'


def paragraph(line: str) -> str:
    """One line of a cell, its spaces kept."""
    return f"<text:p>{GAPS.sub(gap, escape(line))}</text:p>"


def gap(found: re.Match[str]) -> str:
    """Several spaces."""
    return f'<text:s text:c="{len(found.group())}"/>'
