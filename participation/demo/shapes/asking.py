"""What was asked, and how often each answer was given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from participation.wording import Words


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that a question offers."""

    key: str
    pictogram: str
    label: Words
    role: str = "choice"


@dataclass(frozen=True, slots=True)
class Question:
    """One question with all its options."""

    key: str
    kind: str
    pictogram: str
    text: Words
    options: tuple[Option, ...] = ()
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """One questionnaire with its questions in order."""

    key: str
    slug: str
    title: Words
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each option of a question was given."""

    question: str
    counts: Mapping[str, int]
    skipped: int = 0
    easier_in_french: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class OwnText:
    """An answer in somebody's own words."""

    question: str
    language: str
    original: str
    french: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """All the responses to one questionnaire, as totals."""

    questionnaire: str
    seed: int
    total: int
    begins: date
    ends: date
    services: Mapping[str, int]
    languages: Mapping[str, int]
    assistance: Mapping[str, int]
    channels: Mapping[str, int]
    answers: tuple[Counts, ...] = ()
    texts: tuple[OwnText, ...] = ()
