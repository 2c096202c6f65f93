"""A published version as it is asked: plain values that never change and may be kept in memory."""

from dataclasses import dataclass, field

from participation.questionnaires.conditions import Condition
from participation.questionnaires.drafts import OptionRole
from participation.questionnaires.rules import BadAnswer
from participation.wording import Words


@dataclass(frozen=True, slots=True)
class OptionAsked:
    """One answer that a published question offers."""

    id: int
    key: str
    role: OptionRole
    words: Words
    pictogram: str
    picture: str = ""


@dataclass(frozen=True, slots=True)
class StatementAsked:
    """One row of a published agreement table."""

    id: int
    key: str
    words: Words
    pictogram: str


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """One question of a published version; `number` is its place, counted from 1."""

    id: int
    number: int
    key: str
    kind: str
    words: Words
    hint: Words
    pictogram: str
    maximum: int | None
    options: tuple[OptionAsked, ...]
    statements: tuple[StatementAsked, ...] = ()
    picture: str = ""
    lowest: int | None = None
    highest: int | None = None
    decimals: int = 0
    unit: Words = field(default_factory=Words)
    precision: str = ""
    is_required: bool = False
    condition: Condition | None = None

    def option(self, key: str) -> OptionAsked:
        """The option of a key; raise BadAnswer when the question does not offer it."""
        for option in self.options:
            if option.key == key:
                return option
        raise BadAnswer(question=self.number)

    def statement(self, key: str) -> StatementAsked:
        """The row of a key; raise BadAnswer when the table has no such row."""
        for statement in self.statements:
            if statement.key == key:
                return statement
        raise BadAnswer(question=self.number)

    @property
    def choices(self) -> tuple[OptionAsked, ...]:
        """The answers to choose from, without those that stand apart."""
        return tuple(one for one in self.options if one.role is OptionRole.CHOICE)

    @property
    def apart(self) -> tuple[OptionAsked, ...]:
        """ "None of these", "I don't know", "I don't want to answer"."""
        return tuple(one for one in self.options if one.role.stands_alone)

    @property
    def names(self) -> str:
        """The name of the question's fields on a page."""
        return f"q{self.number}"


@dataclass(frozen=True, slots=True)
class VersionAsked:
    """A published version: it never changes, so it may be kept in memory."""

    id: int
    title: Words
    questions: tuple[QuestionAsked, ...]
    languages: tuple[str, ...] = ("fr",)

    def question(self, key: str) -> QuestionAsked:
        """The question of a key; raise BadAnswer for one that is not asked."""
        for question in self.questions:
            if question.key == key:
                return question
        raise BadAnswer(question=0)
