"""The ready models: complete in their languages, fit to be asked, and drawn."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import participation
from participation.questionnaires.drafts import OptionRole, QuestionDraft
from participation.questionnaires.kinds import KINDS
from participation.questionnaires.pace import minutes_of
from participation.questionnaires.ready import Ready, models
from participation.questionnaires.writing import complete, refuse_bad_conditions
from participation.wording import Words

SPRITE = (Path(participation.__file__).parent / "static/pictograms/sprite.svg").read_text("utf-8")
DRAWN = set(re.findall(r'<symbol[^>]*\bid="([^"]+)"', SPRITE))
HERE = {"fr", "fr-simple", "en"}
IN_FIVE = {"accueil", "besoins", "apres-un-atelier"}
SUBJECTS = {*IN_FIVE, "hebergement", "aide-alimentaire", "numerique", "vie-collective"}
each_model = pytest.mark.parametrize("model", models().values(), ids=lambda one: one.short_name)


def as_stored(model: Ready) -> list[QuestionDraft]:
    """The questions with the answers that their kind brings."""
    return [
        complete(
            one, number=number, others=[other.key for other in model.questions if other != one]
        )
        for number, one in enumerate(model.questions, start=1)
    ]


def texts(model: Ready) -> Iterator[tuple[str, Words]]:
    """Every text that a reader meets, with the place where it stands."""
    yield "title", model.title
    for question in as_stored(model):
        yield from ((f"{question.key} {place}", words) for place, words in question.texts)


def test_there_is_a_model_for_each_subject() -> None:
    assert set(models()) == SUBJECTS


@each_model
def test_every_text_is_there_in_every_language_of_its_model(model: Ready) -> None:
    wanted = HERE | ({"ar", "fa-AF", "uk"} if model.short_name in IN_FIVE else set())
    assert set(model.languages) == wanted
    assert [place for place, words in texts(model) if not wanted <= set(words)] == []
    assert set(model.about) == {"fr", "en"}


@each_model
def test_a_model_can_be_asked_as_it_is(model: Ready) -> None:
    questions = as_stored(model)
    refuse_bad_conditions(questions)
    keys = [one.key for one in model.questions]
    assert [one.key for one in questions] == keys
    assert len(set(keys)) == len(keys)


@each_model
def test_a_model_is_short_and_ends_with_what_people_want_to_add(model: Ready) -> None:
    assert 5 <= len(model.questions) <= 9
    assert minutes_of(model.questions) <= 5
    assert KINDS[model.questions[-1].kind].takes_words
    assert any("en premier" in one.words.get("fr") for one in model.questions)


@each_model
def test_every_picture_is_drawn_and_no_two_answers_share_one(model: Ready) -> None:
    for question in as_stored(model):
        pictures = [one.pictogram for one in question.options]
        assert len(set(pictures)) == len(pictures), question.key
        rows = [one.pictogram for one in question.statements]
        assert {question.pictogram, *pictures, *rows} <= DRAWN, question.key


@each_model
def test_the_signs_of_french_are_the_right_ones(model: Ready) -> None:
    wrong = re.compile(r"'|(?<!\u202f)[;?!]|(?<!\u00a0):")
    french = [words.get(tag) for _place, words in texts(model) for tag in ("fr", "fr-simple")]
    assert [text for text in french if wrong.search(text)] == []


def test_the_same_answers_apart_have_the_same_keys_everywhere() -> None:
    asked = [one for model in models().values() for one in as_stored(model)]
    roles = {(one.key, one.role) for question in asked for one in question.options}
    for role in (OptionRole.DONT_KNOW, OptionRole.RATHER_NOT):
        assert {key for key, its in roles if its is role} == {role.value}
