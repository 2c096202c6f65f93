"""The desk page, the test page, and what begins with the address that was chosen."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.journal.models import JournalEntry
from participation.people.models import Service, Structure
from participation.web.addresses import known_root, outside_root
from participation.web.reach import machine
from participation.web.reach.machine import Place
from participation.web.reach.proof import Prover
from tests import builders
from tests.pages import PageClient

AsRole = Callable[..., PageClient]
HERE, THERE = "http://192.168.1.20:8000", "http://tilleuls:8000"
AT_DESK = "/fr/desk/address"


@pytest.fixture(autouse=True)
def _a_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that is found in two ways."""
    found = [Place(HERE, "wlan0"), Place(THERE)]
    monkeypatch.setattr("participation.web.reach.views.places", lambda _listening: found)


@pytest.fixture
def desk(as_role: AsRole) -> PageClient:
    """A worker at the desk, on the machine itself."""
    return as_role("worker")


def page(client: FlaskClient, path: str = AT_DESK) -> str:
    """A page as it is now."""
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def at_port(host: str, port: str) -> dict[str, str]:
    """What the server writes in each request."""
    return {"SERVER_NAME": host, "SERVER_PORT": port}


def digits_at(client: FlaskClient, app: Flask, structure: Structure, address: str) -> str:
    """What a telephone reads after it scanned the code of an address."""
    made = Prover(app.config["PARTICIPATION"].secret_key, structure.id).proof(address, 0)
    answer = client.get(f"/fr/reach/{made.token}", base_url=address)
    assert answer.status_code == 200
    found = re.search(r'class="reach-digits"[^>]*>(\d{4})<', answer.get_data(as_text=True))
    assert found
    return found[1]


def test_the_number_on_the_telephone_chooses_the_address(
    desk: PageClient, client: FlaskClient, app: Flask, structure: Structure, session: Session
) -> None:
    shown = page(desk)
    assert shown.count("<svg") > 2
    assert HERE in shown
    assert THERE in shown
    typed = digits_at(client, app, structure, THERE)
    assert desk.send(AT_DESK, {"digits": f" {typed[:2]} {typed[2:]} "}).status_code == 302
    session.expire_all()
    assert structure.phones_address == THERE
    assert "Choisie\N{NO-BREAK SPACE}: un téléphone y est arrivé" in page(desk)
    assert [(one.act, one.subject) for one in session.scalars(select(JournalEntry))] == [
        ("phones_address_chosen", THERE)
    ]


def test_another_number_chooses_nothing(
    desk: PageClient, structure: Structure, session: Session
) -> None:
    for typed in ("0000000", "", "abcd", "12"):
        answer = desk.send(AT_DESK, {"digits": typed})
        assert answer.status_code == 422
    session.expire_all()
    assert structure.phones_address == ""
    assert "Aucune adresse n’a ce numéro ici" in desk.send(AT_DESK, {"digits": "12"}).get_data(
        as_text=True
    )


def test_the_number_of_a_lying_host_is_not_among_those_of_the_machine(
    desk: PageClient, client: FlaskClient, app: Flask, structure: Structure, session: Session
) -> None:
    typed = digits_at(client, app, structure, "http://evil.example")
    assert desk.send(AT_DESK, {"digits": typed}).status_code == 422
    session.expire_all()
    assert structure.phones_address == ""


