"""What a reader of one language gets of a version: numbers, words, and what no recording says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from participation.questionnaires.asked import QuestionAsked, VersionAsked
from participation.questionnaires.kinds import kind_named
from participation.wording import Chosen, Words


@dataclass(frozen=True, slots=True)
class Silent:
    """A text without a recording; `part`: title, words, hint, unit, options or statements.

    `number` is the number of its question as people see it; 0 where none is shown.
    """

    number: int
    part: str
    chosen: Chosen


def numbers_of(questions: Sequence[QuestionAsked]) -> Mapping[str, int]:
    """Key -> number, counted from 1, of the questions that are answered."""
    answered = [one.key for one in questions if kind_named(one.kind).is_answered]
    return {key: number for number, key in enumerate(answered, start=1)}


def texts_of(question: QuestionAsked) -> Iterator[tuple[str, Words]]:
    """Every text of a question that a reader meets, and which part it is."""
    own = [("words", question.words), ("hint", question.hint), ("unit", question.unit)]
    options = [("options", one.words) for one in question.options]
    statements = [("statements", one.words) for one in question.statements]
    yield from ((part, words) for part, words in own + options + statements if words)


def lacks_words(version: VersionAsked, tag: str) -> bool:
    """Whether something on the page has to be read in another language."""
    return any(not words.get(tag) for one in version.questions for _part, words in texts_of(one))


def read_in(version: VersionAsked, tag: str, reading: str) -> str:
    """The language in which most of the questions are read."""
    worded = sum(bool(one.words.get(tag)) for one in version.questions)
    return tag if 2 * worded >= len(version.questions) else reading


def silent_in(version: VersionAsked, tag: str, reading: str) -> list[Silent]:
    """What a reader sees without a recording, in order: a voice of the device may still say it."""
    numbers = numbers_of(version.questions)
    texts = [(0, "title", version.title)]
    for question in version.questions:
        number = numbers.get(question.key, 0)
        texts += [(number, part, words) for part, words in texts_of(question)]
    found = [Silent(number, part, words.best(tag, reading)) for number, part, words in texts]
    return [one for one in found if one.chosen.sound is None]
