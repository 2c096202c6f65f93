"""How long a questionnaire takes, about: better said too long than short."""

from collections.abc import Sized
from math import ceil

SECONDS_A_QUESTION = 30
"""A slow reader, or somebody who has each question read aloud."""
FEWEST_MINUTES = 2


def minutes_of(questions: Sized) -> int:
    """Whole minutes, two at least: what staff and people are told before anybody begins."""
    return max(FEWEST_MINUTES, ceil(len(questions) * SECONDS_A_QUESTION / 60))
