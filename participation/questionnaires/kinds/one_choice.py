"""One answer among a few."""

from typing import ClassVar

from participation.questionnaires.asked import QuestionAsked
from participation.questionnaires.kinds.base import Given, Kind, Raw, read_choices


class OneChoice(Kind):
    """Radio tiles: one answer, or "I don't know"."""

    name: ClassVar[str] = "one_choice"

    def read(self, raw: Raw, question: QuestionAsked) -> Given:
        """One option at most."""
        return read_choices(raw.chosen, question, most=1)


class PictogramChoice(OneChoice):
    """The same with large pictures first: for people who read little."""

    name: ClassVar[str] = "pictogram_choice"
