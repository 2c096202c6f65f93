"""The scenario as it reads on one day."""

from datetime import date

import pytest

from participation.demo.calendar import Calendar
from participation.demo.reading import Scenario, read_scenario

TODAY = date(2027, 3, 22)
"""A week after the last day of the story: nothing moves."""


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    """The whole story with its own dates."""
    return read_scenario(Calendar.seen_on(TODAY))
