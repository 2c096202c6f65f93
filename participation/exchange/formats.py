"""The formats in which sheets are handed over, and what each file is called and is."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from participation.exchange.comma import csv_archive, csv_file
from participation.exchange.excel import xlsx_file
from participation.exchange.opendocument import TYPE as ODS_TYPE
from participation.exchange.opendocument import ods_file
from participation.exchange.sheets import Sheet


class Format(StrEnum):
    """What a person may ask for."""

    CSV = "csv"
    XLSX = "xlsx"
    ODS = "ods"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class File:
    """A file to hand over; `suffix` is without its dot."""

    content: bytes
    suffix: str
    content_type: str


def sheets_file(sheets: Sequence[Sheet], wanted: Format) -> File:
    """The sheets in one file; as CSV, several of them are a zip of one file each."""
    if wanted is Format.XLSX:
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return File(xlsx_file(sheets), "xlsx", kind)
    if wanted is Format.ODS:
        return File(ods_file(sheets), "ods", ODS_TYPE)
    if wanted is Format.JSON:
        return json_file(
            {
                one.name: [dict(zip(one.head, row, strict=True)) for row in one.rows]
                for one in sheets
            }
        )
    if len(sheets) > 1:
        return File(csv_archive(sheets), "zip", "application/zip")
    return File(csv_file(sheets[0]), "csv", "text/csv; charset=utf-8")


def json_file(value: Any) -> File:
    """A plain value as JSON that people can read too: UTF-8, one part a line."""
    written = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    return File(f"{written}\n".encode(), "json", "application/json")
