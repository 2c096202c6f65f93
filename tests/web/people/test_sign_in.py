"""Coming in, going out, and what the door does not tell."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from participation import clock
from participation.people import operations
from participation.people.models import Account, Structure
from participation.people.passwords import Passwords, new_code
from participation.people.rules import MOST_FAILED_SIGN_INS, Role
from participation.web.limits import storage
from tests import builders

PASSWORDS = Passwords(64)
RIGHT = "a long enough password"
DOOR = "/fr/desk/sign-in"


@pytest.fixture
def account(session: Session, structure: Structure) -> Account:
    """Somebody with a password."""
    made = builders.an_account(session, structure, Role.ADMINISTRATOR)
    operations.set_password(session, made, password_hash=PASSWORDS.hash(RIGHT))
    session.commit()
    return made


@pytest.fixture(autouse=True)
def _nobody_tried(app: Flask) -> None:
    """Counts of tries are in memory: each test begins without any."""
    storage.reset()


def come(client: FlaskClient, name: str, secret: str, address: str = DOOR) -> TestResponse:
    """Fill the form at the door."""
    return client.send(address, {"name": name, "secret": secret})


def test_the_bare_address_leads_to_the_door(client: FlaskClient) -> None:
    assert client.get("/").location == DOOR
    english = client.get("/", headers={"Accept-Language": "en"})
    assert english.location == "/en/desk/sign-in"


def test_a_page_of_the_desk_leads_to_the_door_and_back(
    client: FlaskClient, account: Account
) -> None:
    sent = client.get("/fr/desk/accounts")
    assert sent.location == f"{DOOR}?next=/fr/desk/accounts"
    assert come(client, account.sign_in_name, RIGHT, sent.location).location == "/fr/desk/accounts"
    assert client.get("/fr/desk/accounts").status_code == 200


def test_a_name_is_typed_in_any_capitals(client: FlaskClient, account: Account) -> None:
    typed = f" {account.sign_in_name.upper()} "
    assert come(client, typed, RIGHT).location == "/fr/desk"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://example.org/fr/desk",
        "//example.org/fr/desk",
        "/fr/desk\\..\\..",
        "/fr/deskx",
        "/fr/desk/sign-out",
        "/fr/desk/nothing-here",
        "/ar/desk",
        "javascript:alert(1)",
        "/fr/desk\n//example.org",
    ],
)
def test_the_door_leads_only_to_our_own_pages(
    client: FlaskClient, account: Account, elsewhere: str
) -> None:
    answer = client.send(
        DOOR, {"name": account.sign_in_name, "secret": RIGHT}, query_string={"next": elsewhere}
    )
    assert answer.location == "/fr/desk"


def test_a_wrong_name_and_a_wrong_password_get_one_answer(
    client: FlaskClient, account: Account
) -> None:
    answers = set()
    for name in ("personne", account.sign_in_name):
        page = come(client, name, "wrong").get_data(as_text=True)
        answers.add(page[page.index("problems-title") : page.index("</ul>")])
        assert f'value="{name}"' in page
    assert len(answers) == 1


def test_a_paused_account_answers_like_a_wrong_password(
    client: FlaskClient, session: Session, account: Account
) -> None:
    answers = []
    for _ in range(MOST_FAILED_SIGN_INS + 1):
        page = come(client, account.sign_in_name, "wrong").get_data(as_text=True)
        answers.append(page[page.index("problems-title") : page.index("</ul>")])
    assert len(set(answers)) == 1
    session.expire_all()
    assert account.paused_until is not None
    assert come(client, account.sign_in_name, RIGHT).status_code == 200


def test_what_is_missing_is_said_beside_the_field(client: FlaskClient) -> None:
    page = come(client, "", "").get_data(as_text=True)
    assert page.count('aria-invalid="true"') == 2


def test_a_form_without_its_token_does_not_open(client: FlaskClient, account: Account) -> None:
    answer = client.post(DOOR, data={"name": account.sign_in_name, "secret": RIGHT})
    assert answer.status_code == 200
    assert client.get("/fr/desk").status_code == 302


def test_signing_out_ends_the_session(client: FlaskClient, account: Account) -> None:
    come(client, account.sign_in_name, RIGHT)
    assert client.send("/fr/desk/sign-out").location == DOOR
    assert client.get("/fr/desk").status_code == 302


def test_a_new_password_ends_the_other_sessions(
    client: FlaskClient, app: Flask, account: Account
) -> None:
    other = app.test_client()
    for one in (client, other):
        come(one, account.sign_in_name, RIGHT)
    new = "another long password"
    wrong = client.send("/fr/desk/password", {"old": "no", "password": new, "again": new})
    assert wrong.status_code == 200
    done = client.send("/fr/desk/password", {"old": RIGHT, "password": new, "again": new})
    assert done.location == "/fr/desk"
    assert client.get("/fr/desk").status_code == 200
    assert other.get("/fr/desk").status_code == 302
    assert come(other, account.sign_in_name, new).location == "/fr/desk"


def test_a_short_password_is_refused_beside_the_field(
    client: FlaskClient, account: Account
) -> None:
    come(client, account.sign_in_name, RIGHT)
    page = client.send(
        "/fr/desk/password", {"old": RIGHT, "password": "short", "again": "other"}
    ).get_data(as_text=True)
    assert 'id="password-error"' in page
    assert 'id="again-error"' in page


def test_a_code_asks_for_a_password_and_then_opens(
    client: FlaskClient, session: Session, account: Account
) -> None:
    code = new_code()
    operations.give_code(session, account, code_hash=PASSWORDS.hash(code), at=clock.now())
    session.commit()
    asked = come(client, account.sign_in_name, code.replace("-", " ").lower())
    assert asked.location == "/fr/desk/first-password"
    assert client.get("/fr/desk").status_code == 302
    assert client.get(asked.location).status_code == 200
    done = client.send(asked.location, {"password": RIGHT, "again": RIGHT})
    assert done.location == "/fr/desk"
    assert client.get("/fr/desk").status_code == 200
    assert client.get(asked.location).location == DOOR


def test_nobody_chooses_a_password_without_a_code(client: FlaskClient) -> None:
    answer = client.send("/fr/desk/first-password", {"password": RIGHT, "again": RIGHT})
    assert answer.location == DOOR


def test_many_tries_from_one_address_wait(client: FlaskClient) -> None:
    for _ in range(60):
        client.post(DOOR)
    answer = client.post(DOOR)
    assert answer.status_code == 429
    assert client.get(DOOR).status_code == 200
