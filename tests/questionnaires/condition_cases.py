"""The cases that Python and the browser share, and many more that are made up."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as some
from hypothesis.strategies import SearchStrategy

from participation.questionnaires.conditions import Answered

CASES: Mapping[str, Sequence[Mapping[str, Any]]] = json.loads(
    (Path(__file__).parent / "conditions.json").read_text("utf-8")
)
KEYS = ("a", "b", "c", "d", "e", "f")
OPTIONS = some.sampled_from(["yes", "no", "dont_know"])
ROWS = some.sampled_from(["meals", "room.quiet"])
NUMBERS = some.integers(-40, 40).map(lambda tenths: tenths / 10)
PLAIN_ANSWERS = some.fixed_dictionaries(
    {},
    optional={
        "options": some.lists(OPTIONS, unique=True, max_size=2),
        "rows": some.dictionaries(ROWS, OPTIONS, max_size=2),
        "value": NUMBERS,
        "words": some.booleans(),
    },
)


def plain_conditions(keys: Sequence[str]) -> SearchStrategy[Any]:
    """Any condition over some questions, three levels deep at most."""
    question = some.sampled_from(keys)
    leaf = some.one_of(
        some.fixed_dictionaries({"question": question, "is": OPTIONS}),
        some.fixed_dictionaries({"question": question, "row": ROWS, "is": OPTIONS}),
        some.fixed_dictionaries({"question": question, "answered": some.booleans()}),
        some.fixed_dictionaries({"question": question, "at_least": NUMBERS}),
        some.fixed_dictionaries({"question": question, "at_most": NUMBERS}),
    )

    def combined(inner: SearchStrategy[Any]) -> SearchStrategy[Any]:
        parts = some.lists(inner, min_size=1, max_size=3)
        return some.one_of(
            some.fixed_dictionaries({"all": parts}),
            some.fixed_dictionaries({"any": parts}),
            some.fixed_dictionaries({"not": inner}),
        )

    return some.recursive(leaf, combined, max_leaves=5)


@some.composite
def plain_forms(draw: some.DrawFn) -> dict[str, Any]:
    """Six questions, each perhaps with a condition over earlier ones, and their answers."""
    questions: list[list[Any]] = [[KEYS[0], None]]
    for number, key in enumerate(KEYS[1:], start=1):
        conditions = some.one_of(some.none(), plain_conditions(KEYS[:number]))
        questions.append([key, draw(conditions)])
    answers = draw(some.dictionaries(some.sampled_from(KEYS), PLAIN_ANSWERS))
    return {"questions": questions, "answers": answers}


def answered(plain: Mapping[str, Mapping[str, Any]]) -> dict[str, Answered]:
    """Answers of a case as Python knows them."""
    return {
        key: Answered(
            options=frozenset(one.get("options", ())),
            rows=one.get("rows", {}),
            value=one.get("value"),
            has_words=one.get("words", False),
        )
        for key, one in plain.items()
    }
