"""Between a question and the fields that show it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from participation.questionnaires.conditions import Condition
from participation.questionnaires.drafts import (
    OptionDraft,
    OptionRole,
    QuestionDraft,
    StatementDraft,
)
from participation.questionnaires.kinds import kind_named
from participation.questionnaires.kinds.fixed_choice import FixedChoice
from participation.questionnaires.ready import shared_answers
from participation.questionnaires.translating import rewritten
from participation.web.editor.condition_lines import Line, condition_of, lines_of
from participation.web.editor.question_form import QuestionForm, number_in
from participation.wording import Words

APART = ("nothing", "dont_know", "rather_not")
"""Answers that stand apart, by role, in the order in which they are offered."""
SPARE = 2
"""Empty lines under the answers that there are."""
FEWEST = 3
MOST = 20
LINES = 5
Values = dict[str, Any]


def values_of(draft: QuestionDraft, revision: int) -> Values:
    """What the fields of a question hold."""
    shown = lines_of(draft.condition)
    mode, lines = shown or ("all", [])
    return with_spare(
        {
            "revision": revision,
            "key": draft.key,
            "kind": draft.kind,
            "pictogram": draft.pictogram,
            "words": draft.words.get("fr"),
            "hint": draft.hint.get("fr"),
            "answers": [part(one) for one in choices_of_kind(draft)],
            "rows": [part(one) for one in draft.statements],
            **{role: any(one.role == role for one in draft.options) for role in APART},
            "maximum": draft.maximum,
            "lowest": draft.lowest,
            "highest": draft.highest,
            "decimals": draft.decimals,
            "unit": draft.unit.get("fr"),
            "precision": draft.precision,
            "is_required": draft.is_required,
            "mode": mode,
            "lines": [{"what": one.what, "how": one.how, "number": said(one)} for one in lines],
        }
    )


def said(line: Line) -> str:
    """The number of a line as it is typed."""
    return "" if line.number is None else f"{line.number:g}".replace(".", ",")


def choices_of_kind(draft: QuestionDraft) -> Sequence[OptionDraft]:
    """The answers to choose from; those that the kind always has, where it has some."""
    found = [one for one in draft.options if one.role is OptionRole.CHOICE]
    kind = kind_named(draft.kind)
    return found or (kind.answers if isinstance(kind, FixedChoice) else [])


def part(one: OptionDraft | StatementDraft) -> Values:
    """One answer or row as its fields show it."""
    return {"key": one.key, "words": one.words.get("fr"), "pictogram": one.pictogram}


def with_spare(values: Values) -> Values:
    """The same with a few empty lines to write in."""
    kind = kind_named(values["kind"])
    empty = {"key": "", "words": "", "pictogram": ""}
    for name in ("answers", "rows"):
        parts = [one for one in values[name] if one["words"] or one["key"]]
        spare = 0 if isinstance(kind, FixedChoice) else max(SPARE, FEWEST - len(parts))
        values[name] = [*parts, *([empty] * min(spare, max(MOST - len(parts), 0)))]
    lines = [one for one in values["lines"] if one["what"]]
    blank = {"what": "", "how": "is", "number": ""}
    values["lines"] = [*lines, *([blank] * (LINES - len(lines)))]
    return values


def draft_from(form: QuestionForm, old: QuestionDraft | None, *, picture: str) -> QuestionDraft:
    """The question that the fields describe; what they do not show stays as it was.

    `picture` is the digest of one that was just brought.
    """
    values = form.data
    kind = kind_named(values["kind"])
    before = old or QuestionDraft(key="", kind=kind.name, words=Words())
    settings: Values = {
        "maximum": values["maximum"],
        "lowest": values["lowest"],
        "highest": values["highest"],
        "decimals": values["decimals"] or 0,
        "unit": french(before.unit, values["unit"]),
        "precision": values["precision"],
        "statements": rows_from(values["rows"], before),
    }
    blank = QuestionDraft(key="", kind=kind.name, words=Words())
    return replace(
        before,
        kind=kind.name,
        words=french(before.words, values["words"]),
        hint=french(before.hint, values["hint"]),
        pictogram=values["pictogram"],
        picture=picture or ("" if values["drops_picture"] else before.picture),
        options=options_from(values, before) if kind.is_answered else (),
        is_required=values["is_required"] and kind.is_answered,
        condition=condition_from(form, before.condition),
        **{
            name: value if name in kind.has else getattr(blank, name)
            for name, value in settings.items()
        },
    )


def french(words: Words, typed: str) -> Words:
    """The words with their French as it was typed; other languages are then drafts again."""
    return rewritten(words, "fr", typed or "", is_read=False, reviewer="")


def rows_from(rows: Sequence[Mapping[str, str]], old: QuestionDraft) -> tuple[StatementDraft, ...]:
    """The rows of a table that have words."""
    known = {one.key: one for one in old.statements}
    return tuple(
        StatementDraft(
            one["key"],
            french(known[one["key"]].words if one["key"] in known else Words(), one["words"]),
            one["pictogram"],
        )
        for one in rows
        if one["words"]
    )


def options_from(values: Values, old: QuestionDraft) -> tuple[OptionDraft, ...]:
    """The answers that have words, where the kind has some, then those that stand apart."""
    kind = kind_named(values["kind"])
    standard = kind.answers if isinstance(kind, FixedChoice) else ()
    known = {one.key: one for one in (*standard, *old.options)}
    choices = [option_from(one, known) for one in values["answers"] if one["words"]]
    apart = [one for one in old.options if one.role.stands_alone and values[one.role.value]]
    there = {one.role.value for one in apart}
    new = [
        replace(one, key=free(one.key, [*choices, *apart]))
        for role in APART
        if values[role] and role not in there
        for one in shared_answers(role)
    ]
    return (*(choices if kind.has_choices else ()), *apart, *new)


def option_from(told: Mapping[str, str], known: Mapping[str, OptionDraft]) -> OptionDraft:
    """One answer; one that was there before keeps its other languages and its picture."""
    old = known.get(told["key"], OptionDraft("", Words()))
    return replace(
        old,
        words=french(old.words, told["words"]),
        pictogram=told["pictogram"],
        role=OptionRole.CHOICE,
    )


def free(key: str, options: Sequence[OptionDraft]) -> str:
    """The key, unless an answer to choose from has it already."""
    return "" if key in {one.key for one in options} else key


def condition_from(form: QuestionForm, old: Condition | None) -> Condition | None:
    """What the lines say; one that lines cannot show stays until it is replaced or taken away."""
    lines = [
        Line(one.form.what.data, one.form.how.data, number_in(one.form.number))
        for one in form.lines
        if one.form.what.data
    ]
    if not lines and lines_of(old) is None and not form.drops_condition.data:
        return old
    return condition_of(form.mode.data, lines)
