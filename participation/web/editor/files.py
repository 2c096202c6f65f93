"""A questionnaire as a file: any version out, and a file in as a draft."""

from dataclasses import dataclass
from typing import Any, ClassVar

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField, FileRequired
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.errors import NotFound, Refused
from participation.exchange.formats import json_file
from participation.questionnaires.files import from_file, to_file
from participation.questionnaires.models import Questionnaire, Version
from participation.questionnaires.reading_files import LARGEST, Told, read_file
from participation.web.access import named_within_reach, open_to, staff
from participation.web.database import session
from participation.web.editor.blueprint import AT, ONE, WRITERS, editor
from participation.web.errors import sentence
from participation.web.forms.base import BaseForm, attempt, status_of
from participation.web.handing import handed
from participation.web.journaling import noted
from participation.web.render import render

AROUND = 100_000
"""Bytes of a request around the file itself."""


class FileForm(BaseForm):
    """The file to bring."""

    file = FileField(_("File of a questionnaire"), [FileRequired(_("Choose a file."))])


@dataclass(frozen=True, slots=True)
class BringPage:
    """What templates/editor/bring.html may use."""

    template: ClassVar[str] = "editor/bring.html"
    form: FileForm
    largest: int


@editor.url_value_preprocessor
def allow_a_large_file(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """A questionnaire with its sounds is larger than what other pages take."""
    if endpoint == "editor.bring":
        request.max_content_length = LARGEST + AROUND


@editor.get(f"{ONE}/versions/<int:number>.json")
@open_to(*WRITERS)
def download_version(short_name: str, number: int) -> ResponseReturnValue:
    """One version with its pictures and sounds."""
    version = numbered(short_name, number)
    name = f"{short_name}-version-{version.number}"
    return handed(json_file(to_file(session(), version)), name)


def numbered(short_name: str, number: int) -> Version:
    """A version of a questionnaire within reach, published or not; raise NotFound."""
    questionnaire = named_within_reach(session(), Questionnaire, short_name)
    found = session().scalar(
        select(Version).where(
            Version.questionnaire_id == questionnaire.id, Version.number == number
        )
    )
    if found is None:
        raise NotFound
    return found


@editor.get(f"{AT}/files")
@open_to(*WRITERS)
def show_bring() -> ResponseReturnValue:
    """The page on which a file is brought."""
    return render(BringPage(FileForm(), LARGEST // 10**6))


@editor.post(f"{AT}/files")
@open_to(*WRITERS)
def bring() -> ResponseReturnValue:
    """A draft made of the file, to be looked at before anything else."""
    form = FileForm()
    made = brought(form)
    if made is None:
        return render(BringPage(form, LARGEST // 10**6)), status_of(form)
    return redirect(url_for(".show_questionnaire", short_name=made.questionnaire.short_name))


def brought(form: FileForm) -> Version | None:
    """The draft, or None with the reason on the form. The file is read before the write begins."""
    if not form.validate_on_submit():
        return None
    try:
        told = read_file(form.file.data.read(LARGEST + 1))
    except Refused as error:
        form.problems.append(sentence(error))
        return None
    made: list[Version] = []
    attempt(form, lambda written: made.append(kept(written, told)))
    return made[0] if made else None


def kept(written: Session, told: Told) -> Version:
    """The draft, with its line in the journal."""
    version = from_file(written, staff().structure_id, told)
    noted(written, "questionnaire_brought", version.questionnaire.short_name)
    return version
