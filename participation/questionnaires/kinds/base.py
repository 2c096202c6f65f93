"""What every kind of question can do."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from participation.questionnaires.rules import (
    BadAnswer,
    ContradictoryChoices,
    NothingToChoose,
    OptionAsked,
    OptionDraft,
    OptionRole,
    QuestionAsked,
    TooManyChoices,
)

FEWEST_TO_CHOOSE_FROM = 2


@dataclass(frozen=True, slots=True)
class Given:
    """What was answered to one question: options, or own words. Empty when it was skipped."""

    options: tuple[OptionAsked, ...] = ()
    text: str = ""

    def __bool__(self) -> bool:
        """Whether anything was answered."""
        return bool(self.options or self.text)


class Kind(ABC):
    """One kind of question: what it offers, and how what was sent is read."""

    name: ClassVar[str]
    takes_text: ClassVar[bool] = False

    def offered(self, options: Sequence[OptionDraft], *, number: int) -> Sequence[OptionDraft]:
        """The options to store; raise NothingToChoose when there are fewer than two."""
        choices = [one for one in options if one.role is OptionRole.CHOICE]
        if len(choices) < FEWEST_TO_CHOOSE_FROM:
            raise NothingToChoose(question=number)
        return options

    @abstractmethod
    def read(self, raw: Sequence[str], question: QuestionAsked) -> Given:
        """What was answered; raise BadAnswer, TooManyChoices or what the kind refuses."""


def read_choices(raw: Sequence[str], question: QuestionAsked, *, most: int | None) -> Given:
    """The options of the keys that were sent, each once, at most `most` of them."""
    keys = dict.fromkeys(key for key in raw if key)
    chosen = tuple(question.option(key) for key in keys)
    if len(chosen) > 1 and any(option.role.stands_alone for option in chosen):
        raise ContradictoryChoices(question=question.number)
    if most is not None and len(chosen) > most:
        if most == 1:
            raise BadAnswer(question=question.number)
        raise TooManyChoices(question=question.number, maximum=most)
    return Given(chosen)
