"""The printed documents, from plain values to tagged PDF."""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread

import page as validator
import pikepdf
import pypdfium2
import pytest
from flask import Flask, g

from participation.languages import REGISTRY
from participation.reports.figures import Verbatim
from participation.reports.promises import MeansLine, ProposalAnswer, Waiting
from participation.reports.synthesis import Synthesis
from participation.web.documents import child, kit, mend, pdf, renderer
from participation.web.documents.resident import poster_document
from participation.web.documents.synthesis import synthesis_document
from participation.web.render import render
from tests.web.documents.sample import SAMPLE, VERBATIMS
from tests.web.documents.sample_poster import sample_poster

pytestmark = pytest.mark.pdf
Html = Callable[..., str]


@pytest.fixture
def synthesis_html(app: Flask) -> Html:
    """A synthesis as HTML, in French."""

    def written(synthesis: Synthesis = SAMPLE) -> str:
        with app.test_request_context("/"):
            g.language = REGISTRY["fr"]
            return render(synthesis_document(synthesis, REGISTRY["fr"]))

    return written


@pytest.fixture
def poster_html(app: Flask) -> Html:
    """The poster as HTML, in one language."""

    def written(language: str) -> str:
        with app.test_request_context("/"):
            g.language = REGISTRY[language]
            return render(poster_document(sample_poster(language), REGISTRY[language]))

    return written


@lru_cache(maxsize=8)
def rendered(html: str) -> bytes:
    """The same HTML is rendered once for all tests."""
    return pdf.render_pdf(html)


def text_of(document: bytes, number: int | None = None) -> str:
    """What a reader gets by searching or copying: of one page, or of all."""
    opened = pypdfium2.PdfDocument(document)
    pages = [opened[number]] if number is not None else list(opened)
    return "\n".join(one.get_textpage().get_text_range() for one in pages)


def words_of(text: str) -> list[str]:
    """The words without marks and joiners, which readers move about."""
    split = unicodedata.normalize("NFC", text)
    return "".join(one for one in split if unicodedata.category(one) not in {"Mn", "Cf"}).split()


def passes_ua1(document: bytes, folder: Path) -> bool:
    """Whether the accessibility profile finds nothing to say."""
    path = folder / "document.pdf"
    path.write_bytes(document)
    result = validator.validate_pdf(str(path), profile="ua1")
    assert not result.failures
    return bool(result.is_compliant)


def test_the_synthesis_is_an_accessible_pdf(synthesis_html: Html, tmp_path: Path) -> None:
    assert passes_ua1(rendered(synthesis_html()), tmp_path)


def test_a_synthesis_without_anything_yet_is_one_too(synthesis_html: Html, tmp_path: Path) -> None:
    empty = Synthesis(
        cover=replace(SAMPLE.cover, edition=0, is_draft=True),
        decision=replace(
            SAMPLE.decision, priorities=(), waiting=(), states=(), proposals=0, answered=0,
            median_days=None, voters=0, voted_on=None,
        ),
        turnout=replace(
            SAMPLE.turnout, levels_stated=(), responses=(), meetings=(), milestones=(),
            breakdown=None, missing=(),
        ),
        method=replace(SAMPLE.method, responses=0),
    )  # fmt: skip
    written = rendered(synthesis_html(empty))
    assert passes_ua1(written, tmp_path)
    assert "Brouillon, ne pas diffuser" in text_of(written, 0)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_poster_is_one_accessible_sheet(
    poster_html: Html, language: str, tmp_path: Path
) -> None:
    written = rendered(poster_html(language))
    assert passes_ua1(written, tmp_path)
    assert len(pypdfium2.PdfDocument(written)) == 1


def test_the_child_writes_the_same_bytes(synthesis_html: Html) -> None:
    asked = renderer.Renderer()
    try:
        assert asked.pdf(synthesis_html()) == rendered(synthesis_html())
    finally:
        asked.close()


def test_page_one_holds_the_whole_decision(synthesis_html: Html) -> None:
    first = " ".join(text_of(rendered(synthesis_html()), 0).split())
    for expected in (
        "3 priorités des habitants",
        "19 gommettes",
        "Hélène Marchetti, directrice",
        "30 juin 2027",
        "152 jours",
        "Sans décision de votre part",
        "10 juin 2027",
        "Démonstration",
    ):
        assert expected in first


def test_without_a_date_asked_for_nothing_is_said_of_no_decision(synthesis_html: Html) -> None:
    assert "Sans décision de votre part" in synthesis_html()
    unasked = tuple(replace(one, ask=None) for one in SAMPLE.decision.priorities)
    page = replace(SAMPLE.decision, priorities=unasked)
    assert "Sans décision de votre part" not in synthesis_html(replace(SAMPLE, decision=page))


