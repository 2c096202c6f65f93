"""A questionnaire in a frame of the desk: on the tablet, on a telephone, on paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask import Response, make_response, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext

from participation.errors import NotFound
from participation.languages import REGISTRY, Language
from participation.questionnaires.copying import last_version
from participation.questionnaires.drafts import FormDraft
from participation.questionnaires.models import Questionnaire, Version
from participation.questionnaires.worded import progress, silent
from participation.questionnaires.writing import form_of
from participation.web.access import named_within_reach, open_to
from participation.web.database import session
from participation.web.editor.blueprint import ONE, WRITERS, editor
from participation.web.numbers import number_asked
from participation.web.render import render
from participation.web.security import POLICY
from participation.wording import Words

SURFACES: Mapping[str, tuple[object, str]] = {
    "tablet": (lazy_gettext("Tablet"), "tablet"),
    "telephone": (lazy_gettext("Telephone"), "phone"),
    "paper": (lazy_gettext("Paper"), "print"),
}
"""Name and pictogram of each place where people answer."""


@dataclass(frozen=True, slots=True)
class Way:
    """One tab: another place, or another language."""

    label: str
    pictogram: str
    language: Language
    address: str
    note: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """What templates/editor/preview.html may use. `frame` is empty where no screen exists."""

    template: ClassVar[str] = "editor/preview.html"
    short_name: str
    title: Words
    number: int
    is_draft: bool
    surface: str
    shown: Language
    surfaces: Sequence[Way]
    languages: Sequence[Way]
    frame: str
    paper: str
    words_address: str
    missing: int
    unread: int
    silent: int


@editor.get(f"{ONE}/preview/<surface>/<tag>")
@open_to(*WRITERS)
def show_preview(short_name: str, surface: str, tag: str) -> ResponseReturnValue:
    """The last version, or the one that `?version=` numbers."""
    version = version_asked(named_within_reach(session(), Questionnaire, short_name))
    if surface not in SURFACES or tag not in version.languages:
        raise NotFound
    return with_frame(render(preview_page(version, surface, tag)))


def version_asked(questionnaire: Questionnaire) -> Version:
    """The version to look at; raise NotFound."""
    number = number_asked("version")
    found = (
        next((one for one in questionnaire.versions if one.number == number), None)
        if number
        else last_version(session(), questionnaire)
    )
    if found is None:
        raise NotFound
    return found


def preview_page(version: Version, surface: str, tag: str) -> PreviewPage:
    """The frame, and the ways to the other previews."""
    draft, short_name = form_of(version), version.questionnaire.short_name
    far = progress(draft, tag)
    return PreviewPage(
        short_name=short_name,
        title=draft.title,
        number=version.number,
        is_draft=version.published_at is None,
        surface=surface,
        shown=REGISTRY[tag],
        surfaces=[way(version, one, tag, surface == one) for one in SURFACES],
        languages=languages_of(version, draft, surface, tag),
        frame=frame_of(version, surface, tag),
        paper=paper_of(version, tag),
        words_address=url_for(".show_words", short_name=short_name, tag=tag),
        missing=far.missing,
        unread=far.there - far.reviewed,
        silent=len(silent(draft, tag)),
    )


def way(version: Version, surface: str, tag: str, is_current: bool) -> Way:
    """The tab of a surface in a language."""
    label, pictogram = SURFACES[surface]
    address = url_for(
        ".show_preview",
        short_name=version.questionnaire.short_name,
        surface=surface,
        tag=tag,
        version=version.number,
    )
    return Way(str(label), pictogram, REGISTRY[tag], address, "", is_current)


def languages_of(version: Version, draft: FormDraft, surface: str, tag: str) -> list[Way]:
    """A tab for each language, with what it lacks."""
    ways = []
    for one in version.languages:
        lacks, at = progress(draft, one).missing, way(version, surface, one, one == tag)
        note = _("%(n)s missing", n=lacks) if lacks else _("complete")
        ways.append(Way(at.label, "", at.language, at.address, str(note), at.is_current))
    return ways


def frame_of(version: Version, surface: str, tag: str) -> str:
    """The address of what stands in the frame; empty for a screen that the language has not."""
    if surface == "paper":
        return paper_of(version, tag)
    if not REGISTRY[tag].is_interface:
        return ""
    return url_for(
        "questionnaires.preview_form",
        short_name=version.questionnaire.short_name,
        surface=surface,
        tag=tag,
        version=version.number,
    )


def paper_of(version: Version, tag: str) -> str:
    """The address of the sheet, to be printed."""
    return url_for(
        "questionnaires.show_paper",
        short_name=version.questionnaire.short_name,
        tag=tag,
        version=version.number,
    )


def with_frame(page: str) -> Response:
    """A page that may hold a frame of our own."""
    response = make_response(page)
    response.headers["Content-Security-Policy"] = f"{POLICY}; frame-src 'self'"
    return response
