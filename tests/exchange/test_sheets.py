"""Sheets read back by another program: each text is the text, and never a formula."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import load_workbook

from participation.exchange import comma, sheets
from participation.exchange.excel import xlsx_file
from participation.exchange.formats import Format, sheets_file
from participation.exchange.opendocument import ods_file
from participation.exchange.sheets import LONGEST, Sheet, TooManyRows, readable, short_enough

Writer = Callable[[Sequence[Sheet]], bytes]
FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://exemple.fr";"ici")',
    "+33 6 12 34 56 78",
    "-2+3",
    "@SUM(1;2)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "   =1+1",
    "\u00a0=1+1",
    "\ufeff=1+1",
    "\u200b@A1",
    "＝1+1",
    "＋1",
    "－1",
    "＠A1",
    "\u22122",
    "=cmd|' /C calc'!A0",
)
SPLIT = ("a,=1+1", 'a",=1+1', "a;=1+1,b", "a\n=1+1", "a\n  @A1", 'dit : "-2', "a\t=1+1")
HARMLESS = ("Bonjour", "12", "2-3", "a@b.fr", "l'eau", "3 = 3", "", "é", "مرحبا 12")
ODD = ("_x000D_", "_x0041_", "  deux  espaces ", "a\n\nb", "a\tb", "&amp; <b>", "]]>", "\x00\x08z")
hostile = st.one_of(
    st.sampled_from(FORMULAS + SPLIT + HARMLESS + ODD),
    st.text(st.characters(exclude_categories=())),
    st.builds(str.__add__, st.sampled_from(("", " ", "\t", '"', ",")), st.sampled_from(FORMULAS)),
)


def read(workbook: bytes) -> dict[str, list[list[Any]]]:
    """Name of sheet -> rows, as calamine reads them."""
    book = load_workbook(io.BytesIO(workbook))
    return {
        name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in book.sheet_names
    }


def read_csv(content: bytes) -> list[list[str]]:
    """Rows of a CSV."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("write", [xlsx_file, ods_file])
def test_several_sheets_are_read_back_with_their_types(write: Writer) -> None:
    first = Sheet(
        "Résultats", ["question", "n", "moyenne"], [["Accueil", 12, 3.25], ["b", 0, None]]
    )
    second = Sheet("Codebook", ["clé"], [["q1"]])
    assert read(write([first, second])) == {
        "Résultats": [["question", "n", "moyenne"], ["Accueil", 12.0, 3.25], ["b", 0.0, ""]],
        "Codebook": [["clé"], ["q1"]],
    }


@pytest.mark.parametrize("write", [xlsx_file, ods_file])
@pytest.mark.parametrize("text", FORMULAS + SPLIT + HARMLESS + ODD)
def test_a_text_is_typed_as_a_text(write: Writer, text: str) -> None:
    [_head, [found, end]] = read(write([Sheet("A", ["words", "end"], [[text, "end"]])]))["A"]
    assert (found, end) == (readable(text), "end")


@pytest.mark.parametrize("write", [xlsx_file, ods_file])
@given(text=hostile)
@settings(deadline=None, max_examples=150)
def test_any_text_comes_back(write: Writer, text: str) -> None:
    [[_head, _end], [found, end]] = read(write([Sheet("A", ["words", "end"], [[text, "end"]])]))[
        "A"
    ]
    assert (found, end) == (readable(text), "end")


@pytest.mark.parametrize("text", FORMULAS)
def test_nothing_in_the_file_is_a_formula(text: str) -> None:
    sheet = Sheet("A", [text], [[text]])
    xlsx = zipfile.ZipFile(io.BytesIO(xlsx_file([sheet]))).read("xl/worksheets/sheet1.xml")
    ods = zipfile.ZipFile(io.BytesIO(ods_file([sheet]))).read("content.xml")
    assert b"<f>" not in xlsx
    assert b"hyperlink" not in xlsx
    assert b"table:formula" not in ods
    assert b"text:a" not in ods


