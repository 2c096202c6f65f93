"""Numbers and dates are counted in bands, so that nobody is told by an age or a birthday.

The bands follow from the bounds of the question alone: years, sites and languages compare.
"""

from collections.abc import Iterator

from participation.questionnaires.asked import QuestionAsked
from participation.questionnaires.drafts import Precision

MOST_BANDS = 10
NICE = (1, 2, 5)
PER_MONTH = 100
"""A day 20261123 is in the month 202611."""


def width_of(lowest: int, highest: int) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50, ... with which ten bands reach from one to the other."""
    unit = 1
    while True:
        for nice in NICE:
            if nice * unit * MOST_BANDS > highest - lowest:
                return nice * unit
        unit *= 10


def band_of(question: QuestionAsked, value: int) -> int:
    """The band of a stored value: the first whole number in it, or a month 202611, or a year."""
    if question.precision:
        return value // PER_MONTH if question.precision == Precision.DAY else value
    lowest, highest = question.lowest or 0, question.highest or 0
    width = width_of(lowest, highest)
    whole: int = value // 10**question.decimals
    return lowest + (whole - lowest) // width * width


def number_bands(question: QuestionAsked) -> Iterator[tuple[int, int]]:
    """First and last whole number of each band, in order, empty ones too."""
    lowest, highest = question.lowest or 0, question.highest or 0
    width = width_of(lowest, highest)
    for first in range(lowest, highest + 1, width):
        yield first, min(first + width - 1, highest)
