"""Totals are exact, answers are valid, and the same seed gives the same responses."""

from collections import Counter

import pytest

from participation.demo.reading import Scenario
from participation.demo.responses import Response, responses_of
from participation.demo.shapes.asking import Questionnaire, Series


@pytest.fixture(params=["q1", "q2", "q3"])
def told(request: pytest.FixtureRequest, scenario: Scenario) -> tuple[Series, Questionnaire]:
    """One series and its questionnaire."""
    [series] = [one for one in scenario.series if one.questionnaire == request.param]
    [asked] = [one for one in scenario.questionnaires if one.key == request.param]
    return series, asked


def test_totals_are_those_of_the_story(told: tuple[Series, Questionnaire]) -> None:
    series, asked = told
    responses = responses_of(series, asked)
    assert len(responses) == series.total
    assert Counter(one.language for one in responses) == series.languages
    assert Counter(one.assistance for one in responses) == series.assistance
    assert Counter(one.channel for one in responses) == series.channels
    assert Counter(one.service for one in responses) == series.services
    for counts in series.answers:
        given = Counter(key for one in responses for key in one.answers.get(counts.question, []))
        assert given == counts.counts


def test_the_same_seed_gives_the_same_responses(told: tuple[Series, Questionnaire]) -> None:
    series, asked = told
    assert responses_of(series, asked) == responses_of(series, asked)


def test_every_answer_is_one_that_the_question_offers(told: tuple[Series, Questionnaire]) -> None:
    series, asked = told
    questions = {question.key: question for question in asked.questions}
    for response in responses_of(series, asked):
        assert response.answers
        for key, given in response.answers.items():
            options = {option.key: option for option in questions[key].options}
            several = questions[key].kind == "several_choices"
            most = questions[key].maximum or len(options)
            assert set(given) <= set(options)
            assert len(given) == len(set(given))
            assert 1 <= len(given) <= (most if several else 1)
            if any(options[one].role != "choice" for one in given):
                assert len(given) == 1


def test_days_are_those_of_the_listening(told: tuple[Series, Questionnaire]) -> None:
    series, asked = told
    days = {one.day for one in responses_of(series, asked)}
    assert min(days) >= series.begins
    assert max(days) <= series.ends


def test_every_text_has_its_response_in_the_same_language(
    told: tuple[Series, Questionnaire],
) -> None:
    series, asked = told
    said = [(one, text) for one in responses_of(series, asked) for text in one.texts.values()]
    assert Counter(text.original for _, text in said) == Counter(
        text.original for text in series.texts
    )
    assert all(one.language == text.language for one, text in said)
    assert all(bool(text.french) == (text.language != "fr") for _, text in said)
    kinds = {question.key: question.kind for question in asked.questions}
    assert {kinds[text.question] for _, text in said} <= {"free_text"}


def test_twelve_papers_were_keyed_in(scenario: Scenario) -> None:
    assert sum(one.channels.get("paper", 0) for one in scenario.series) == 12


def test_five_read_french_for_want_of_their_language(scenario: Scenario) -> None:
    responses = first(scenario)
    assert [one.read_in for one in responses].count("fr") == 38 + 5
    assert sum(one.language != one.read_in for one in responses) == 5


def test_waiting_and_language_come_first(scenario: Scenario) -> None:
    ticked = Counter(key for one in first(scenario) for key in one.answers.get("q1.7", []))
    assert {key for key, _ in ticked.most_common(2)} == {"waiting", "language"}


def first(scenario: Scenario) -> list[Response]:
    """The responses of the reception."""
    return responses_of(scenario.series[0], scenario.questionnaires[0])
