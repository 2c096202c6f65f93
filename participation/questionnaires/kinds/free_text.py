"""Own words, in any language."""

from collections.abc import Sequence
from typing import ClassVar

from participation.questionnaires.kinds.base import Given, Kind
from participation.questionnaires.rules import BadAnswer, OptionDraft, QuestionAsked
from participation.voices.rules import NothingSaid, cleaned


class FreeTextKind(Kind):
    """A text area. What is written becomes an utterance, read by staff before anybody else."""

    name: ClassVar[str] = "free_text"
    takes_text: ClassVar[bool] = True

    def offered(self, options: Sequence[OptionDraft], *, number: int) -> Sequence[OptionDraft]:
        """Nothing to choose from; raise BadAnswer when options were given all the same."""
        if options:
            raise BadAnswer(question=number)
        return ()

    def read(self, raw: Sequence[str], question: QuestionAsked) -> Given:
        """The words without signs that only disguise; raise TooLong. Only spaces: skipped."""
        if len(raw) > 1:
            raise BadAnswer(question=question.number)
        try:
            return Given(text=cleaned(raw[0])) if raw else Given()
        except NothingSaid:
            return Given()
