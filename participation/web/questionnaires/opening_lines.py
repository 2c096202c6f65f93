"""What the form of an opening says of each language before anything is opened."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import url_for

from participation.languages import REGISTRY, Language
from participation.questionnaires import queries
from participation.questionnaires.models import Version
from participation.questionnaires.worded import missing
from participation.web.database import session
from participation.web.links import has_page


@dataclass(frozen=True, slots=True)
class LanguageLine:
    """One language of the campaign: how many texts of the version it lacks, and where.

    `numbers` are those of the questions with a missing text; 0 stands for the title.
    """

    language: Language
    missing: int
    numbers: Sequence[int]
    has_screens: bool
    is_written: bool
    address: str


def language_lines(version: Version | None, tags: Iterable[str]) -> dict[str, LanguageLine]:
    """A line for each language that the campaign speaks."""
    known = [tag for tag in tags if tag in REGISTRY]
    if version is None:
        return {}
    lacks = missing(queries.asked(session(), version.id), known)
    return {tag: line(version, tag, lacks[tag]) for tag in known}


def line(version: Version, tag: str, lacks: Sequence[tuple[int, str]]) -> LanguageLine:
    """One language."""
    return LanguageLine(
        language=REGISTRY[tag],
        missing=len(lacks),
        numbers=sorted({number for number, _place in lacks}),
        has_screens=REGISTRY[tag].is_interface,
        is_written=tag in version.languages,
        address=words_address(version, tag if tag in version.languages else "fr"),
    )


def words_address(version: Version, tag: str) -> str:
    """Where the texts are written, if a feature of this installation does that."""
    if not has_page("editor.show_words"):
        return ""
    return url_for("editor.show_words", short_name=version.questionnaire.short_name, tag=tag)
