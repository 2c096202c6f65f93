"""Who may come in, and what is kept of a wrong try."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.people.models import Account
from participation.people.passwords import Passwords, typed_code
from participation.people.queries import known_secrets
from participation.people.rules import (
    LOCKED_MINUTES,
    MOST_FAILED_SIGN_INS,
    SignInPaused,
    WrongSignIn,
)


class Shown(StrEnum):
    """What was typed beside the name."""

    PASSWORD = "password"  # noqa: S105  # The name of a choice, not a secret.
    CODE = "code"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Try:
    """One try at the door: whose name, and what was shown for it."""

    account_id: int | None
    shown: Shown


def examine(
    session: Session, passwords: Passwords, *, sign_in_name: str, secret: str, at: datetime
) -> Try:
    """Compare what was typed with what is stored; slow on purpose, so before any write.

    A wrong try costs the same time whether or not somebody has the name.
    """
    known = known_secrets(session, sign_in_name, at=at)
    if passwords.fits(known.password_hash, secret):
        return Try(known.account_id, Shown.PASSWORD)
    if passwords.fits(known.code_hash, typed_code(secret)):
        return Try(known.account_id, Shown.CODE)
    return Try(known.account_id, Shown.NOTHING)


def come_in(session: Session, tried: Try, *, at: datetime) -> Account:
    """The account, its wrong tries forgotten. Raises SignInPaused, or WrongSignIn once counted."""
    account = session.scalar(
        select(Account).where(Account.id == tried.account_id, Account.is_open).with_for_update()
    )
    if account is None:
        raise WrongSignIn
    if account.paused_until is not None and account.paused_until > at:
        raise SignInPaused(minutes=LOCKED_MINUTES)
    if tried.shown is Shown.NOTHING:
        count_wrong_try(account, at=at)
        session.flush()
        raise WrongSignIn
    account.failed_sign_ins, account.paused_until = 0, None
    session.flush()
    return account


def count_wrong_try(account: Account, *, at: datetime) -> None:
    """One more wrong try; the last one that is allowed pauses the account."""
    account.failed_sign_ins += 1
    if account.failed_sign_ins >= MOST_FAILED_SIGN_INS:
        account.failed_sign_ins = 0
        account.paused_until = at + timedelta(minutes=LOCKED_MINUTES)
