"""First steps of an installation: a structure, its services, its staff."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.people.models import Account, Membership, Service, Structure
from participation.people.queries import is_set_up, open_administrators
from participation.people.rules import (
    BOUND_TO_A_SERVICE,
    CODE_LIFE,
    AccountClosed,
    AlreadySetUp,
    LastAdministrator,
    NameTaken,
    Role,
    ServiceNeeded,
    refuse_bad_phones_address,
    refuse_bad_short_name,
    refuse_bad_sign_in_name,
)
from participation.storage.unique import add_once
from participation.wording import Words


def create_structure(
    session: Session,
    *,
    short_name: str,
    name: str,
    contact: str = "",
    emergency: Words | None = None,
    is_demonstration: bool = False,
) -> Structure:
    """Make a structure. Raises BadShortName and NameTaken."""
    refuse_bad_short_name(short_name)
    made = Structure(
        short_name=short_name,
        name=name,
        contact=contact,
        emergency=emergency or Words(),
        is_demonstration=is_demonstration,
    )
    add_once(session, made, NameTaken(name=short_name))
    return made


def describe_structure(
    session: Session, structure_id: int, *, name: str, contact: str, emergency: Words
) -> Structure:
    """Change what a structure says of itself."""
    structure = session.get_one(Structure, structure_id)
    structure.name, structure.contact, structure.emergency = name, contact, emergency
    session.flush()
    return structure


def choose_phones_address(session: Session, structure_id: int, *, address: str) -> Structure:
    """The address that QR codes name. Raises BadPhonesAddress and PhonesCannotReach."""
    refuse_bad_phones_address(address)
    structure = session.get_one(Structure, structure_id)
    structure.phones_address = address
    session.flush()
    return structure


def clear_phones_address(session: Session, structure_id: int) -> None:
    """QR codes name again the address of the page that shows them."""
    session.get_one(Structure, structure_id).phones_address = ""
    session.flush()


def refuse_second_set_up(session: Session) -> None:
    """The set-up link works once. Raises AlreadySetUp."""
    if is_set_up(session):
        raise AlreadySetUp


def create_service(
    session: Session, structure: Structure, *, short_name: str, name: str, territory: str = ""
) -> Service:
    """Make a service of a structure. Raises BadShortName and NameTaken."""
    refuse_bad_short_name(short_name)
    made = Service(structure_id=structure.id, short_name=short_name, name=name, territory=territory)
    add_once(session, made, NameTaken(name=short_name))
    return made


def create_account(
    session: Session,
    structure: Structure,
    *,
    sign_in_name: str,
    name: str,
    title: str = "",
    password_hash: str = "",
) -> Account:
    """Make an account without any role. Raises BadSignInName and NameTaken."""
    refuse_bad_sign_in_name(sign_in_name)
    made = Account(
        structure_id=structure.id,
        sign_in_name=sign_in_name,
        name=name,
        title=title,
        password_hash=password_hash,
    )
    add_once(session, made, NameTaken(name=sign_in_name))
    return made


def give_role(
    session: Session,
    account: Account,
    *,
    role: Role,
    service: Service | None = None,
    may_publish: bool = False,
) -> Membership:
    """Give a role, once; every open session of the account ends. Raises ServiceNeeded."""
    if role in BOUND_TO_A_SERVICE and service is None:
        raise ServiceNeeded
    service_id = service.id if service else None
    for held in account.memberships:
        if (held.role, held.service_id) == (role, service_id):
            held.may_publish = may_publish
            break
    else:
        held = Membership(
            structure_id=account.structure_id,
            role=role,
            service_id=service_id,
            may_publish=may_publish,
        )
        account.memberships.append(held)
    end_sessions(session, account)
    return held


def take_role(session: Session, account: Account, membership_id: int) -> None:
    """Take a role away and end the sessions. Raises LastAdministrator."""
    for held in [one for one in account.memberships if one.id == membership_id]:
        if held.role is Role.ADMINISTRATOR:
            refuse_last_administrator(session, account)
        account.memberships.remove(held)
    end_sessions(session, account)


def give_code(session: Session, account: Account, *, code_hash: str, at: datetime) -> datetime:
    """Store a one-time code instead of the password; say when it ends. Raises AccountClosed."""
    if not account.is_open:
        raise AccountClosed
    account.password_hash = ""
    account.code_hash = code_hash
    account.code_ends_at = at + CODE_LIFE
    account.failed_sign_ins, account.paused_until = 0, None
    end_sessions(session, account)
    return account.code_ends_at


def set_password(session: Session, account: Account, *, password_hash: str) -> None:
    """Store a password; the one-time code has done its work and every other session ends."""
    account.password_hash = password_hash
    account.code_hash, account.code_ends_at = "", None
    end_sessions(session, account)


def close_account(session: Session, account: Account) -> None:
    """Close an account and end its sessions. Raises LastAdministrator."""
    refuse_last_administrator(session, account)
    account.is_open = False
    account.password_hash = account.code_hash = ""
    account.code_ends_at = None
    end_sessions(session, account)


def reopen_account(session: Session, account: Account) -> None:
    """Open an account again; it needs a new one-time code to come in."""
    account.is_open = True
    end_sessions(session, account)


def end_sessions(session: Session, account: Account) -> None:
    """Whoever is signed in with this account must sign in again."""
    account.version = (account.version or 0) + 1
    session.flush()


def refuse_last_administrator(session: Session, account: Account) -> None:
    """Raise LastAdministrator when nobody else could administer; two at once wait in turn."""
    session.execute(
        select(Structure.id).where(Structure.id == account.structure_id).with_for_update()
    )
    if open_administrators(session, account.structure_id) == {account.id}:
        raise LastAdministrator
