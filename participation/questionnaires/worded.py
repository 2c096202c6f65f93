"""Where the texts of a questionnaire stand, and which of them are missing in a language.

A place is "title", or the key of a question, a colon and the place in it as `QuestionDraft.texts`
names it: "wait:words", "wait:options.long".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from participation.wording import State, Words

TITLE = "title"


class Part(Protocol):
    """An option or a row: something with a key and words."""

    @property
    def key(self) -> str:
        """Its key."""

    @property
    def words(self) -> Words:
        """Its words."""


class Worded(Protocol):
    """A question, as a draft or as it is asked."""

    @property
    def key(self) -> str:
        """Its key."""

    @property
    def words(self) -> Words:
        """What is asked."""

    @property
    def hint(self) -> Words:
        """The line under it."""

    @property
    def unit(self) -> Words:
        """What a number counts."""

    @property
    def options(self) -> Sequence[Part]:
        """The answers offered."""

    @property
    def statements(self) -> Sequence[Part]:
        """The rows of a table."""


class WordedForm(Protocol):
    """A questionnaire, as a draft or as it is asked."""

    @property
    def title(self) -> Words:
        """Its title."""

    @property
    def questions(self) -> Sequence[Worded]:
        """Its questions, in order."""


@dataclass(frozen=True, slots=True)
class PlacedText:
    """One text; `number` is the place of its question from 1, and 0 for the title."""

    number: int
    place: str
    words: Words


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one language is: texts in all, those written, and how far they can be trusted."""

    texts: int
    there: int
    reviewed: int
    machine: int
    sounds: int

    @property
    def missing(self) -> int:
        """How many texts people would read in another language."""
        return self.texts - self.there

    @property
    def is_by_machine(self) -> bool:
        """Whether nobody has looked at any text yet."""
        return self.machine > 0 and self.reviewed == 0


def texts_of(form: WordedForm) -> list[PlacedText]:
    """Every text that a reader meets, in the order of reading."""
    found = [PlacedText(0, TITLE, form.title)]
    for number, question in enumerate(form.questions, start=1):
        found += [PlacedText(number, place, words) for place, words in texts_in(question)]
    return [one for one in found if one.words]


def texts_in(question: Worded) -> list[tuple[str, Words]]:
    """Each place of a question with its words, empty ones too."""
    key = question.key
    return [
        (f"{key}:words", question.words),
        (f"{key}:hint", question.hint),
        (f"{key}:unit", question.unit),
        *((f"{key}:options.{one.key}", one.words) for one in question.options),
        *((f"{key}:statements.{one.key}", one.words) for one in question.statements),
    ]


def missing(form: WordedForm, tags: Iterable[str]) -> dict[str, list[tuple[int, str]]]:
    """For each language, the number of the question (0: the title) and the place of what it lacks.

    A text lacks where people have something to read in another language.
    """
    texts = texts_of(form)
    return {
        tag: [(one.number, one.place) for one in texts if not one.words.get(tag)] for tag in tags
    }


def silent(form: WordedForm, tag: str) -> list[tuple[int, str]]:
    """The same for texts written but not recorded: only a voice of the tablet says them."""
    return [
        (one.number, one.place)
        for one in texts_of(form)
        if one.words.get(tag) and one.words.texts[tag].sound is None
    ]


def progress(form: WordedForm, tag: str) -> Progress:
    """How far one language is."""
    placed = texts_of(form)
    found = [one.words.texts[tag] for one in placed if one.words.get(tag)]
    states = [one.state for one in found]
    return Progress(
        texts=len(placed),
        there=len(found),
        reviewed=states.count(State.REVIEWED),
        machine=states.count(State.MACHINE),
        sounds=sum(one.sound is not None for one in found),
    )
