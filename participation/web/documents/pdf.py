"""HTML to tagged PDF. WeasyPrint is imported here and only here, and only in the child process."""

import logging
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256

from fontTools.ttLib import TTFont
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from participation.web.documents import kit
from participation.web.documents.mend import mend

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
NARROW_SPACE, SMALL_SPACE = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"


class MissingGlyph(Exception):
    """A character that no font of the kit can draw reached the page."""


class OurAssetsOnly(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types.
    """Serves `kit:` addresses from the package and refuses every other one, `file:` included."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("kit",), allow_redirects=False, timeout=1)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The asset behind the address. Raises NotOurs, which leaves the image out."""
        body, kind = kit.asset(url)
        return URLFetcherResponse(url, body, {"Content-Type": kind})


def render_pdf(html: str) -> bytes:
    """A tagged PDF (PDF/UA-1) of a page of HTML, the same bytes for the same HTML.

    Raises MissingGlyph or ForeignFont rather than write a page that some readers cannot read.
    """
    html = printable(html)
    fonts, sheet, fetcher = _shared()
    page = HTML(string=html, base_url="kit:", url_fetcher=fetcher, media_type="print")
    with _no_missing_glyph():
        written = page.write_pdf(
            stylesheets=[sheet],
            font_config=fonts,
            pdf_variant="pdf/ua-1",
            pdf_identifier=sha256(html.encode()).digest()[:16],
        )
    return mend(written)


def printable(html: str) -> str:
    """The same text with a mark in place of each character that the kit cannot draw."""
    unknown = {one for one in set(html) if not _can_be_drawn(one)}
    return html.translate({ord(one): REPLACEMENT for one in unknown})


def _can_be_drawn(one: str) -> bool:
    return ord(one) in characters() or unicodedata.category(one) in {"Cf", "Zs", "Cc"}


@lru_cache(maxsize=1)
def characters() -> frozenset[int]:
    """Every character that a font of the kit can draw."""
    found: set[int] = set()
    for path in sorted((kit.STATIC / "fonts-print").glob("*-400.ttf")):
        with TTFont(path, lazy=True) as font:
            found.update(font.getBestCmap())
    return frozenset(found)


@lru_cache(maxsize=1)
def _shared() -> tuple[FontConfiguration, CSS, OurAssetsOnly]:
    """Fonts and style are read once for all the documents of one process."""
    fonts, fetcher = FontConfiguration(), OurAssetsOnly()
    sheet = CSS(string=kit.style(), font_config=fonts, url_fetcher=fetcher, base_url="kit:")
    return fonts, sheet, fetcher


@contextmanager
def _no_missing_glyph() -> Iterator[None]:
    heard = _Heard()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(heard)
    try:
        yield
    finally:
        logger.removeHandler(heard)
    if heard.missing:
        raise MissingGlyph("; ".join(heard.missing))


class _Heard(logging.Handler):
    """Keeps what WeasyPrint says about characters that it could not draw."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.missing: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if message.startswith(".notdef"):
            self.missing.append(message)
