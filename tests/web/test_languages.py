"""The language of pages that are not there, and of installations that are not complete."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from participation.cli.looking import about_catalogues
from participation.languages import missing_catalogues
from participation.settings import CHECKOUT
from participation.web.languages import warn_of_missing


@pytest.mark.parametrize(
    ("path", "language", "direction"),
    [
        ("/ar/kiosk/nothing", "ar", "rtl"),
        ("/fa-AF/nothing/at/all", "fa-AF", "rtl"),
        ("/uk/q", "uk", "ltr"),
        ("/en/desk/nothing", "en", "ltr"),
        ("/ar/desk/nothing", "fr", "ltr"),
        ("/ps/kiosk/nothing", "fr", "ltr"),
        ("/nothing", "fr", "ltr"),
    ],
)
def test_a_page_that_is_not_there_says_so_in_the_language_of_its_address(
    path: str, language: str, direction: str, client: FlaskClient
) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert f'<html lang="{language}" dir="{direction}"' in answer.get_data(as_text=True)


def test_this_checkout_has_every_catalogue() -> None:
    assert list(missing_catalogues(CHECKOUT / "translations")) == []
    assert not about_catalogues(CHECKOUT / "translations").is_fault


def test_a_catalogue_that_was_not_compiled_is_told_at_the_start(
    app: Flask, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for file in missing_catalogues(tmp_path):
        file.parent.mkdir(parents=True, exist_ok=True)
        if "uk" not in file.parts:
            file.touch()
    warn_of_missing(app, tmp_path)
    [said] = caplog.messages
    assert str(Path("uk", "LC_MESSAGES", "resident.mo")) in said
    assert "./run translations" in said
    found = about_catalogues(tmp_path)
    assert found.is_fault
    assert "uk" in found.said