def test_the_address_of_the_page_is_tried_like_the_others(
    desk: PageClient, client: FlaskClient, app: Flask, structure: Structure, session: Session
) -> None:
    proxied = "http://participation.valbrenne.example"
    typed = digits_at(client, app, structure, proxied)
    inside = app.wsgi_app

    def asked_there(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        return inside({**environ, "HTTP_HOST": "participation.valbrenne.example"}, start)

    app.wsgi_app = asked_there  # type: ignore[method-assign]  # Flask's own way to wrap
    assert desk.send(AT_DESK, {"digits": typed}).status_code == 302
    session.expire_all()
    assert structure.phones_address == proxied


def test_it_can_be_given_up(desk: PageClient, structure: Structure, session: Session) -> None:
    structure.phones_address = HERE
    session.commit()
    assert desk.send(f"{AT_DESK}/clear").status_code == 302
    session.expire_all()
    assert structure.phones_address == ""
    assert session.scalars(select(JournalEntry.act)).all() == ["phones_address_cleared"]


def test_an_address_that_the_machine_lost_is_to_be_tested_again(
    desk: PageClient, structure: Structure, session: Session
) -> None:
    lost = "n’a plus l’adresse que vous aviez choisie"
    structure.phones_address = "http://10.9.9.9:8000"
    session.commit()
    assert lost in page(desk)
    structure.phones_address = "http://a-name-that-a-router-knows:8000"
    session.commit()
    assert lost not in page(desk)


def test_a_server_for_this_machine_alone_says_how_to_start_it(
    as_role: AsRole, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("participation.web.reach.views.places", machine.places)
    shown = as_role("manager").get(AT_DESK, environ_overrides=at_port("127.0.0.1", "8123")).text
    assert "./run serve --host 0.0.0.0 --port 8123" in shown
    assert "reach-place" not in shown


def test_the_setting_of_the_installation_wins(
    app: Flask, desk: PageClient, structure: Structure, session: Session
) -> None:
    structure.phones_address = HERE
    session.commit()
    public = "https://participation.example"
    app.config["PARTICIPATION"] = replace(app.config["PARTICIPATION"], public_url=public)
    shown = page(desk)
    assert "PARTICIPATION_PUBLIC_URL" in shown
    assert public in shown
    assert "reach-place" not in shown
    assert desk.send(AT_DESK, {"digits": "1234"}).status_code == 302
    with app.test_request_context("/"):
        assert outside_root(structure) == known_root(structure) == public


@pytest.mark.parametrize("chosen", ["", HERE])
def test_without_a_setting_the_chosen_one_then_the_page(
    chosen: str, app: Flask, structure: Structure
) -> None:
    structure.phones_address = chosen
    with app.test_request_context("/", base_url="http://asked.example:81"):
        assert outside_root(structure) == (chosen or "http://asked.example:81")
        assert known_root(structure) == chosen


@pytest.mark.parametrize("tag", ["fr", "en", "ar", "fa-AF", "uk"])
def test_the_test_page_speaks_the_languages_of_the_campaigns_and_keeps_nothing(
    tag: str, client: FlaskClient, app: Flask, session: Session, service: Service
) -> None:
    builders.a_campaign(session, service, languages=["fr", "ar", "uk"])
    session.commit()
    key = app.config["PARTICIPATION"].secret_key
    token = Prover(key, service.structure_id).proof(HERE, 0).token
    answer = client.get(f"/{tag}/reach/{token}", base_url=HERE)
    shown = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert "<script" not in shown
    others = set(re.findall(r'<li lang="([\w-]+)"', shown))
    assert others == {"fr", "ar", "uk"} - {tag}
    assert session.scalars(select(JournalEntry)).all() == []


def test_a_test_page_at_another_address_is_not_there(
    client: FlaskClient, app: Flask, structure: Structure
) -> None:
    made = Prover(app.config["PARTICIPATION"].secret_key, structure.id).proof(HERE, 0)
    assert client.get(f"/fr/reach/{made.token}", base_url=THERE).status_code == 404
    gone = Prover(app.config["PARTICIPATION"].secret_key, 999_999).proof(HERE, 0)
    assert client.get(f"/fr/reach/{gone.token}", base_url=HERE).status_code == 404


@pytest.mark.parametrize(
    ("role", "status"), [("reception", 403), ("volunteer", 403), ("worker", 200)]
)
def test_who_may_choose(role: str, status: int, as_role: AsRole) -> None:
    assert as_role(role).get(AT_DESK).status_code == status


def test_another_structure_keeps_its_own_address(
    stranger: FlaskClient, structure: Structure, session: Session
) -> None:
    structure.phones_address = HERE
    session.commit()
    stranger.send(f"{AT_DESK}/clear")  # type: ignore[attr-defined]  # PageClient has it
    session.expire_all()
    assert structure.phones_address == HERE
