"""XLSX, where each text is typed as a text: never a formula, never a link, never a number."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from participation.exchange.look import widths
from participation.exchange.sheets import Cell, Sheet, readable, short_enough, would_calculate

OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
LONG_AGO = datetime(1980, 1, 1, tzinfo=UTC)
"""The file is the same bytes whenever it is made of the same sheets."""


def xlsx_file(sheets: Sequence[Sheet]) -> bytes:
    """A workbook of one sheet or more, with the head of each always in sight."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, OPTIONS)
    book.set_properties({"created": LONG_AGO})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    marked = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        page.freeze_panes(1, 0)
        for column, width in enumerate(widths(sheet)):
            page.set_column(column, column, width)
        for row, line in enumerate(sheet.lines):
            for column, cell in enumerate(line):
                write_cell(page, row, column, cell, head if row == 0 else plain, marked)
    book.close()
    return made.getvalue()


def write_cell(  # Six, because XlsxWriter has no cell to hand over.
    page: Worksheet, row: int, column: int, cell: Cell, usual: Format, marked: Format
) -> None:
    """One cell with its type; a text that begins like a formula stays a text when edited."""
    if isinstance(cell, str):
        text = short_enough(readable(cell))
        if text:
            look = marked if would_calculate(text) and row else usual
            page.write_string(row, column, text, look)
    elif cell is not None:
        page.write_number(row, column, cell, usual)
