"""Ready models: questionnaires that a structure takes and makes its own."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from participation.languages import REGISTRY
from participation.questionnaires.drafts import (
    OptionDraft,
    OptionRole,
    QuestionDraft,
    StatementDraft,
)
from participation.wording import State, Text, Words

FOLDER = Path(__file__).parent
VISIT = FOLDER / "visit.toml"
SHARED = FOLDER / "answers.toml"
"""Sets of answers that several models use."""

Sets = Mapping[str, Sequence[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Ready:
    """A questionnaire to take. `about` says when to use it."""

    short_name: str
    title: Words
    about: Words
    languages: tuple[str, ...]
    questions: tuple[QuestionDraft, ...]


@lru_cache(maxsize=1)
def models() -> Mapping[str, Ready]:
    """Every ready model by its short name: the visit first, then by name of file."""
    files = sorted(set(FOLDER.glob("*.toml")) - {SHARED}, key=lambda one: (one != VISIT, one.name))
    found = [_ready(tomllib.loads(one.read_text("utf-8"))) for one in files]
    return {one.short_name: one for one in found}


@lru_cache
def shared_answers(name: str) -> tuple[OptionDraft, ...]:
    """A set of answers that several models use: "dont_know", "rather_not", "nothing"."""
    return tuple(_option(one) for one in _with_shared({})["answers"][name])


def visit_tables() -> dict[str, Any]:
    """The file of the visit as it is written: `questionnaire` (one) and `answers` (sets)."""
    return _with_shared(tomllib.loads(VISIT.read_text("utf-8")))


def visit() -> Ready:
    """The visit to the reception."""
    return _ready(visit_tables())


def _with_shared(tables: dict[str, Any]) -> dict[str, Any]:
    shared = tomllib.loads(SHARED.read_text("utf-8")) if SHARED.exists() else {}
    return {**tables, "answers": {**shared.get("answers", {}), **tables.get("answers", {})}}


def _ready(tables: dict[str, Any]) -> Ready:
    tables = _with_shared(tables)
    [told] = tables["questionnaire"]
    title = _words(told["title"])
    questions = tuple(_question(one, tables["answers"]) for one in told["question"])
    return Ready(
        told["slug"],
        title,
        _words(told.get("about", {})),
        tuple(tag for tag in REGISTRY if tag in title.texts),
        questions,
    )


def _question(told: Mapping[str, Any], sets: Sets) -> QuestionDraft:
    return QuestionDraft(
        key=told["key"],
        kind=told["kind"],
        words=_words(told["text"]),
        hint=_words(told.get("hint", {})),
        pictogram=told.get("pictogram", ""),
        options=tuple(_option(one) for name in told.get("options", ()) for one in sets[name]),
        statements=tuple(
            _statement(one) for name in told.get("statements", ()) for one in sets[name]
        ),
        maximum=told.get("maximum"),
        lowest=told.get("lowest"),
        highest=told.get("highest"),
        unit=_words(told.get("unit", {})),
        precision=told.get("precision", ""),
        is_required=told.get("required", False),
        condition=told.get("condition"),
    )


def _option(told: Mapping[str, Any]) -> OptionDraft:
    role = OptionRole(told.get("role", OptionRole.CHOICE))
    return OptionDraft(told["key"], _words(told["label"]), told.get("pictogram", ""), role)


def _statement(told: Mapping[str, Any]) -> StatementDraft:
    return StatementDraft(told["key"], _words(told["label"]), told.get("pictogram", ""))


def _words(told: Mapping[str, str]) -> Words:
    """The French is ours; every other language is a draft until a native speaker reads it."""
    return Words(
        {
            tag: Text(text, State.REVIEWED if tag == "fr" else State.DRAFT)
            for tag, text in told.items()
        }
    )
