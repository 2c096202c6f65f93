"""What every page owes, whatever its feature."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

import participation.cli  # noqa: F401  # Every refusal is known once everything is imported.
from participation.errors import KeptAside, Refused
from participation.languages import INTERFACE
from participation.people.models import Structure
from participation.web.access import open_to
from participation.web.database import WroteWhileReading, writing
from participation.web.database import session as request_session
from participation.web.errors import REASONS
from participation.web.security import HEADERS
from tests.whole_app.addresses import FILES, FRAMED, NOT_HERE, addresses

World = Mapping[str, Any]
AT_THE_DOOR = {"people.sign_in", "people.set_first_password", "people.set_up"}
"""Pages of the desk that nobody needs to be signed in for: their forms carry a token."""
SAID_AT_THE_TERMINAL = ("participation.cli", "participation.demo", "participation.voting")
"""Refusals of commands, which say them by their own sentence."""


def refusals(kind: type[Refused] = Refused) -> Iterator[type[Refused]]:
    """Every refusal of the domains."""
    for child in kind.__subclasses__():
        if child is not KeptAside and child.__module__.startswith("participation."):
            yield child
        yield from refusals(child)


def test_every_refusal_has_a_sentence(app: Flask) -> None:
    silent = {
        f"{kind.__module__}.{kind.__name__}"
        for kind in refusals()
        if kind not in REASONS and not kind.__module__.startswith(SAID_AT_THE_TERMINAL)
    }
    assert silent == set()


def test_every_answer_carries_the_protections(
    app: Flask, world: World, as_role: Callable[..., FlaskClient]
) -> None:
    client = as_role("administrator")
    client.checks_pages = False  # type: ignore[attr-defined]  # PageClient has it
    for address in addresses(app, world):
        if address.endpoint in FILES:
            continue
        answer = client.open(address.path, method=address.method)
        if address.endpoint in FRAMED | {"editor.show_preview"}:
            assert "form-action" in answer.headers["Content-Security-Policy"], str(address)
            continue  # What may stand in a frame has tests of its own.
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS, str(address)
        assert answer.headers.get("Cache-Control"), str(address)


def test_a_resident_gets_no_cookie(app: Flask, world: World, client: FlaskClient) -> None:
    for address in addresses(app, world):
        if "anyone" in address.who and address.endpoint not in AT_THE_DOOR:
            answer = client.open(address.path, method=address.method)
            assert "Set-Cookie" not in answer.headers, str(address)


@pytest.mark.parametrize("language", [one.tag for one in INTERFACE])
def test_residents_pages_exist_in_every_language(
    app: Flask, world: World, client: FlaskClient, language: str
) -> None:
    for address in addresses(app, world, language):
        of_residents = "anyone" in address.who and address.endpoint not in AT_THE_DOOR | NOT_HERE
        if of_residents and address.method == "GET" and f"/{language}/" in address.path:
            answer = client.get(address.path)
            assert answer.status_code in {200, 302, 303}, str(address)
            if answer.mimetype == "text/html" and b"<html" in answer.data:
                assert f'<html lang="{language}"'.encode() in answer.data, str(address)


@pytest.mark.parametrize("language", ["xx", "fr-CA", "FR", "ar", "uk"])
def test_a_language_that_the_desk_does_not_speak_is_no_page(
    app: Flask, world: World, as_role: Callable[..., FlaskClient], language: str
) -> None:
    client = as_role("administrator")
    client.checks_pages = False  # type: ignore[attr-defined]  # PageClient has it
    for address in addresses(app, world, language):
        if f"/{language}/desk" in address.path and address.method == "GET":
            assert client.get(address.path).status_code == 404, str(address)


def test_an_unknown_language_is_said_clearly(client: FlaskClient) -> None:
    answer = client.get("/xx/kiosk")
    assert answer.status_code == 404
    assert '<html lang="fr" dir="ltr">' in answer.get_data(as_text=True)


def test_an_address_that_does_not_exist_is_a_page(client: FlaskClient) -> None:
    for path in ("/nothing", "/fr/nothing", "/fr/desk/nothing", "/ar/nothing"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert b"<h1>" in answer.data


def test_the_desk_speaks_english_too(
    app: Flask, world: World, as_role: Callable[..., FlaskClient]
) -> None:
    client = as_role("manager")
    for address in addresses(app, world, "en"):
        skipped = address.endpoint in FILES | FRAMED
        if address.method == "GET" and not skipped and "/desk" in address.path:
            answer = client.get(address.path)
            if answer.status_code == 200 and b"<html" in answer.data:
                assert b'<html lang="en"' in answer.data, str(address)


def test_looking_cannot_write(app: Flask, client: FlaskClient, session: Session) -> None:
    @app.get("/planted")
    @open_to("anyone")
    def planted() -> str:
        with writing():
            request_session().add(Structure(short_name="written", name="Written while reading"))
        return "done"

    with pytest.raises(WroteWhileReading):
        client.get("/planted")
    assert session.query(Structure).filter_by(short_name="written").count() == 0
