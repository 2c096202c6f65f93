"""Own words, in any language, written or spoken."""

from typing import ClassVar

from participation.questionnaires.asked import QuestionAsked
from participation.questionnaires.kinds.base import Given, Kind, Mark, Raw, read_apart
from participation.questionnaires.rules import BadAnswer
from participation.voices.rules import NothingSaid, cleaned

SAID = (Mark(),)


class FreeTextKind(Kind):
    """A text area. What is written becomes an utterance, read by staff before anybody else."""

    name: ClassVar[str] = "free_text"
    types: ClassVar[bool] = True
    takes_words: ClassVar[bool] = True
    has_choices: ClassVar[bool] = False

    def read(self, raw: Raw, question: QuestionAsked) -> Given:
        """The words without signs that only disguise; raise TooLong. Only spaces: skipped."""
        return read_apart(raw, question, self.said(raw, question))

    def said(self, raw: Raw, question: QuestionAsked) -> Given:
        """The words and the voice; raise BadAnswer for a voice where none is asked for."""
        if raw.sound is not None and not self.takes_voice:
            raise BadAnswer(question=question.number)
        text = words_of(raw.typed)
        return Given(SAID, text, raw.sound) if text or raw.sound else Given()


class Voice(FreeTextKind):
    """A message to record where the browser can; elsewhere its text field stands alone."""

    name: ClassVar[str] = "voice"
    takes_voice: ClassVar[bool] = True


def words_of(typed: str) -> str:
    """The words as they are stored; nothing when there are only spaces."""
    try:
        return cleaned(typed)
    except NothingSaid:
        return ""
