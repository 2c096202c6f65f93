"""The poster of residents as a page of HTML, in one of their languages."""

from dataclasses import dataclass
from typing import ClassVar

import segno
from flask_babel import force_locale
from markupsafe import Markup

from participation.languages import INTERFACE, Language
from participation.reports.poster import Poster
from participation.web.documents.catalogue import gettext
from participation.web.documents.say import Say

ROOMY = 700
"""Signs that fit on one sheet at full size."""


@dataclass(frozen=True, slots=True)
class PosterDocument:
    """What templates/documents/poster_sheet.html may use."""

    template: ClassVar[str] = "documents/poster_sheet.html"
    poster: Poster
    say: Say
    language: Language
    other_titles: list[tuple[str, str]]
    qr: Markup
    is_dense: bool


def poster_document(poster: Poster, language: Language) -> PosterDocument:
    """Put a poster into words. To be called inside the locale of its language."""
    return PosterDocument(
        poster=poster,
        say=Say(language),
        language=language,
        other_titles=[(one.tag, title_in(one)) for one in INTERFACE if one != language],
        qr=qr_drawing(poster.address) if poster.address else Markup(),
        is_dense=signs(poster) > ROOMY,
    )


def signs(poster: Poster) -> int:
    """How much there is to print."""
    said = (len(one.asked.text) + len(one.done.text) for one in poster.changes)
    notices = (*poster.ongoing, *poster.refused, *poster.unanswered)
    return sum(said) + sum(len(one.title.text) + len(one.text.text) for one in notices)


def title_in(language: Language) -> str:
    """The title of the poster as another reader would say it."""
    with force_locale(language.locale):
        return gettext("What changed thanks to you")


def qr_drawing(address: str) -> Markup:
    """The address as a QR code, drawn, with a title for readers of PDF."""
    code = segno.make(address, error="m", micro=False)
    return Markup(  # noqa: S704 - segno writes numbers and our own title only.
        code.svg_inline(scale=2.4, border=0, dark="#16302C", title=gettext("QR code"))
    )
