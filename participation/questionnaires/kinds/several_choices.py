"""Several answers, up to a maximum that the page says."""

from collections.abc import Sequence
from typing import ClassVar

from participation.questionnaires.kinds.base import Given, Kind, read_choices
from participation.questionnaires.rules import QuestionAsked


class SeveralChoices(Kind):
    """Checkbox tiles; "I don't know" and "nothing" stand alone."""

    name: ClassVar[str] = "several_choices"

    def read(self, raw: Sequence[str], question: QuestionAsked) -> Given:
        """Options up to the maximum of the question, if it has one."""
        return read_choices(raw, question, most=question.maximum)
