"""What a date is chosen from."""

from babel.dates import get_month_names

from participation import clock
from participation.web.languages import locale
from participation.web.questionnaires.pages import Calendar

YEARS_AHEAD, YEARS_BEHIND = 3, 110


def calendar() -> Calendar:
    """What a date is chosen from where no keyboard is wanted."""
    names = get_month_names("wide", context="stand-alone", locale=locale())
    this_year = clock.today().year
    years = range(this_year + YEARS_AHEAD, this_year - YEARS_BEHIND, -1)
    return Calendar([names[month] for month in range(1, 13)], list(years))
