"""What a form is answered with: how much of it is read, and what a date is chosen from."""

from babel.dates import get_month_names
from flask import request
from werkzeug.datastructures import MultiDict

from participation import clock
from participation.errors import BrokenForm
from participation.web.languages import locale
from participation.web.questionnaires.pages import Calendar
from participation.web.questionnaires.sent import MOST_FIELDS

YEARS_AHEAD, YEARS_BEHIND = 3, 110


def form_sent() -> MultiDict[str, str]:
    """The fields of a request; raise BrokenForm before thousands of them are read."""
    request.max_form_parts = MOST_FIELDS
    is_in_parts = request.mimetype == "multipart/form-data"
    if not is_in_parts and request.get_data().count(b"&") > MOST_FIELDS:
        raise BrokenForm
    return request.form


def calendar() -> Calendar:
    """What a date is chosen from where no keyboard is wanted."""
    names = get_month_names("wide", context="stand-alone", locale=locale())
    this_year = clock.today().year
    years = range(this_year + YEARS_AHEAD, this_year - YEARS_BEHIND, -1)
    return Calendar([names[month] for month in range(1, 13)], list(years))
