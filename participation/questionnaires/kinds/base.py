"""What every kind of question can do."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from participation.media.rules import Medium
from participation.questionnaires.asked import OptionAsked, QuestionAsked, StatementAsked
from participation.questionnaires.conditions import Answered
from participation.questionnaires.drafts import OptionDraft, OptionRole, QuestionDraft
from participation.questionnaires.rules import (
    BadAnswer,
    ContradictoryChoices,
    NotForThisKind,
    NothingToChoose,
    TooManyChoices,
)
from participation.wording import Words

FEWEST_TO_CHOOSE_FROM = 2
MOST_TO_CHOOSE_FROM = 20
OWN_SETTINGS = ("maximum", "lowest", "highest", "decimals", "unit", "precision", "statements")
"""What only some kinds have; any other must leave it as it is."""


@dataclass(frozen=True, slots=True)
class Raw:
    """What a browser sent for one question: ticked values, typed signs, a recording.

    A value is an option key; "row=option" in a table; "option=place" in an order of importance.
    """

    chosen: Sequence[str] = ()
    typed: str = ""
    sound: Medium | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """One row of the answer: an option, an option in a row, a rank, a value, or own words."""

    option: OptionAsked | None = None
    statement: StatementAsked | None = None
    value: int | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What was answered to one question. Empty when it was skipped."""

    marks: tuple[Mark, ...] = ()
    text: str = ""
    sound: Medium | None = None

    @classmethod
    def of(cls, options: Iterable[OptionAsked]) -> "Given":
        """Options alone."""
        return cls(tuple(Mark(option) for option in options))

    def __bool__(self) -> bool:
        """Whether anything was answered."""
        return bool(self.marks)

    @property
    def options(self) -> tuple[OptionAsked, ...]:
        """The options that were chosen, in order."""
        return tuple(mark.option for mark in self.marks if mark.option is not None)

    def answered(self, question: QuestionAsked) -> Answered:
        """What conditions may know of it."""
        marks = self.marks
        numbers = [one.value for one in marks if one.value is not None and one.option is None]
        return Answered(
            options=frozenset(
                one.option.key for one in marks if one.option is not None and one.statement is None
            ),
            rows={
                one.statement.key: one.option.key
                for one in marks
                if one.statement is not None and one.option is not None
            },
            value=numbers[0] / 10**question.decimals if numbers else None,
            has_words=bool(self.text or self.sound),
        )


class Kind(ABC):
    """One kind of question: what it offers, what may be set on it, and how an answer is read."""

    name: ClassVar[str]
    has: ClassVar[frozenset[str]] = frozenset()
    """Which of OWN_SETTINGS this kind has."""
    types: ClassVar[bool] = False
    """Whether something is typed: own words, a number, a date."""
    takes_words: ClassVar[bool] = False
    """Whether what is typed is the person's own words, which become an utterance."""
    takes_voice: ClassVar[bool] = False
    has_choices: ClassVar[bool] = True
    """Whether the worker writes answers to choose from; any kind may have some that stand apart."""
    is_answered: ClassVar[bool] = True

    def checked(self, draft: QuestionDraft, *, number: int) -> QuestionDraft:
        """The question complete, ready to be stored; `number` is its place, for the refusals.

        Raises NothingToChoose, NotForThisKind, and what the kind refuses.
        """
        blank = QuestionDraft(key=draft.key, kind=draft.kind, words=Words())
        for name in OWN_SETTINGS:
            if name not in self.has and getattr(draft, name) != getattr(blank, name):
                raise NotForThisKind(question=number, what=name)
        if not self.is_answered and draft.is_required:
            raise NotForThisKind(question=number, what="is_required")
        return replace(draft, options=tuple(self.offered(draft.options, number=number)))

    def offered(self, options: Sequence[OptionDraft], *, number: int) -> Sequence[OptionDraft]:
        """The options to store; raise NothingToChoose, or NotForThisKind where there are none."""
        choices = [one for one in options if one.role is OptionRole.CHOICE]
        if not self.has_choices and choices:
            raise NotForThisKind(question=number, what="options")
        if self.has_choices and len(choices) < FEWEST_TO_CHOOSE_FROM:
            raise NothingToChoose(question=number)
        if len(options) > MOST_TO_CHOOSE_FROM:
            raise TooManyChoices(question=number, maximum=MOST_TO_CHOOSE_FROM)
        return options

    @abstractmethod
    def read(self, raw: Raw, question: QuestionAsked) -> Given:
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
    return Given.of(chosen)


def read_apart(raw: Raw, question: QuestionAsked, own: Given) -> Given:
    """What was typed or placed, or else the one answer that stands apart; raise when both came."""
    apart = read_choices(raw.chosen, question, most=1)
    if apart and own:
        raise ContradictoryChoices(question=question.number)
    return apart or own


def pairs(raw: Sequence[str], question: QuestionAsked) -> tuple[dict[str, str], list[str]]:
    """ "part=value" by part, and what came without a part; raise BadAnswer for a part twice."""
    found: dict[str, str] = {}
    alone = []
    for one in filter(None, raw):
        part, sign, value = one.partition("=")
        if not sign:
            alone.append(one)
        elif value:
            if part in found:
                raise BadAnswer(question=question.number)
            found[part] = value
    return found, alone