def test_the_first_day_of_a_request_is_said_in_words(synthesis_html: Html) -> None:
    asked = Waiting("Une garde", SAMPLE.cover.on, 0)
    studied = replace(asked, is_studied=True)
    first, second, *_rest = SAMPLE.decision.priorities
    priorities = (
        replace(first, ask=None, waiting=asked),
        replace(second, ask=None, waiting=studied),
    )
    html = synthesis_html(
        replace(
            SAMPLE,
            decision=replace(SAMPLE.decision, priorities=priorities, waiting=(asked, studied)),
            answers=(
                ProposalAnswer(1, "Garde", None),
                ProposalAnswer(2, "Sport", None, outcome="under_study", decided_on=SAMPLE.cover.on),
            ),
            means=(MeansLine("childcare", "Une garde", None),),
        )
    )
    assert html.count("Demandé aujourd’hui</b>") == 2
    for said in (
        "<small>aujourd’hui</small>",
        "À l’étude depuis aujourd’hui",
        "Demandé aujourd’hui, sans réponse à ce jour.",
        "<small>depuis aujourd’hui</small>",
    ):
        assert said in html
    assert "depuis 0" not in html


def test_there_is_never_a_percentage(synthesis_html: Html, poster_html: Html) -> None:
    for html in (synthesis_html(), poster_html("fr"), poster_html("ar")):
        assert "%" not in text_of(rendered(html))


def test_an_unanswered_proposal_is_printed_with_its_days(synthesis_html: Html) -> None:
    told = " ".join(text_of(rendered(synthesis_html())).split())
    assert "10. Sport des femmes" in told
    assert "Sans réponse depuis 152 jours." in told


def test_unused_dots_are_drawn_and_counted(synthesis_html: Html) -> None:
    assert "1 gommette n’a pas été posée." in " ".join(text_of(rendered(synthesis_html())).split())
    assert '<span class="dot-row dot-empty row-1"></span>' in synthesis_html()


@pytest.mark.parametrize("language", ["fa-AF", "ps", "uk", "ka", "tr", "ar"])
def test_own_words_can_be_searched_and_copied(synthesis_html: Html, language: str) -> None:
    [original] = [one.original for one in VERBATIMS if one.language == language]
    found = " ".join(words_of(text_of(rendered(synthesis_html()))))
    expected = " ".join(words_of(original))
    mirrored = str.maketrans("«»", "»«")
    assert expected in found or expected.translate(mirrored) in found


def test_lam_alef_comes_out_in_order(poster_html: Html) -> None:
    found = words_of(text_of(rendered(poster_html("ar"))))
    for word in ("لا", "الاستقبال.", "بلا", "أهلا"):
        assert word in found


def test_bengali_has_a_value_for_each_piece_of_a_letter(synthesis_html: Html) -> None:
    with pikepdf.open(BytesIO(rendered(synthesis_html()))) as document:
        tables = [
            one["/ToUnicode"].read_bytes()
            for one in document.objects
            if isinstance(one, pikepdf.Dictionary) and "/ToUnicode" in one
        ]
    assert tables
    assert not any(mend.EMPTY_ENTRY.search(table) for table in tables)


def test_only_fonts_of_the_kit_are_used() -> None:
    with pytest.raises(mend.ForeignFont):
        pdf.render_pdf(page_with('<p style="font-family: monospace">x</p>'))


def test_a_character_that_cannot_be_drawn_is_marked() -> None:
    assert "\N{REPLACEMENT CHARACTER}" in text_of(pdf.render_pdf(page_with("<p>漢 🦄</p>")))


def test_a_missing_glyph_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "printable", lambda html: html)
    with pytest.raises(pdf.MissingGlyph):
        pdf.render_pdf(page_with("<p>漢</p>"))


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """An address of this machine and what was asked of it."""
    asked: list[str] = []

    class Noting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Noting)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def test_hostile_html_asks_nothing_and_attaches_nothing(listener: tuple[str, list[str]]) -> None:
    address, asked = listener
    written = pdf.render_pdf(
        page_with(
            f'<style>@import "{address}/a.css"; @font-face {{src: url({address}/f)}}'
            f"p {{background: url({address}/b); content: url({address}/c)}}"
            f"li {{list-style-image: url(file:///etc/hosts)}}</style>"
            f'<link rel="attachment" href="file:///etc/passwd">'
            f'<link rel="stylesheet" href="{address}/s">'
            f'<img alt="x" src="{address}/i"><img alt="x" src="file:///etc/passwd">'
            f'<object data="{address}/o"></object><embed src="{address}/e">'
            f'<a rel="attachment" href="{address}/d">x</a><ul><li>x</li></ul><p>x</p>'
        )
    )
    assert asked == []
    with pikepdf.open(BytesIO(written)) as document:
        assert len(document.attachments) == 0
    assert b"root:" not in written


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "kit:../settings.py",
        "kit:fonts-print/../../settings.py",
        "kit:picto/no-such-drawing/ink/none",
        "kit:css/print/marks/../a-base.css",
    ],
)
def test_nothing_outside_the_kit_is_served(address: str) -> None:
    with pytest.raises(kit.NotOurs):
        kit.asset(address)


def test_own_words_are_never_markup(synthesis_html: Html) -> None:
    hostile = Verbatim("<img src=x onerror=alert(1)>")
    assert "<img" not in synthesis_html(replace(SAMPLE, verbatims=(hostile,)))


def test_a_machine_without_pango_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_name: str) -> None:
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(child, "import_module", missing)
    with pytest.raises(renderer.PdfUnavailable) as refused:
        renderer._opened(child.render("<p>x</p>"))
    assert "libpangoft2-1.0-0" in str(refused.value.facts["line"])


def page_with(body: str) -> str:
    """The smallest page that a document may be."""
    return f'<!doctype html><html lang="fr"><head><title>x</title></head><body>{body}</body></html>'
