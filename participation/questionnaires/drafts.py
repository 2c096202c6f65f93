"""A questionnaire as plain values: what the editor writes, and what a file of it holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Self

from participation.questionnaires.conditions import Condition
from participation.wording import Words


class OptionRole(StrEnum):
    """ "I don't know" and "I don't want to answer" are answers of their own, counted apart."""

    CHOICE = "choice"
    DONT_KNOW = "dont_know"
    RATHER_NOT = "rather_not"
    NOTHING = "nothing"
    """ "None of these": an answer like the others, but nobody gives it together with another."""

    @property
    def stands_alone(self) -> bool:
        """Whether it contradicts any other answer to the same question."""
        return self is not OptionRole.CHOICE


class Precision(StrEnum):
    """How much of a date is asked."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class OptionDraft:
    """One answer to offer; its `role` says whether it stands alone. `picture` is a digest."""

    key: str
    words: Words
    pictogram: str = ""
    role: OptionRole = OptionRole.CHOICE
    picture: str = ""

    def to_json(self) -> dict[str, Any]:
        """A plain value."""
        return {
            "key": self.key,
            "words": self.words.to_json(),
            "pictogram": self.pictogram,
            "role": self.role.value,
            "picture": self.picture,
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        """The value that `to_json` wrote."""
        return cls(
            told["key"],
            Words.from_json(told["words"]),
            told["pictogram"],
            OptionRole(told["role"]),
            told["picture"],
        )


@dataclass(frozen=True, slots=True)
class StatementDraft:
    """One row of an agreement table."""

    key: str
    words: Words
    pictogram: str = ""

    def to_json(self) -> dict[str, Any]:
        """A plain value."""
        return {"key": self.key, "words": self.words.to_json(), "pictogram": self.pictogram}

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        """The value that `to_json` wrote."""
        return cls(told["key"], Words.from_json(told["words"]), told["pictogram"])


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionDraft:
    """One question with all that belongs to it.

    `lowest` and `highest` bound a number, in whole units; `decimals` is 0, 1 or 2. `maximum` is the
    most options of several. `condition` is data (see conditions.py); `picture` is a digest.
    """

    key: str
    kind: str
    words: Words
    hint: Words = field(default_factory=Words)
    pictogram: str = ""
    picture: str = ""
    options: Sequence[OptionDraft] = ()
    statements: Sequence[StatementDraft] = ()
    maximum: int | None = None
    lowest: int | None = None
    highest: int | None = None
    decimals: int = 0
    unit: Words = field(default_factory=Words)
    precision: str = ""
    is_required: bool = False
    condition: Condition | None = None

    def to_json(self) -> dict[str, Any]:
        """A plain value, complete: `from_json` gives an equal question."""
        return {
            "key": self.key,
            "kind": self.kind,
            "words": self.words.to_json(),
            "hint": self.hint.to_json(),
            "pictogram": self.pictogram,
            "picture": self.picture,
            "options": [one.to_json() for one in self.options],
            "statements": [one.to_json() for one in self.statements],
            "maximum": self.maximum,
            "lowest": self.lowest,
            "highest": self.highest,
            "decimals": self.decimals,
            "unit": self.unit.to_json(),
            "precision": self.precision,
            "is_required": self.is_required,
            "condition": self.condition,
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        """The value that `to_json` wrote."""
        return cls(
            **{
                **told,
                "words": Words.from_json(told["words"]),
                "hint": Words.from_json(told["hint"]),
                "unit": Words.from_json(told["unit"]),
                "options": tuple(OptionDraft.from_json(one) for one in told["options"]),
                "statements": tuple(StatementDraft.from_json(one) for one in told["statements"]),
            }
        )

    @property
    def texts(self) -> list[tuple[str, Words]]:
        """Every piece of text that a reader meets: where it stands, and its words.

        Places are "words", "hint", "unit", "options.<key>" and "statements.<key>".
        """
        own = [("words", self.words), ("hint", self.hint), ("unit", self.unit)]
        options = [(f"options.{one.key}", one.words) for one in self.options]
        statements = [(f"statements.{one.key}", one.words) for one in self.statements]
        return [(place, words) for place, words in own + options + statements if words]

    def reworded(self, place: str, words: Words) -> Self:
        """The same question with other words in one place (as `texts` names it)."""
        group, _dot, key = place.partition(".")
        if not key:
            return replace(self, **{group: words})  # type: ignore[arg-type]  # one of three fields
        changed = tuple(
            replace(one, words=words) if one.key == key else one for one in getattr(self, group)
        )
        return replace(self, **{group: changed})  # type: ignore[arg-type]  # one of two fields


@dataclass(frozen=True, slots=True)
class FormDraft:
    """A whole questionnaire, as it is copied, kept as a model, or written to a file."""

    title: Words
    languages: Sequence[str]
    questions: Sequence[QuestionDraft]

    def to_json(self) -> dict[str, Any]:
        """A plain value, complete."""
        return {
            "title": self.title.to_json(),
            "languages": list(self.languages),
            "questions": [one.to_json() for one in self.questions],
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        """The value that `to_json` wrote."""
        return cls(
            Words.from_json(told["title"]),
            tuple(told["languages"]),
            tuple(QuestionDraft.from_json(one) for one in told["questions"]),
        )
