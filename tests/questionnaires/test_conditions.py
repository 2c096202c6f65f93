"""When a question is asked: the shared cases, and the way from what was sent to what is asked."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from participation.questionnaires.asked import OptionAsked, QuestionAsked, VersionAsked
from participation.questionnaires.conditions import asked, holds, is_well_formed
from participation.questionnaires.drafts import OptionRole
from participation.questionnaires.receiving import read
from participation.questionnaires.rules import BadAnswers, NothingAnswered
from participation.wording import Words
from tests.questionnaires.condition_cases import CASES, answered, plain_forms

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
