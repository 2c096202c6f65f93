"""When a question is asked: the shared cases, and the way from what was sent to what is asked."""

from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.people.models import Service
from participation.questionnaires import operations, queries
from participation.questionnaires.asked import OptionAsked, QuestionAsked, VersionAsked
from participation.questionnaires.conditions import Answered, asked, holds, is_well_formed
from participation.questionnaires.conditions_sql import is_asked
from participation.questionnaires.copying import copy_questionnaire
from participation.questionnaires.drafts import FormDraft, OptionRole
from participation.questionnaires.kinds import kind_named
from participation.questionnaires.kinds.base import Given, Mark
from participation.questionnaires.models import Opening, Response
from participation.questionnaires.receiving import read, store
from participation.questionnaires.rules import BadAnswers, NothingAnswered
from participation.storage.types import random_id
from participation.wording import Words
from tests.questionnaires.condition_cases import CASES, answered, plain_forms
from tests.questionnaires.every_kind import an_opening
from tests.questionnaires.strategies import forms

WORDS = Words.of(fr="Question ?")


def test_there_are_enough_cases() -> None:
    assert len(CASES["single"]) + len(CASES["asked"]) >= 40


@pytest.mark.parametrize("case", CASES["single"], ids=lambda case: str(case["about"]))
def test_a_single_condition(case: Mapping[str, Any]) -> None:
    assert holds(case["condition"], answered(case["answers"])) is case["holds"]
    assert is_well_formed(case["condition"]) or not case["condition"]


@pytest.mark.parametrize("case", CASES["asked"], ids=lambda case: str(case["about"]))
def test_what_is_asked_of_a_whole_version(case: Mapping[str, Any]) -> None:
    assert asked(case["questions"], answered(case["answers"])) == case["asked"]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(plain_forms())
def test_an_answer_to_a_question_that_is_not_asked_changes_nothing(form: dict[str, Any]) -> None:
    answers = answered(form["answers"])
    keys = asked(form["questions"], answers)
    assert asked(form["questions"], {key: answers[key] for key in keys if key in answers}) == keys


def choice(number: int, key: str, **more: Any) -> QuestionAsked:
    """A question with two answers."""
    options = tuple(
        OptionAsked(10 * number + n, name, OptionRole.CHOICE, WORDS, "")
        for n, name in enumerate(("yes", "no"))
    )
    return QuestionAsked(
        number, number, key, "one_choice", WORDS, Words(), "", None, options, **more
    )


def test_what_came_for_a_question_that_was_not_asked_is_dropped() -> None:
    version = VersionAsked(
        1,
        WORDS,
        (
            choice(1, "a"),
            choice(2, "b", condition={"question": "a", "is": "yes"}, is_required=True),
            choice(3, "c", condition={"question": "b", "is": "no"}),
        ),
    )
    sent = {"a": ["no"], "b": ["never offered"], "c": ["yes"]}
    assert [question.key for question, _given in read(version, sent, {})] == ["a"]
    with pytest.raises(NothingAnswered):
        read(version, {"c": ["yes"]}, {})
    with pytest.raises(BadAnswers) as refused:
        read(version, {**sent, "a": ["yes"]}, {})
    assert list(refused.value.found) == ["b"]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(forms(fewest=2), st.integers(0, 2**32))
def test_the_database_judges_stored_answers_as_python_did(
    session: Session, campaign: Campaign, service: Service, form: FormDraft, seed: int
) -> None:
    made = copy_questionnaire(session, campaign.structure_id, form)
    operations.publish_version(session, made, at=clock.now())
    opening = an_opening(session, made, campaign, service)
    version = queries.asked(session, made.id)
    wanted: dict[str, set[int]] = {one.key: set() for one in version.questions}
    for response, keys in answer_at_random(session, opening, version, Random(seed)):
        for key in keys:
            wanted[key].add(response)
    for one in version.questions:
        found = session.scalars(
            select(Response.id)
            .where(Response.opening_id == opening.id, is_asked(one, version.questions))
            .order_by(Response.id)
        )
        assert set(found) == wanted[one.key], one.condition


def answer_at_random(
    session: Session, opening: Opening, version: VersionAsked, dice: Random
) -> Iterator[tuple[int, list[str]]]:
    """Store a few responses; of each, its id and the keys of the questions that it was asked."""
    for _ in range(6):
        known: dict[str, Answered] = {}
        given: list[tuple[QuestionAsked, Given]] = []
        for one in version.questions:
            if holds(one.condition, known):
                answer = at_random(one, dice)
                known[one.key] = answer.answered(one)
                given += [(one, answer)] if answer else []
        row: dict[str, Any] = {"id": random_id(), "opening_id": opening.id, "channel": "link"}
        if given:
            store(session, opening, {**row, "language": "fr", "read_in": "fr"}, given)
            yield row["id"], list(known)


def at_random(question: QuestionAsked, dice: Random) -> Given:
    """Nothing, one option, an option in a row, or what is typed."""
    kind = kind_named(question.kind)
    if not kind.is_answered or dice.random() < 0.3:
        return Given()
    if question.apart and dice.random() < 0.3:
        return Given.of([dice.choice(question.apart)])
    if kind.takes_words:
        return Given((Mark(),), text="Bonjour")
    if kind.types:
        unit = 10**question.decimals
        lowest, highest = question.lowest or 0, question.highest or 100
        return Given((Mark(value=dice.randint(lowest * unit, highest * unit)),))
    row = dice.choice(question.statements) if question.statements else None
    return Given((Mark(dice.choice(question.choices), row),))
