"""Responses one by one: for the administrator alone, once nothing more can arrive, journaled."""

from dataclasses import dataclass
from typing import ClassVar

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from sqlalchemy.orm import Session
from wtforms import BooleanField, RadioField, StringField
from wtforms.validators import DataRequired, Length

from participation import clock
from participation.campaigns.models import Campaign
from participation.errors import Refused
from participation.exchange.formats import File, Format, sheets_file
from participation.exchange.sheets import Sheet
from participation.questionnaires.models import Opening
from participation.questionnaires.queries import answered
from participation.questionnaires.rows import Rows, rows_of, why_no_rows
from participation.reports.exported import exported
from participation.web.access import named_within_reach, open_to
from participation.web.database import session
from participation.web.errors import sentence
from participation.web.forms.base import BaseForm, attempt, status_of
from participation.web.forms.fields import choices_of
from participation.web.handing import handed
from participation.web.journaling import noted
from participation.web.render import render
from participation.web.results.blueprint import AT, results
from participation.web.results.codebook import codebook
from participation.web.results.exports import named_after
from participation.web.results.opening import opening_here
from participation.wording import Words

HERE = f"{AT}/<int:opening_id>/rows"
FORMATS = {
    Format.XLSX: lazy_gettext("Excel (.xlsx)"),
    Format.ODS: lazy_gettext("LibreOffice (.ods)"),
    Format.CSV: lazy_gettext("Text with semicolons (.csv, two files in a .zip)"),
    Format.JSON: lazy_gettext("For a program (.json)"),
}


class RowsForm(BaseForm):
    """In what format, what for, and that it was understood."""

    wanted = RadioField(
        lazy_gettext("Format"), choices=choices_of(FORMATS.items()), default=Format.XLSX.value
    )
    purpose = StringField(
        lazy_gettext("What is it for?"),
        [DataRequired(lazy_gettext("Write what it is for.")), Length(max=140)],
    )
    understood = BooleanField(
        lazy_gettext("I keep this file to myself, and I delete it when the work is done."),
        [DataRequired(lazy_gettext("Tick this box to go on."))],
    )


@dataclass(frozen=True, slots=True)
class RowsPage:
    """What templates/results/rows.html may use; `refusal` says why no file is made."""

    template: ClassVar[str] = "results/rows.html"
    form: RowsForm
    title: Words
    service: str
    back: tuple[str, int]
    responses: int
    refusal: str


@results.get(HERE)
@open_to("administrator")
def show_rows(short_name: str, opening_id: int) -> ResponseReturnValue:
    """What the file would be, and why it is dangerous in small numbers."""
    campaign = named_within_reach(session(), Campaign, short_name)
    return render(rows_page(opening_here(campaign, opening_id), RowsForm()))


@results.post(HERE)
@open_to("administrator")
def export_rows(short_name: str, opening_id: int) -> ResponseReturnValue:
    """The file, with its line in the journal: who, when, what, and what for."""
    campaign = named_within_reach(session(), Campaign, short_name)
    opening, form = opening_here(campaign, opening_id), RowsForm()
    found = found_rows(opening, form)
    if found is None or not attempt(form, lambda written: note(written, opening, form, found)):
        return render(rows_page(opening, form)), status_of(form)
    return handed(rows_file(opening, found, Format(form.wanted.data)), named_after(opening, "rows"))


def found_rows(opening: Opening, form: RowsForm) -> Rows | None:
    """The rows, read before the write begins; None with the reason on the form."""
    if not form.validate_on_submit():
        return None
    try:
        return rows_of(session(), opening, at=clock.now())
    except Refused as error:
        form.problems.append(sentence(error))
        return None


def note(written: Session, opening: Opening, form: RowsForm, found: Rows) -> None:
    """The line in the journal, before the rows leave."""
    version = opening.version
    what = f"{opening.campaign.short_name}: {version.questionnaire.short_name} {version.number}"
    subject = f"{what}, {opening.service.name}, {len(found.rows)} {form.wanted.data}"
    noted(written, "rows_exported", f"{subject}. {form.purpose.data}")


def rows_file(opening: Opening, found: Rows, wanted: Format) -> File:
    """The rows, and the sheet that says what each key means."""
    rows = Sheet(_("Responses"), found.head, found.rows)
    return sheets_file([rows, codebook(exported(session(), opening.campaign, [opening]))], wanted)


def rows_page(opening: Opening, form: RowsForm) -> RowsPage:
    """The page of one opening."""
    return RowsPage(
        form=form,
        title=opening.version.title,
        service=opening.service.name,
        back=(opening.campaign.short_name, opening.id),
        responses=answered(session(), [opening.id]),
        refusal=refusal_of(opening),
    )


def refusal_of(opening: Opening) -> str:
    """Why no file is made now; nothing when one may be."""
    try:
        why_no_rows(session(), opening, at=clock.now())
    except Refused as error:
        return sentence(error)
    return ""
