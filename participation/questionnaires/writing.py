"""Between a question as a plain value and its rows: complete it, check it, write it, read it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from participation.questionnaires.conditions import (
    Condition,
    is_well_formed,
    leaves,
    questions_of,
)
from participation.questionnaires.drafts import (
    FormDraft,
    OptionDraft,
    QuestionDraft,
    StatementDraft,
)
from participation.questionnaires.kinds import kind_named
from participation.questionnaires.models import Option, Question, Statement, Version
from participation.questionnaires.rules import (
    BadCondition,
    BadKey,
    ConditionCircular,
    ConditionLater,
    KeyTaken,
    QuestionNotWorded,
    twice,
)

KEY = re.compile(r"[a-z0-9][a-z0-9._-]{0,59}")


def complete(draft: QuestionDraft, *, number: int, others: Sequence[str]) -> QuestionDraft:
    """The question as its kind stores it; `others` are the keys of the version's other questions.

    Raises UnknownKind, BadKey, KeyTaken, QuestionNotWorded, and what the kind refuses.
    """
    draft = kind_named(draft.kind).checked(draft, number=number)
    options = [one.key for one in draft.options]
    for key in (draft.key, *options, *(one.key for one in draft.statements)):
        if not KEY.fullmatch(key):
            raise BadKey(key=key.encode("ascii", "replace").decode())
    if taken := twice([*others, draft.key]) or twice(options):
        raise KeyTaken(key=taken)
    for name, words in [(draft.key, draft.words), *((one.key, one.words) for one in draft.options)]:
        if not words.get("fr"):
            raise QuestionNotWorded(key=name)
    return replace(draft, condition=draft.condition or None)


def refuse_bad_conditions(questions: Sequence[QuestionDraft]) -> None:
    """Each condition is about earlier questions, and about answers that they offer.

    Raises ConditionCircular, ConditionLater and BadCondition, with the numbers of the questions.
    """
    numbers = {one.key: number for number, one in enumerate(questions, start=1)}
    for number, draft in enumerate(questions, start=1):
        if not draft.condition:
            continue
        if not is_well_formed(draft.condition):
            raise BadCondition(question=number)
        for leaf in leaves(draft.condition):
            other = numbers.get(leaf["question"])
            if other is None:
                raise BadCondition(question=number)
            refuse_later(questions, number, other)
            if not is_offered(leaf, questions[other - 1]):
                raise BadCondition(question=number)


def refuse_later(questions: Sequence[QuestionDraft], number: int, other: int) -> None:
    """Raise ConditionCircular or ConditionLater unless the other question comes before."""
    if other < number:
        return
    draft, later = questions[number - 1], questions[other - 1]
    if other == number or draft.key in waits_for(questions, later.key):
        raise ConditionCircular(question=number, other=other)
    raise ConditionLater(question=number, later=other)


def waits_for(questions: Sequence[QuestionDraft], key: str) -> frozenset[str]:
    """Every question that a question's condition rests on, directly or not."""
    by_key = {one.key: one for one in questions}
    found: set[str] = set()
    ahead = [key]
    while ahead:
        one = by_key.get(ahead.pop())
        for other in questions_of(one.condition) if one else ():
            if other not in found:
                found.add(other)
                ahead.append(other)
    return frozenset(found)


def is_offered(leaf: Condition, draft: QuestionDraft) -> bool:
    """Whether a leaf names an answer that its question can have."""
    kind = kind_named(draft.kind)
    if "row" in leaf and leaf["row"] not in {one.key for one in draft.statements}:
        return False
    if "is" in leaf and leaf["is"] not in {one.key for one in draft.options}:
        return False
    if "at_least" in leaf or "at_most" in leaf:
        return "lowest" in kind.has
    return kind.is_answered


def write_question(question: Question, draft: QuestionDraft) -> None:
    """Put a complete question into its row and the rows of its answers, in place."""
    question.key, question.kind = draft.key, draft.kind
    question.words, question.hint, question.unit = draft.words, draft.hint, draft.unit
    question.pictogram, question.picture = draft.pictogram, draft.picture
    question.maximum, question.is_required = draft.maximum, draft.is_required
    question.lowest, question.highest = draft.lowest, draft.highest
    question.decimals, question.precision = draft.decimals, draft.precision
    question.condition = dict(draft.condition) if draft.condition else None
    question.options = [
        Option(
            key=one.key,
            position=place,
            role=one.role,
            words=one.words,
            pictogram=one.pictogram,
            picture=one.picture,
        )
        for place, one in enumerate(draft.options, start=1)
    ]
    question.statements = [
        Statement(key=one.key, position=place, words=one.words, pictogram=one.pictogram)
        for place, one in enumerate(draft.statements, start=1)
    ]


def draft_of(question: Question) -> QuestionDraft:
    """The plain value of a question as it is stored."""
    return QuestionDraft(
        key=question.key,
        kind=question.kind,
        words=question.words,
        hint=question.hint,
        pictogram=question.pictogram,
        picture=question.picture,
        options=tuple(
            OptionDraft(one.key, one.words, one.pictogram, one.role, one.picture)
            for one in question.options
        ),
        statements=tuple(
            StatementDraft(one.key, one.words, one.pictogram) for one in question.statements
        ),
        maximum=question.maximum,
        lowest=question.lowest,
        highest=question.highest,
        decimals=question.decimals,
        unit=question.unit,
        precision=question.precision,
        is_required=question.is_required,
        condition=question.condition,
    )


def form_of(version: Version) -> FormDraft:
    """A whole version as a plain value."""
    return FormDraft(
        version.title,
        tuple(version.languages),
        tuple(draft_of(one) for one in version.questions),
    )
