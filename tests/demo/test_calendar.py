"""The story moves as one piece."""

from datetime import date

import pytest

from participation.demo.calendar import Calendar
from participation.demo.reading import read_scenario

NEXT_YEAR = date(2031, 7, 4)


@pytest.mark.parametrize("today", [date(2027, 3, 22), date(2025, 1, 1), NEXT_YEAR])
def test_the_follow_up_was_a_week_ago(today: date) -> None:
    assert (today - Calendar.seen_on(today).day(date(2027, 3, 15))).days == 7


def test_intervals_stay_as_they_were_told() -> None:
    story = read_scenario(Calendar.seen_on(NEXT_YEAR))
    workshop, answers = story.choosing.workshop.day, story.answering.decisions[0].day
    assert (answers - workshop).days == 28


def test_a_text_names_the_moved_day_in_its_language() -> None:
    calendar = Calendar.seen_on(date(2027, 3, 22))
    assert calendar.text("le {day 2026-12-01}") == "le 1er décembre"
    assert calendar.text("{day 2026-12-10}", "uk") == "10 грудня"
    assert calendar.text("{month 2027-09-01}", "ar") == "سبتمبر 2027"
    assert calendar.text("le {date 2027-11-30}") == "le 30 novembre 2027"


def test_a_table_of_languages_moves_each_text_in_its_own() -> None:
    calendar = Calendar.seen_on(date(2027, 3, 22))
    told = {"fr": "{month 2027-04-01}", "en": "{month 2027-04-01}", "seen": [date(2027, 1, 2), 3]}
    assert calendar.moved(told) == {
        "fr": "avril 2027",
        "en": "April 2027",
        "seen": [date(2027, 1, 2), 3],
    }
