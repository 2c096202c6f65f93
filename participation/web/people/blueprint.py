"""The blueprint of people, and what it gives to every template."""

from datetime import date, datetime

from flask import Blueprint
from flask_babel import format_date, format_datetime

from participation.web import links

people = Blueprint("people", __name__)
people.add_app_template_global(links.has_page, "has_page")
people.add_app_template_global(links.in_language, "in_language")


@people.app_template_global()
def moment(at: datetime) -> str:
    """A day and a time as staff read them."""
    return str(format_datetime(at, "d MMM yyyy, HH:mm"))


@people.app_template_global()
def day(on: date) -> str:
    """A day as staff read it."""
    return str(format_date(on, "d MMMM yyyy"))
