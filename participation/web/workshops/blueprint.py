"""The blueprint of workshops and votes."""

from datetime import date

from flask import Blueprint
from flask_babel import format_date

workshops = Blueprint("workshops", __name__)


@workshops.app_template_filter()
def day(on: date) -> str:
    """A day in full, as a sentence says it."""
    return str(format_date(on, "long"))
