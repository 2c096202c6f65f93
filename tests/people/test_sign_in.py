"""Coming in: right, wrong, too often wrong, with a code."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from participation.people import operations
from participation.people.models import Account, Structure
from participation.people.passwords import CODE_LENGTH, Passwords, new_code, typed_code
from participation.people.rules import (
    CODE_LIFE,
    LOCKED_MINUTES,
    MOST_FAILED_SIGN_INS,
    Role,
    SignInPaused,
    WrongSignIn,
)
from participation.people.sign_in import Shown, come_in, examine
from participation.storage.engine import Database
from tests import builders

NOW = datetime(2026, 10, 15, 9, tzinfo=UTC)
PASSWORDS = Passwords(64)
RIGHT = "a long enough password"


@pytest.fixture
def account(session: Session, structure: Structure) -> Account:
    """Somebody with a password."""
    made = builders.an_account(session, structure, Role.MANAGER)
    operations.set_password(session, made, password_hash=PASSWORDS.hash(RIGHT))
    session.commit()
    return made


def attempt(database: Database, name: str, secret: str, at: datetime = NOW) -> Account:
    """One try, as the web makes it: look, then write."""
    with database.session() as session:
        tried = examine(session, PASSWORDS, sign_in_name=name, secret=secret, at=at)
    with database.write() as session:
        return come_in(session, tried, at=at)


def test_the_right_password_opens(database: Database, account: Account) -> None:
    assert attempt(database, account.sign_in_name, RIGHT).id == account.id


@pytest.mark.parametrize("secret", ["", "wrong", RIGHT + " ", RIGHT.upper()])
def test_another_password_does_not(database: Database, account: Account, secret: str) -> None:
    with pytest.raises(WrongSignIn):
        attempt(database, account.sign_in_name, secret)


def test_nobody_and_an_empty_password_do_not_open(
    database: Database, session: Session, structure: Structure
) -> None:
    without = builders.an_account(session, structure, Role.ADMINISTRATOR)
    session.commit()
    for name, secret in [("nobody", RIGHT), (without.sign_in_name, ""), ("", "")]:
        with pytest.raises(WrongSignIn):
            attempt(database, name, secret)


def test_a_closed_account_does_not_open(
    database: Database, session: Session, structure: Structure, account: Account
) -> None:
    operations.close_account(session, account)
    session.commit()
    with pytest.raises(WrongSignIn):
        attempt(database, account.sign_in_name, RIGHT)


def test_wrong_tries_are_kept_and_pause_the_account(database: Database, account: Account) -> None:
    for _ in range(MOST_FAILED_SIGN_INS):
        with pytest.raises(WrongSignIn):
            attempt(database, account.sign_in_name, "wrong")
    with pytest.raises(SignInPaused):
        attempt(database, account.sign_in_name, RIGHT)
    later = NOW + timedelta(minutes=LOCKED_MINUTES, seconds=1)
    assert attempt(database, account.sign_in_name, RIGHT, later).id == account.id


def test_a_right_try_forgets_the_wrong_ones(database: Database, account: Account) -> None:
    for _ in range(MOST_FAILED_SIGN_INS - 1):
        with pytest.raises(WrongSignIn):
            attempt(database, account.sign_in_name, "wrong")
    assert attempt(database, account.sign_in_name, RIGHT).failed_sign_ins == 0


def test_a_wrong_try_costs_the_same_with_and_without_an_account(
    session: Session, account: Account
) -> None:
    counted = Counted(64)
    costs = set()
    for name in (account.sign_in_name, "nobody"):
        counted.checks = 0
        examine(session, counted, sign_in_name=name, secret="wrong", at=NOW)
        costs.add(counted.checks)
    assert costs == {2}


class Counted(Passwords):
    """Counts the slow checks, each of which is made against a real hash."""

    checks = 0

    def fits(self, stored: str, given: str) -> bool:
        self.checks += 1
        return super().fits(stored, given)


def test_a_code_opens_until_it_ends_and_stands_in_for_the_password(
    database: Database, session: Session, account: Account
) -> None:
    code = new_code()
    ends = operations.give_code(session, account, code_hash=PASSWORDS.hash(code), at=NOW)
    session.commit()
    assert ends == NOW + CODE_LIFE
    tried = examine(
        session, PASSWORDS, sign_in_name=account.sign_in_name, secret=code.lower(), at=NOW
    )
    assert tried.shown is Shown.CODE
    for secret, at in [(RIGHT, NOW), (code, ends)]:
        with pytest.raises(WrongSignIn):
            attempt(database, account.sign_in_name, secret, at)


def test_a_code_ends_when_the_password_is_set(
    database: Database, session: Session, account: Account
) -> None:
    code = new_code()
    operations.give_code(session, account, code_hash=PASSWORDS.hash(code), at=NOW)
    operations.set_password(session, account, password_hash=PASSWORDS.hash("another password"))
    session.commit()
    with pytest.raises(WrongSignIn):
        attempt(database, account.sign_in_name, code)


def test_codes_are_long_and_read_well() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    for code in codes:
        assert len(code.replace("-", "")) == CODE_LENGTH
        assert not set(code) & set("0O1IL")
        assert typed_code(f" {code.lower().replace('-', '  ')} ") == code


def test_a_password_is_the_same_from_every_keyboard() -> None:
    assert PASSWORDS.fits(PASSWORDS.hash("café crème"), "cafe\u0301 cre\u0300me")


def test_nothing_stored_fits_nothing() -> None:
    assert not PASSWORDS.fits("", "")
    assert not PASSWORDS.fits("not a hash", "not a hash")
