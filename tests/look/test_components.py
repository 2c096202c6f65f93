"""Every component, in every language and on every surface, is a well-made piece of a page."""

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask, g
from wtforms import (
    BooleanField,
    DateField,
    FileField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired

from participation.languages import INTERFACE, REGISTRY
from participation.settings import CHECKOUT
from participation.web.forms.base import BaseForm
from participation.wording import Words
from tests.pages import check_page

PIECES = (Path(__file__).parent / "every_component.html").read_text("utf-8")
CHOICES: Any = ["Accueil", "Résidence"]
SURFACES = ("desk", "kiosk", "phone", "print")
SPRITE = CHECKOUT / "participation" / "static" / "pictograms" / "sprite.svg"


class EveryField(BaseForm):
    """One field of each sort."""

    title = StringField("Titre", [DataRequired("Écrivez un titre")])
    more = TextAreaField("Suite")
    service = SelectField("Service", choices=CHOICES)
    level = RadioField("Niveau", choices=CHOICES)
    shown = BooleanField("Montrer")
    day = DateField("Jour")
    dots = IntegerField("Gommettes")
    file = FileField("Fichier")


def drawn(app: Flask, tag: str, surface: str, **values: Any) -> str:
    """The page of pieces, on a surface, in a language, with a form that has problems."""
    with app.test_request_context(method="POST"):
        g.language = REGISTRY[tag]
        form = EveryField()
        form.validate()
        addresses = {language.tag: f"/{language.tag}/" for language in INTERFACE}
        template = app.jinja_env.from_string(PIECES)
        given = {"surface": surface, "form": form, "addresses": addresses, "person": None}
        return template.render({"house": Words.of(fr="La maison", ar="البيت"), **given, **values})


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("language", INTERFACE, ids=lambda language: language.tag)
def test_every_piece_is_well_made(app: Flask, surface: str, language: Any) -> None:
    html = drawn(app, language.tag, surface)
    check_page(html)
    assert f'dir="{language.direction}"' in html


def test_every_pictogram_exists(app: Flask) -> None:
    symbols = {tag["id"] for tag in BeautifulSoup(SPRITE.read_bytes(), "xml").select("symbol")}
    page = BeautifulSoup(drawn(app, "fr", "desk"), "html5lib")
    used = {str(tag["href"]).partition("#")[2] for tag in page.select("use")}
    assert used - symbols == set()


def test_text_in_another_language_says_so(app: Flask) -> None:
    page = BeautifulSoup(drawn(app, "uk", "phone"), "html5lib")
    heading = page.select_one("h1 span")
    assert heading is not None
    assert (heading["lang"], heading["dir"], heading.text) == ("fr", "ltr", "La maison")


def test_a_problem_is_linked_and_described(app: Flask) -> None:
    page = BeautifulSoup(drawn(app, "fr", "desk"), "html5lib")
    field = page.select_one("#title")
    assert field is not None
    assert str(field["aria-describedby"]).split() == ["title-hint", "title-error"]
    assert field["aria-invalid"] == "true"
    error = page.select_one("#title-error")
    assert error is not None
    assert error.text == "Écrivez un titre"
    assert page.select_one('#problems a[href="#title"]')


def test_words_written_by_people_stay_words(app: Flask) -> None:
    html = drawn(app, "fr", "kiosk", house=Words.of(fr="<b>La maison</b> & le jardin"))
    assert "<b>La maison</b>" not in html
    assert "&lt;b&gt;La maison&lt;/b&gt; &amp; le jardin" in html
