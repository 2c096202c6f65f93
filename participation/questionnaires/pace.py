"""How long a questionnaire takes, about."""

from collections.abc import Sized

SECONDS_A_QUESTION = 20


def minutes_of(questions: Sized) -> int:
    """Whole minutes, one at least: what people are told before they begin."""
    return max(1, -(-len(questions) * SECONDS_A_QUESTION // 60))
