"""Conditions in SQL, over the answers that were stored: of how many a question was asked.

The same rules as conditions.py: a test lets both judge the same responses. Answers to questions
that were not asked are dropped when a response is received, so a leaf about one of them is false
here too.
"""

from collections.abc import Iterable
from decimal import Decimal
from math import ceil, floor

from sqlalchemy import ColumnElement, and_, not_, or_, select, true
from sqlalchemy.sql.selectable import Exists

from participation.questionnaires.asked import QuestionAsked
from participation.questionnaires.conditions import Condition
from participation.questionnaires.models import Answer, Response

Questions = dict[str, QuestionAsked]


def was_answered(question: QuestionAsked, *more: ColumnElement[bool]) -> Exists:
    """Whether a response holds a mark of a question."""
    return (
        select(Answer.response_id)
        .where(Answer.response_id == Response.id, Answer.question_id == question.id, *more)
        .correlate(Response)
        .exists()
    )


def is_asked(question: QuestionAsked, questions: Iterable[QuestionAsked]) -> ColumnElement[bool]:
    """Whether a response meets the condition of a question among those of its version."""
    return holds(question.condition, {one.key: one for one in questions})


def holds(condition: Condition | None, questions: Questions) -> ColumnElement[bool]:
    """Whether a response meets a condition."""
    if not condition:
        return true()
    if "all" in condition:
        return and_(true(), *(holds(one, questions) for one in condition["all"]))
    if "any" in condition:
        return or_(*(holds(one, questions) for one in condition["any"]))
    if "not" in condition:
        return not_(holds(condition["not"], questions))
    return leaf_holds(condition, questions[condition["question"]])


def leaf_holds(leaf: Condition, question: QuestionAsked) -> ColumnElement[bool]:
    """Whether one leaf is true of a response."""
    if "answered" in leaf:
        found = was_answered(question)
        return found if leaf["answered"] else not_(found)
    if "is" in leaf:
        chosen = Answer.option_id == question.option(leaf["is"]).id
        if not question.statements:
            return was_answered(question, chosen)
        row = question.statement(leaf["row"]).id if "row" in leaf else None
        return was_answered(question, chosen, Answer.statement_id.is_not_distinct_from(row))
    own = (Answer.option_id.is_(None), Answer.value.is_not(None))
    if "at_least" in leaf:
        return was_answered(
            question, *own, Answer.value >= ceil(stored(leaf["at_least"], question))
        )
    return was_answered(question, *own, Answer.value <= floor(stored(leaf["at_most"], question)))


def stored(bound: float, question: QuestionAsked) -> Decimal:
    """A bound in whole units, counted like the stored values; exact, as people wrote it."""
    return Decimal(str(bound)).scaleb(question.decimals)