def test_a_text_like_a_formula_stays_a_text_when_somebody_edits_the_cell() -> None:
    written = zipfile.ZipFile(io.BytesIO(xlsx_file([Sheet("A", ["a"], [["=1+1"], ["b"]])])))
    styles = written.read("xl/styles.xml").decode()
    assert styles.count('quotePrefix="1"') == 1


@pytest.mark.parametrize("text", FORMULAS)
def test_csv_marks_what_would_be_calculated(text: str) -> None:
    [_head, [found]] = read_csv(comma.csv_file(Sheet("A", ["a"], [[text]])))
    assert re.match(rf"{sheets.INVISIBLE}'{sheets.BEGINS}", found)
    assert found.replace("'", "") == readable(text).replace("'", "")


@pytest.mark.parametrize("text", HARMLESS)
def test_csv_leaves_other_texts_alone(text: str) -> None:
    [_head, found] = read_csv(comma.csv_file(Sheet("A", ["a"], [[text]])))
    assert found == [text]


@given(first=hostile, second=hostile)
@settings(deadline=None, max_examples=300)
@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("quote", ['"', None])
def test_no_reader_of_csv_finds_a_formula(
    separator: str, quote: str | None, first: str, second: str
) -> None:
    written = comma.csv_file(Sheet("A", ["a", "b"], [[first, second]])).decode("utf-8-sig")
    way = csv.QUOTE_MINIMAL if quote else csv.QUOTE_NONE
    options = {"delimiter": separator, "quoting": way, "quotechar": quote or '"'}
    for row in csv.reader(io.StringIO(written, newline=""), **options):
        for cell in row:
            assert not re.match(rf'"*{sheets.INVISIBLE}{sheets.BEGINS}', cell), cell


def test_csv_opens_in_french_excel() -> None:
    written = comma.csv_file(Sheet("A", ["é", "n"], [["a;b", 2.5], [None, 3]]))
    assert written == '\ufeff"é";"n"\r\n"a;b";"2,5"\r\n"";"3"\r\n'.encode()


def test_several_sheets_as_csv_are_a_zip_of_one_file_each() -> None:
    made = sheets_file([Sheet("Who took part", ["a"], []), Sheet("Été", ["b"], [])], Format.CSV)
    names = zipfile.ZipFile(io.BytesIO(made.content)).namelist()
    assert (made.suffix, names) == ("zip", ["1-who-took-part.csv", "2-ete.csv"])


def test_one_sheet_as_json_is_a_list_of_its_rows() -> None:
    made = sheets_file([Sheet("A", ["a", "b"], [["=1", 2], [None, 3]])], Format.JSON)
    assert json.loads(made.content) == {"A": [{"a": "=1", "b": 2}, {"a": None, "b": 3}]}


@pytest.mark.parametrize("wanted", list(Format))
def test_the_same_sheets_are_the_same_bytes(wanted: Format) -> None:
    made = [
        Sheet(
            "A",
            ["a"],
            [
                [
                    "é",
                ],
                [1.5],
            ],
        ),
        Sheet("B", ["b"], [["x"]]),
    ]
    assert sheets_file(made, wanted) == sheets_file(made, wanted)


def test_a_text_is_cut_where_a_cell_ends_and_not_inside_a_character() -> None:
    assert short_enough("a" * LONGEST) == "a" * LONGEST
    cut = short_enough("a" + "👩" * LONGEST)
    assert len(cut.encode("utf-16-le")) // 2 in {LONGEST - 1, LONGEST}
    assert cut.endswith("👩…")
    [[_head], [found]] = read(xlsx_file([Sheet("A", ["a"], [["é" * 40_000]])]))["A"]
    assert found == "é" * (LONGEST - 1) + "…"


def test_rows_that_a_spreadsheet_cannot_hold_are_refused_not_dropped() -> None:
    with pytest.raises(TooManyRows):
        Sheet("A", ["a"], range(sheets.MOST_ROWS))  # type: ignore[arg-type]  # Only its length counts.
