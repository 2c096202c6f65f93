"""The pictograms offered beside a question: all drawn, each once, none of ours forgotten."""

import re
from pathlib import Path

import pytest
from flask import Flask
from flask_babel import force_locale

import participation
from participation.questionnaires.ready import Ready, models
from participation.web.ideas.forms import pictograms
from participation.web.pictograms import NAMES, THEMES

CODE = Path(participation.__file__).parent
SPRITE = (CODE / "static/pictograms/sprite.svg").read_text("utf-8")
DRAWN = re.findall(r'<symbol id="([^"]+)"', SPRITE)
PAGES = re.findall(
    r"[a-z-]+",
    """
    archive back bar card chart chevron contrast copy dots down download edit erase eye-off flag
    group history keyboard link link-out list listen lock mark me-too me-too-done mic minus next
    open page paper pause play plus poster print projector qr repeat ring save sealed search sent
    settings sign-in sign-out skip split stop table text-size trash up upload
    """,
)
"""What pages draw on buttons and for their own matters; nobody answers with these."""


def test_each_is_drawn_once() -> None:
    assert len(set(DRAWN)) == len(DRAWN)
    assert set(NAMES) - set(DRAWN) == set()
    assert sum(len(theme.names) for theme in THEMES) == len(NAMES)


def test_every_drawing_is_offered_or_belongs_to_the_pages() -> None:
    assert set(DRAWN) == set(NAMES) | set(PAGES)
    assert set(NAMES) & set(PAGES) == set()


def test_names_can_be_told_apart_in_both_languages_of_the_desk(app: Flask) -> None:
    for locale in ("fr", "en"):
        with app.test_request_context(), force_locale(locale):
            names = [str(name) for name in NAMES.values()]
            assert len(set(names)) == len(names)


@pytest.mark.parametrize("model", models().values(), ids=lambda one: one.short_name)
def test_a_ready_model_uses_what_is_offered(model: Ready) -> None:
    used = {
        pictogram
        for question in model.questions
        for pictogram in (
            question.pictogram,
            *(one.pictogram for one in question.options),
            *(one.pictogram for one in question.statements),
        )
    }
    assert used - set(NAMES) == set()


def test_a_proposal_may_have_any_of_them() -> None:
    assert [one.value for one in pictograms()] == list(NAMES)
