"""Who works where, for those who look after the accounts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from participation.people.models import Account, Membership, Service, Structure
from participation.people.rules import Role


@dataclass(frozen=True, slots=True)
class KnownSecrets:
    """What a sign-in is checked against; empty when nobody has the name."""

    account_id: int | None = None
    password_hash: str = ""
    code_hash: str = ""


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """One role of an account; without a service it is for all of them."""

    membership_id: int
    role: Role
    service: str | None
    may_publish: bool


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account as the administrator sees it."""

    id: int
    sign_in_name: str
    name: str
    title: str
    is_open: bool
    has_password: bool
    code_ends_at: datetime | None
    roles: tuple[RoleHeld, ...]


def known_secrets(session: Session, sign_in_name: str, *, at: datetime) -> KnownSecrets:
    """The hashes of an open account; a code that has ended is as no code."""
    found = session.scalar(
        select(Account).where(Account.sign_in_name == sign_in_name, Account.is_open)
    )
    if found is None:
        return KnownSecrets()
    lives = found.code_ends_at is not None and found.code_ends_at > at
    return KnownSecrets(found.id, found.password_hash, found.code_hash if lives else "")


def accounts(session: Session, structure_id: int) -> list[AccountRow]:
    """Every account of a structure: open ones first, then by name."""
    found = session.scalars(
        select(Account)
        .where(Account.structure_id == structure_id)
        .options(selectinload(Account.memberships).options(joinedload(Membership.service)))
        .order_by(Account.is_open.desc(), Account.name, Account.id)
    )
    return [row_of(account) for account in found]


def row_of(account: Account) -> AccountRow:
    """One account with its roles."""
    return AccountRow(
        id=account.id,
        sign_in_name=account.sign_in_name,
        name=account.name,
        title=account.title,
        is_open=account.is_open,
        has_password=bool(account.password_hash),
        code_ends_at=account.code_ends_at if account.code_hash else None,
        roles=tuple(held(one) for one in account.memberships),
    )


def held(membership: Membership) -> RoleHeld:
    """One role with the name of its service."""
    service = membership.service.name if membership.service else None
    return RoleHeld(membership.id, membership.role, service, membership.may_publish)


def services(session: Session, structure_id: int) -> Sequence[Service]:
    """Every service of a structure, by name."""
    return session.scalars(
        select(Service)
        .where(Service.structure_id == structure_id)
        .order_by(Service.name, Service.id)
    ).all()


def open_administrators(session: Session, structure_id: int) -> frozenset[int]:
    """The accounts that can still administer a structure."""
    return frozenset(
        session.scalars(
            select(Account.id)
            .join(Membership)
            .where(
                Account.structure_id == structure_id,
                Account.is_open,
                Membership.role == Role.ADMINISTRATOR,
            )
            .order_by(Account.id)
        )
    )


def is_set_up(session: Session) -> bool:
    """Whether the installation has its first structure."""
    return bool(session.scalar(select(func.count()).select_from(Structure)))
