"""One answer among a few."""

from collections.abc import Sequence
from typing import ClassVar

from participation.questionnaires.kinds.base import Given, Kind, read_choices
from participation.questionnaires.rules import QuestionAsked


class OneChoice(Kind):
    """Radio tiles: one answer, or "I don't know"."""

    name: ClassVar[str] = "one_choice"

    def read(self, raw: Sequence[str], question: QuestionAsked) -> Given:
        """One option at most."""
        return read_choices(raw, question, most=1)
