"""First steps of an installation: a structure, its services, its staff."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.people.models import Account, Membership, Service, Structure
from participation.people.rules import (
    BOUND_TO_A_SERVICE,
    NameTaken,
    Role,
    ServiceNeeded,
    refuse_bad_short_name,
)
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
    if session.scalar(select(Structure.id).where(Structure.short_name == short_name)):
        raise NameTaken(name=short_name)
    made = Structure(
        short_name=short_name,
        name=name,
        contact=contact,
        emergency=emergency or Words(),
        is_demonstration=is_demonstration,
    )
    session.add(made)
    session.flush()
    return made


def create_service(
    session: Session, structure: Structure, *, short_name: str, name: str, territory: str = ""
) -> Service:
    """Make a service of a structure. Raises BadShortName."""
    refuse_bad_short_name(short_name)
    made = Service(structure_id=structure.id, short_name=short_name, name=name, territory=territory)
    session.add(made)
    session.flush()
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
    """Make an account without any role. Raises NameTaken."""
    if session.scalar(select(Account.id).where(Account.sign_in_name == sign_in_name)):
        raise NameTaken(name=sign_in_name)
    made = Account(
        structure_id=structure.id,
        sign_in_name=sign_in_name,
        name=name,
        title=title,
        password_hash=password_hash,
    )
    session.add(made)
    session.flush()
    return made


def give_role(
    session: Session,
    account: Account,
    *,
    role: Role,
    service: Service | None = None,
    may_publish: bool = False,
) -> Membership:
    """Give a role; every open session of the account sees it at once. Raises ServiceNeeded."""
    if role in BOUND_TO_A_SERVICE and service is None:
        raise ServiceNeeded
    made = Membership(
        structure_id=account.structure_id,
        role=role,
        service_id=service.id if service else None,
        may_publish=may_publish,
    )
    account.memberships.append(made)
    account.version = (account.version or 0) + 1
    session.flush()
    return made
