"""The administrator's pages, the first set-up, and the journal."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.journal.models import JournalEntry
from participation.people.models import Account, Service, Structure
from participation.people.rules import Role
from participation.web.people.setting_up import set_up_token
from tests import builders
from tests.conftest import sign_in

ACCOUNTS = "/fr/desk/accounts"
CODE = re.compile(r"\b[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}\b")


def new(**changes: Any) -> dict[str, Any]:
    """What the form of a new account sends."""
    values = {"name": "Nadia Ferhat", "sign_in_name": "n.ferhat", "role": "manager", "service": 0}
    return {**values, **changes}


def acts(session: Session) -> list[str]:
    """What the journal holds, oldest first."""
    return list(session.scalars(select(JournalEntry.act).order_by(JournalEntry.id)))


def test_an_account_is_created_and_its_code_shown_once(
    as_role: Callable[..., FlaskClient], session: Session
) -> None:
    claire = as_role("administrator")
    page = claire.send(f"{ACCOUNTS}/new", new(may_publish="y")).get_data(as_text=True)
    [code] = set(CODE.findall(page))
    made = session.scalars(select(Account).where(Account.sign_in_name == "n.ferhat")).one()
    assert [(one.role, one.may_publish) for one in made.memberships] == [(Role.MANAGER, True)]
    assert code not in claire.get(f"{ACCOUNTS}/{made.id}").get_data(as_text=True)
    assert acts(session) == ["account_created"]
    door = claire.application.test_client()
    asked = door.send("/fr/desk/sign-in", {"name": "n.ferhat", "secret": code})
    assert asked.location == "/fr/desk/first-password"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": ""}, 'id="name-error"'),
        ({"sign_in_name": "n ferhat"}, "n ferhat"),
        ({"sign_in_name": "valbrenne-administrator"}, "valbrenne-administrator"),
        ({"role": "worker"}, 'id="problems"'),
        ({"role": "king"}, 'id="role-error"'),
    ],
)
def test_what_is_wrong_creates_nothing(
    as_role: Callable[..., FlaskClient], session: Session, changes: dict[str, Any], said: str
) -> None:
    page = as_role("administrator").send(f"{ACCOUNTS}/new", new(**changes)).get_data(as_text=True)
    assert said in page
    assert not CODE.findall(page)
    assert len(session.scalars(select(Account.id).order_by(Account.id)).all()) == 1


def test_only_the_management_may_publish(
    as_role: Callable[..., FlaskClient], session: Session, service: Service
) -> None:
    claire = as_role("administrator")
    claire.send(f"{ACCOUNTS}/new", new(role="worker", service=service.id, may_publish="y"))
    made = session.scalars(select(Account).where(Account.sign_in_name == "n.ferhat")).one()
    assert [one.may_publish for one in made.memberships] == [False]


def test_a_new_role_a_new_code_and_a_closing_end_open_sessions(
    app: Flask,
    as_role: Callable[..., FlaskClient],
    session: Session,
    structure: Structure,
    service: Service,
) -> None:
    claire = as_role("administrator")
    paul = builders.an_account(session, structure, Role.MANAGER)
    session.commit()
    for act, data in [
        ("", {"role": "worker", "service": service.id}),
        ("/code", {}),
        ("/close", {}),
    ]:
        session.refresh(paul)
        signed_in = sign_in(app, paul)
        assert signed_in.get("/fr/desk").status_code == 200
        assert claire.send(f"{ACCOUNTS}/{paul.id}{act}", data).status_code in {200, 302}
        assert signed_in.get("/fr/desk").status_code == 302
    assert acts(session) == ["role_given", "code_given", "account_closed"]


def test_the_last_administrator_cannot_go(
    as_role: Callable[..., FlaskClient], session: Session
) -> None:
    claire = as_role("administrator")
    account = session.scalars(select(Account)).one()
    role = account.memberships[0].id
    for act in ("close", f"roles/{role}/take"):
        assert claire.send(f"{ACCOUNTS}/{account.id}/{act}").status_code == 409
    assert claire.get(ACCOUNTS).status_code == 200
    assert acts(session) == []


def test_a_service_is_added_once(as_role: Callable[..., FlaskClient], session: Session) -> None:
    claire = as_role("administrator")
    values = {"name": "Résidence", "short_name": "residence", "territory": "Rue des Tilleuls"}
    assert claire.send("/fr/desk/structure", values).status_code == 302
    again = claire.send("/fr/desk/structure", values)
    assert 'id="problems"' in again.get_data(as_text=True)
    names = session.scalars(select(Service.short_name).order_by(Service.short_name)).all()
    assert names == ["residence", "tilleuls"]
    journal = claire.get("/fr/desk/journal").get_data(as_text=True)
    assert "Résidence" in journal


def test_the_first_start_makes_a_structure_once(
    app: Flask, client: FlaskClient, session: Session
) -> None:
    link = f"/fr/setup/{set_up_token(app.config['PARTICIPATION'])}"
    values = {
        "structure": "CCAS de Valbrenne",
        "structure_short": "ccas",
        "service": "Accueil",
        "service_short": "accueil",
        "name": "Claire Vasseur",
        "sign_in_name": "claire",
        "password": "a long enough password",
        "again": "a long enough password",
    }
    assert client.get(f"{link}0").status_code == 404
    assert client.get(link.replace("/fr/", "/ar/")).status_code == 404
    refused = client.send(link, {**values, "structure_short": "C C A S"})
    assert 'id="structure_short-error"' in refused.get_data(as_text=True)
    assert client.send(link, values).location == "/fr/desk"
    assert client.get("/fr/desk/accounts").status_code == 200
    assert client.get(link).status_code == 404
    assert session.scalars(select(Structure.name)).all() == ["CCAS de Valbrenne"]
