"""Every address, tried by nobody, by every role, and by another structure."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.people import operations as people
from participation.people.rules import Role
from participation.web.access import open_to
from participation.web.database import session as request_session
from tests import builders
from tests.conftest import sign_in
from tests.whole_app.addresses import FILES, NOT_HERE, Address, addresses

World = Mapping[str, Any]


def silent_views(app: Flask) -> list[str]:
    """Views that do not say who may come in."""
    return [
        name
        for name, view in app.view_functions.items()
        if name != "static" and not hasattr(view, "open_to")
    ]


def ask(client: FlaskClient, address: Address) -> int:
    """The status of one address, with the token of a form where one is needed."""
    if address.method == "POST":
        return int(client.send(address.path).status_code)  # type: ignore[attr-defined]  # PageClient has it
    return client.get(address.path).status_code


def wrong(
    client: FlaskClient,
    asked: Iterable[Address],
    is_right: Callable[[int], bool],
    *,
    checks_pages: bool = False,
) -> list[str]:
    """The addresses whose status is not as it must be; looking at each page too takes longer."""
    client.checks_pages = checks_pages  # type: ignore[attr-defined]  # PageClient has it
    statuses = ((address, ask(client, address)) for address in asked)
    return [f"{status} {address}" for address, status in statuses if not is_right(status)]


@pytest.fixture
def everybody_elsewhere(app: Flask, session: Session) -> FlaskClient:
    """Somebody who holds every role, in another structure."""
    other = builders.a_structure(session, "ailleurs")
    service = builders.a_service(session, other, "autre")
    account = people.create_account(session, other, sign_in_name="ailleurs", name="Ailleurs")
    for role in Role:
        people.give_role(session, account, role=role, service=service, may_publish=True)
    session.commit()
    return sign_in(app, account)


def test_every_view_says_who_may_come_in(app: Flask) -> None:
    assert silent_views(app) == []


def test_nobody_is_sent_to_the_door(app: Flask, world: World, client: FlaskClient) -> None:
    for address in addresses(app, world):
        if "anyone" in address.who:
            continue
        answer = client.open(address.path, method=address.method)
        if address.method == "GET":
            assert answer.status_code == 302, str(address)
            assert answer.location.startswith("/fr/desk/sign-in?next="), str(address)
        else:
            assert answer.status_code in {302, 409}, str(address)


@pytest.mark.parametrize("role", ["reception", "volunteer", "worker", "manager", "administrator"])
def test_a_role_gets_in_only_where_the_view_says_so(
    app: Flask, world: World, as_role: Callable[..., FlaskClient], role: str
) -> None:
    client = as_role(role)
    closed = [one for one in addresses(app, world) if not one.lets_in(role)]
    assert wrong(client, closed, lambda status: status == 403) == []


@pytest.mark.parametrize("role", ["reception", "volunteer", "worker", "manager", "administrator"])
def test_every_page_of_a_role_opens(
    app: Flask, world: World, as_role: Callable[..., FlaskClient], role: str
) -> None:
    client = as_role(role)
    pages = [
        one
        for one in addresses(app, world)
        if one.method == "GET" and one.lets_in(role) and one.endpoint not in FILES | NOT_HERE
    ]
    assert wrong(client, pages, lambda status: status in {200, 302, 303}, checks_pages=True) == []


@pytest.mark.parametrize("role", ["reception", "volunteer", "worker", "manager", "administrator"])
def test_an_empty_form_never_breaks_anything(
    app: Flask, world: World, as_role: Callable[..., FlaskClient], role: str
) -> None:
    client = as_role(role, may_publish=True)
    forms = [
        one
        for one in addresses(app, world)
        if one.method == "POST" and one.lets_in(role) and one.endpoint not in FILES
    ]
    assert wrong(client, forms, lambda status: status < 500 and status != 403) == []


def test_another_structure_finds_nothing(
    app: Flask, world: World, everybody_elsewhere: FlaskClient
) -> None:
    ours = [one for one in addresses(app, world) if one.names_something and "anyone" not in one.who]
    assert len(ours) > 20
    assert wrong(everybody_elsewhere, ours, lambda status: status == 404) == []


def test_a_form_of_the_desk_without_its_token_is_refused(
    app: Flask, world: World, as_role: Callable[..., FlaskClient]
) -> None:
    client = as_role("administrator")
    client.checks_pages = False  # type: ignore[attr-defined]  # PageClient has it
    for address in addresses(app, world):
        if (
            address.method == "POST"
            and "anyone" not in address.who
            and address.lets_in("administrator")
        ):
            assert client.post(address.path).status_code == 409, str(address)


def test_what_another_site_sends_is_refused_everywhere(
    app: Flask, world: World, client: FlaskClient
) -> None:
    client.checks_pages = False  # type: ignore[attr-defined]  # PageClient has it
    for address in addresses(app, world):
        if address.method == "POST":
            for header in ({"Origin": "https://example.org"}, {"Sec-Fetch-Site": "cross-site"}):
                assert client.post(address.path, headers=header).status_code == 403, str(address)


def test_a_view_that_says_nothing_is_found_and_lets_nobody_in(
    app: Flask, as_role: Callable[..., FlaskClient]
) -> None:
    app.add_url_rule("/<language>/desk/hole", "hole", lambda: "hole")
    assert silent_views(app) == ["hole"]
    assert as_role("administrator").get("/fr/desk/hole").status_code == 403


def test_a_view_that_forgets_the_reach_is_found(
    app: Flask, world: World, everybody_elsewhere: FlaskClient
) -> None:
    @app.get("/<language>/desk/campaigns/<short_name>/hole")
    @open_to("worker")
    def hole(short_name: str) -> str:
        found = request_session().query(Campaign).filter_by(short_name=short_name).one()
        return str(found.title)

    [planted] = [one for one in addresses(app, world) if one.endpoint == "hole"]
    assert planted.names_something
    found = wrong(everybody_elsewhere, [planted], lambda status: status == 404)
    assert found == [f"200 {planted}"]
