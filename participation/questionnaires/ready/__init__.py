"""Questionnaires that a structure can take as they are, before it writes its own."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from participation.questionnaires.rules import OptionDraft, OptionRole
from participation.wording import State, Text, Words

VISIT = Path(__file__).parent / "visit.toml"


@dataclass(frozen=True, slots=True)
class ReadyQuestion:
    """One question with all its answers."""

    key: str
    kind: str
    words: Words
    pictogram: str
    options: tuple[OptionDraft, ...]
    maximum: int | None


@dataclass(frozen=True, slots=True)
class Ready:
    """A questionnaire to take."""

    short_name: str
    title: Words
    questions: tuple[ReadyQuestion, ...]


def visit_tables() -> dict[str, Any]:
    """The file of the visit as it is written: `questionnaire` (one) and `answers` (sets)."""
    return tomllib.loads(VISIT.read_text("utf-8"))


def visit() -> Ready:
    """The visit to the reception."""
    tables = visit_tables()
    [told] = tables["questionnaire"]
    questions = tuple(_question(one, tables["answers"]) for one in told["question"])
    return Ready(told["slug"], _words(told["title"]), questions)


def _question(
    told: Mapping[str, Any], answers: Mapping[str, Sequence[Mapping[str, Any]]]
) -> ReadyQuestion:
    return ReadyQuestion(
        key=told["key"],
        kind=told["kind"],
        words=_words(told["text"]),
        pictogram=told["pictogram"],
        options=tuple(_option(one) for name in told.get("options", ()) for one in answers[name]),
        maximum=told.get("maximum"),
    )


def _option(told: Mapping[str, Any]) -> OptionDraft:
    role = OptionRole(told.get("role", OptionRole.CHOICE))
    return OptionDraft(told["key"], _words(told["label"]), told["pictogram"], role)


def _words(told: Mapping[str, str]) -> Words:
    """The French is ours; every other language is a draft until a native speaker reads it."""
    return Words(
        {
            tag: Text(text, State.REVIEWED if tag == "fr" else State.DRAFT)
            for tag, text in told.items()
        }
    )
