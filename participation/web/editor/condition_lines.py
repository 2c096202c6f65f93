"""A condition as lines that a worker understands: each names an answer to an earlier question.

A line chooses "question", "question=option" or "question/row=option", and how it must be.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from participation.questionnaires.conditions import Condition
from participation.questionnaires.drafts import QuestionDraft
from participation.questionnaires.kinds import kind_named

MOST_LINES = 5
IS, IS_NOT, AT_LEAST, AT_MOST = "is", "is_not", "at_least", "at_most"
ALL, ANY, NONE = "all", "any", "none"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the builder; `number` is only for a number of at least or at most."""

    what: str
    how: str = IS
    number: float | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A condition in words: a sentence, or how several go together."""

    sentence: str
    parts: tuple["Told", ...] = ()


def leaf_of(line: Line) -> Condition:
    """The condition that one line says."""
    where, _sign, option = line.what.partition("=")
    question, _slash, row = where.partition("/")
    leaf: dict[str, object] = {"question": question}
    if line.how in {AT_LEAST, AT_MOST}:
        return {**leaf, line.how: line.number}
    if not option:
        return {**leaf, "answered": line.how == IS}
    if row:
        leaf["row"] = row
    leaf["is"] = option
    return {"not": leaf} if line.how == IS_NOT else leaf


def condition_of(mode: str, lines: Sequence[Line]) -> Condition | None:
    """What all the lines say together; nothing when there is none."""
    leaves = [leaf_of(line) for line in lines if line.what]
    if not leaves:
        return None
    if mode == NONE:
        return {"not": {"any": leaves}}
    return leaves[0] if len(leaves) == 1 else {ANY if mode == ANY else ALL: leaves}


def line_of(condition: Condition) -> Line | None:
    """The line that says a condition; None when it takes more than one."""
    if set(condition) == {"not"}:
        inner = line_of(condition["not"])
        is_simple = inner is not None and inner.how == IS and "=" in inner.what
        return Line(inner.what, IS_NOT) if inner and is_simple else None
    if "question" not in condition:
        return None
    question = str(condition["question"])
    for how in (AT_LEAST, AT_MOST):
        if how in condition:
            return Line(question, how, condition[how])
    if "answered" in condition:
        return Line(question, IS if condition["answered"] else IS_NOT)
    where = f"{question}/{condition['row']}" if "row" in condition else question
    return Line(f"{where}={condition['is']}")


def lines_of(condition: Condition | None) -> tuple[str, list[Line]] | None:
    """How the builder shows a condition; None when it is too deep for lines."""
    if not condition:
        return ALL, []
    if alone := line_of(condition):
        return ALL, [alone]
    mode, parts = ALL, condition
    if set(condition) == {"not"} and set(condition["not"]) == {"any"}:
        mode, parts = NONE, condition["not"]
    elif set(condition) == {"any"}:
        mode = ANY
    elif set(condition) != {"all"}:
        return None
    found = [line_of(one) for one in next(iter(parts.values()))]
    lines = [one for one in found if one is not None]
    return (mode, lines) if len(lines) == len(found) <= MOST_LINES else None


def choices(earlier: Sequence[QuestionDraft]) -> dict[str, list[tuple[str, str]]]:
    """What a line may choose, grouped by question; each choice names its question too."""
    found: dict[str, list[tuple[str, str]]] = {}
    for number, one in enumerate(earlier, start=1):
        if kind_named(one.kind).is_answered:
            found[f"{number}. {one.words}"] = choices_in(one, number)
    return found


def choices_in(one: QuestionDraft, number: int) -> list[tuple[str, str]]:
    """The answers to one question, and any answer at all."""
    anything = str(_("Question %(number)s: any answer", number=number))
    if "lowest" in kind_named(one.kind).has:
        anything = str(_("Question %(number)s: the number", number=number))
    rows = [(f"{one.key}/{row.key}", f"{number}. {row.words} – ") for row in one.statements]
    return [
        *(
            (f"{where}={option.key}", f"{said}{option.words}")
            for where, said in rows or [(one.key, f"{number}. ")]
            for option in one.options
        ),
        (one.key, anything),
    ]


def told(condition: Condition, questions: Sequence[QuestionDraft]) -> Told:
    """A condition in words, however deep it is."""
    if "not" in condition:
        return Told(str(_("Not:")), (told(condition["not"], questions),))
    for mode in (ALL, ANY):
        if mode in condition:
            head = str(_("All of these:") if mode == ALL else _("One of these or more:"))
            return Told(head, tuple(told(one, questions) for one in condition[mode]))
    return Told(sentence_of(condition, questions))


def sentence_of(leaf: Condition, questions: Sequence[QuestionDraft]) -> str:
    """One leaf as a sentence."""
    found = [(n, one) for n, one in enumerate(questions, start=1) if one.key == leaf["question"]]
    if not found:
        return str(_("An answer to a question that is not there."))
    [(number, one)] = found
    if "is" in leaf:
        answers = [option.words for option in one.options if option.key == leaf["is"]]
        rows = [row.words for row in one.statements if row.key == leaf.get("row")]
        said = ", ".join(str(words) for words in (*rows, *answers))
        return str(_("Question %(number)s: “%(answer)s”", number=number, answer=said))
    if "answered" in leaf:
        yes = _("Question %(number)s was answered", number=number)
        no = _("Question %(number)s was not answered", number=number)
        return str(yes if leaf["answered"] else no)
    if "at_least" in leaf:
        most = leaf["at_least"]
        return str(_("Question %(number)s: at least %(count)s", number=number, count=most))
    return str(_("Question %(number)s: at most %(count)s", number=number, count=leaf["at_most"]))
