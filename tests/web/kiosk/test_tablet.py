"""A browser becomes the tablet of a service, and residents find their way."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.journal.models import JournalEntry
from participation.kiosks.models import Device
from participation.kiosks.rules import hash_of
from participation.people.models import Service, Structure
from participation.questionnaires.models import Opening
from participation.web.devices import COOKIE
from tests import builders

AsRole = Callable[..., FlaskClient]


@pytest.mark.parametrize("role", ["reception", "volunteer", "worker", "manager", "administrator"])
def test_staff_make_the_browser_a_tablet_and_are_signed_out_of_it(
    as_role: AsRole, session: Session, service: Service, role: str
) -> None:
    browser = as_role(role)
    assert browser.get("/fr/desk/kiosk").status_code == 200
    started = browser.send("/fr/desk/kiosk", {"service": service.id, "name": "Fenêtre"})
    assert (started.status_code, started.location) == (303, "/kiosk")
    cookie = started.headers.get_all("Set-Cookie")
    [of_device] = [one for one in cookie if one.startswith(f"{COOKIE}=")]
    assert "HttpOnly" in of_device
    assert "SameSite=Strict" in of_device
    assert browser.get("/kiosk").status_code == 200
    assert browser.get("/fr/desk/kiosk").status_code == 302
    device = session.scalars(select(Device)).one()
    assert (device.name, device.service_id) == ("Fenêtre", service.id)
    stored = browser.get_cookie(COOKIE)
    assert stored is not None
    assert device.token_hash == hash_of(stored.value)
    assert stored.value not in device.token_hash
    assert session.scalars(select(JournalEntry.act)).all() == ["kiosk started"]


def test_a_tablet_needs_a_name_and_a_service_within_reach(
    as_role: AsRole, session: Session, structure: Structure
) -> None:
    elsewhere = builders.a_service(session, structure, "ailleurs")
    session.commit()
    browser = as_role("reception")
    for sent in ({"service": elsewhere.id, "name": "x"}, {"name": "x"}, {"name": " "}):
        assert browser.send("/fr/desk/kiosk", sent).status_code == 422
    assert session.scalars(select(Device)).all() == []


def test_staff_stop_the_tablet(
    as_role: AsRole, session: Session, service: Service, stranger: FlaskClient
) -> None:
    browser = as_role("worker")
    browser.send("/fr/desk/kiosk", {"service": service.id, "name": "Fenêtre"})
    device = session.scalars(select(Device)).one()
    assert stranger.send(f"/fr/desk/kiosk/{device.id}/stop").status_code == 404
    other = as_role("manager")
    assert other.send(f"/fr/desk/kiosk/{device.id}/stop").status_code == 303
    session.expire_all()
    assert session.scalars(select(Device.revoked_at)).one() is not None
    assert browser.get("/kiosk").status_code == 409


def test_an_ordinary_browser_is_no_tablet(client: FlaskClient) -> None:
    for path in ("/kiosk", "/fr/kiosk", "/ar/kiosk"):
        assert client.get(path).status_code == 409


def test_languages_come_first_each_by_its_own_name(tablet: FlaskClient, opening: Opening) -> None:
    page = BeautifulSoup(tablet.get("/kiosk").get_data(as_text=True), "html5lib")
    links = page.select(".language a")
    assert [one.text for one in links] == ["Français", "English", "العربية", "دری", "Українська"]
    assert [one["href"] for one in links][2] == "/ar/kiosk"
    assert page.body is not None
    assert not page.body.has_attr("data-idle-seconds")


@pytest.mark.parametrize("tag", ["fr", "ar"])
def test_what_can_be_done_here(
    tablet: FlaskClient, session: Session, opening: Opening, campaign: Campaign, tag: str
) -> None:
    builders.a_board(session, campaign)
    session.commit()
    page = BeautifulSoup(tablet.get(f"/{tag}/kiosk").get_data(as_text=True), "html5lib")
    doors = [str(one["href"]) for one in page.select(".door")]
    assert doors[0] == f"/{tag}/kiosk/q/{opening.token}"
    for door in doors:
        assert tablet.get(door).status_code == 200


def test_another_structure_is_not_seen(
    tablet: FlaskClient, session: Session, opening: Opening
) -> None:
    other = builders.a_structure(session, "ailleurs")
    service = builders.a_service(session, other)
    board = builders.a_board(session, builders.a_campaign(session, service, "secrete"))
    session.commit()
    assert f"/b/{board.id}" not in tablet.get("/fr/kiosk").get_data(as_text=True)


def test_when_nothing_is_asked_the_tablet_says_so(tablet: FlaskClient) -> None:
    page = tablet.get("/fr/kiosk").get_data(as_text=True)
    assert "door" not in page
    assert "Rien n’est demandé ici aujourd’hui" in page


def test_no_link_leads_out_of_the_tablet(
    tablet: FlaskClient, session: Session, opening: Opening, campaign: Campaign
) -> None:
    board = builders.a_board(session, campaign)
    session.commit()
    inside = ["kiosk", f"kiosk/q/{opening.token}", f"kiosk/q/{opening.token}/thanks"]
    about = [f"b/{board.id}", f"b/{board.id}/propose", f"c/{campaign.short_name}/changed"]
    for path in inside + about:
        page = BeautifulSoup(tablet.get(f"/fr/{path}").get_data(as_text=True), "html5lib")
        links = [str(one["href"]) for one in page.select("body a")]
        assert [one for one in links if not one.startswith(("/", "#"))] == []
        assert [one for one in page.select(".foot bdi") if "://" not in one.text]


def test_what_takes_words_says_where_help_is_and_keeps_nothing(
    tablet: FlaskClient, session: Session, campaign: Campaign
) -> None:
    board = builders.a_board(session, campaign)
    session.commit()
    page = BeautifulSoup(tablet.get(f"/ar/b/{board.id}/propose").get_data(as_text=True), "html5lib")
    [form] = page.select("form[data-propose]")
    assert form["autocomplete"] == "off"
    named = form.select("textarea, .emergency, [name=kind]")
    assert [one.name for one in named[:2]] == ["textarea", "aside"]


def test_the_board_leads_back_to_the_doors(
    tablet: FlaskClient, session: Session, campaign: Campaign
) -> None:
    board = builders.a_board(session, campaign)
    session.commit()
    page = BeautifulSoup(tablet.get(f"/fr/b/{board.id}").get_data(as_text=True), "html5lib")
    assert [one["href"] for one in page.select(".frame-bottom a")] == ["/fr/kiosk"]
