"""When a question is asked: plain data over earlier answers, the same in Python and in the browser.

A condition is a leaf or a combination:

    {"question": "q2", "is": "yes"}                   that option was chosen (or ranked)
    {"question": "q5", "row": "meals", "is": "no"}    that option in one row of a table
    {"question": "q4", "answered": true}              anything at all was answered
    {"question": "q3", "at_least": 2}                 a number, in whole units; also "at_most"
    {"all": [...]}   {"any": [...]}   {"not": {...}}

A question that was not asked has no answer, so a leaf about it is false. `static/js/conditions.js`
holds the same rules; `tests/questionnaires/conditions.json` holds the cases that both must pass.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Condition = Mapping[str, Any]

DEEPEST = 4
MOST_LEAVES = 20
FURTHEST = 10**9
"""No bound of a number is further from 0: what is larger is no value of a database."""
COMBINED = ("all", "any")
LEAVES = (
    frozenset({"question", "is"}),
    frozenset({"question", "row", "is"}),
    frozenset({"question", "answered"}),
    frozenset({"question", "at_least"}),
    frozenset({"question", "at_most"}),
)


@dataclass(frozen=True, slots=True)
class Answered:
    """What conditions may know of the answer to one question; `value` is in whole units."""

    options: frozenset[str] = frozenset()
    rows: Mapping[str, str] = field(default_factory=dict)
    value: float | None = None
    has_words: bool = False

    def __bool__(self) -> bool:
        """Whether anything was answered."""
        return bool(self.options or self.rows or self.has_words) or self.value is not None


NOTHING = Answered()


def holds(condition: Condition | None, answers: Mapping[str, Answered]) -> bool:
    """Whether a question with this condition is asked, given the answers to earlier ones."""
    if not condition:
        return True
    if "all" in condition:
        return all(holds(one, answers) for one in condition["all"])
    if "any" in condition:
        return any(holds(one, answers) for one in condition["any"])
    if "not" in condition:
        return not holds(condition["not"], answers)
    return leaf_holds(condition, answers.get(condition["question"], NOTHING))


def asked(
    questions: Iterable[tuple[str, Condition | None]], answers: Mapping[str, Answered]
) -> list[str]:
    """The keys of the questions that are asked, in order; one that is not asked has no answer."""
    found: dict[str, Answered] = {}
    for key, condition in questions:
        if holds(condition, found):
            found[key] = answers.get(key, NOTHING)
    return list(found)


def leaf_holds(leaf: Condition, answered: Answered) -> bool:
    """Whether one leaf is true of the answer to its question."""
    if "row" in leaf:
        return bool(answered.rows.get(leaf["row"]) == leaf["is"])
    if "is" in leaf:
        return leaf["is"] in answered.options
    if "answered" in leaf:
        return bool(bool(answered) == leaf["answered"])
    if answered.value is None:
        return False
    if "at_least" in leaf:
        return bool(answered.value >= leaf["at_least"])
    return bool(answered.value <= leaf["at_most"])


def leaves(condition: Condition | None) -> Iterator[Condition]:
    """Every leaf, in order."""
    if not condition:
        return
    for name in COMBINED:
        for one in condition.get(name, ()):
            yield from leaves(one)
    if "not" in condition:
        yield from leaves(condition["not"])
    if "question" in condition:
        yield condition


def questions_of(condition: Condition | None) -> Sequence[str]:
    """The keys of the questions that a condition is about, each once, in order."""
    return list(dict.fromkeys(leaf["question"] for leaf in leaves(condition)))


def is_well_formed(condition: Any) -> bool:
    """Whether a value that came from outside is a condition: four levels, and twenty leaves."""
    return is_shaped(condition, depth=1) and sum(1 for _ in leaves(condition)) <= MOST_LEAVES


def is_shaped(condition: Any, *, depth: int) -> bool:
    """Whether each part of a condition is one, no deeper than four levels."""
    if not isinstance(condition, Mapping) or depth > DEEPEST:
        return False
    names = frozenset(condition)
    if names in ({"all"}, {"any"}):
        [parts] = condition.values()
        return (
            isinstance(parts, (list, tuple))
            and 0 < len(parts) <= MOST_LEAVES
            and all(is_shaped(one, depth=depth + 1) for one in parts)
        )
    if names == {"not"}:
        return is_shaped(condition["not"], depth=depth + 1)
    return names in LEAVES and is_leaf(condition)


def is_leaf(leaf: Mapping[str, Any]) -> bool:
    """Whether each part of a leaf has the type that it must have."""
    for name, value in leaf.items():
        if name in {"question", "is", "row"} and not (isinstance(value, str) and value):
            return False
        if name == "answered" and not isinstance(value, bool):
            return False
        if name in {"at_least", "at_most"} and (
            isinstance(value, bool)
            or not isinstance(value, (int, float))
            or not -FURTHEST <= value <= FURTHEST
        ):
            return False
    return True
