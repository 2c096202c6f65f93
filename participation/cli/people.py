"""`participation create-structure` and `create-account`: first steps, and the last way back in."""

import argparse
import os

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation import clock
from participation.errors import NotFound
from participation.journal.operations import note
from participation.people import operations
from participation.people.models import Account, Service, Structure
from participation.people.passwords import Passwords, new_code
from participation.people.rules import BOUND_TO_A_SERVICE, OFFERED, Role
from participation.settings import Settings
from participation.storage.engine import Database
from participation.storage.migrate import refuse_unmigrated

TERMINAL = "terminal"


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands."""
    made = subparsers.add_parser("create-structure", help="create a structure and a service")
    made.add_argument("short_name", metavar="SHORT-NAME", help="for commands: ccas-valbrenne")
    made.add_argument("name", metavar="NAME", help="as people know it: CCAS de Valbrenne")
    made.add_argument(
        "--service", metavar="SHORT-NAME", default="accueil", help="its first service (accueil)"
    )
    made.add_argument(
        "--service-name", metavar="NAME", default="Accueil", help="its name (Accueil)"
    )
    made.set_defaults(handler=handle_structure)
    made = subparsers.add_parser(
        "create-account",
        help="create an account, or give an existing one a new one-time code",
        description="Prints a one-time code, to hand over in person. For a name that exists, the "
        "account is opened again, gets the role too, and its password stops working: this is "
        "the last administrator's way back in.",
    )
    made.add_argument("structure", metavar="STRUCTURE", help="short name of the structure")
    made.add_argument("sign_in_name", metavar="SIGN-IN-NAME")
    made.add_argument("--name", help="first name and name (default: the sign-in name)")
    made.add_argument("--role", choices=[role.value for role in OFFERED], default="administrator")
    made.add_argument("--service", metavar="SHORT-NAME", help="for roles that work in a service")
    made.add_argument("--may-publish", action="store_true", help="may publish decisions")
    made.set_defaults(handler=handle_account)


def handle_structure(asked: argparse.Namespace) -> int:
    """Create a structure with its first service."""
    with installation().write() as session:
        structure = operations.create_structure(
            session, short_name=asked.short_name, name=asked.name
        )
        operations.create_service(
            session, structure, short_name=asked.service, name=asked.service_name
        )
        noted(session, structure, "structure_created", structure.name)
    print(f"Created {asked.name} with the service {asked.service_name}.")
    print(f"Next: participation create-account {asked.short_name} SIGN-IN-NAME")
    return 0


def handle_account(asked: argparse.Namespace) -> int:
    """Create an account or give it a new code; print the code, which is stored nowhere."""
    code = new_code()
    hashed = Passwords(settings().password_memory_kib).hash(code)
    with installation().write() as session:
        structure = structure_named(session, asked.structure)
        account = account_named(session, structure, asked)
        operations.give_role(
            session,
            account,
            role=Role(asked.role),
            service=service_for(session, structure, asked),
            may_publish=asked.may_publish,
        )
        operations.give_code(session, account, code_hash=hashed, at=clock.now())
        noted(session, structure, "code_given", account.name)
    print(f"Sign-in name: {asked.sign_in_name}")
    print(f"One-time code: {code}")
    print("It works for 24 hours, once: the first sign-in asks for a password.")
    return 0


def settings() -> Settings:
    """The settings of this installation."""
    return Settings.from_environ(os.environ)


def installation() -> Database:
    """Its database; raises NotMigrated."""
    found = Database(settings().database_url)
    refuse_unmigrated(found)
    return found


def structure_named(session: Session, short_name: str) -> Structure:
    """The structure of a short name; raises NotFound."""
    found = session.scalar(select(Structure).where(Structure.short_name == short_name))
    if found is None:
        raise NotFound(f"structure called {short_name}")
    return found


def service_for(
    session: Session, structure: Structure, asked: argparse.Namespace
) -> Service | None:
    """The service that was named, or the only one there is; raises NotFound for another name."""
    here = select(Service).where(Service.structure_id == structure.id).order_by(Service.id)
    if asked.service:
        found = session.scalar(here.where(Service.short_name == asked.service))
        if found is None:
            raise NotFound(f"service called {asked.service}")
        return found
    every = session.scalars(here).all()
    needed = Role(asked.role) in BOUND_TO_A_SERVICE
    return every[0] if needed and len(every) == 1 else None


def account_named(session: Session, structure: Structure, asked: argparse.Namespace) -> Account:
    """The account of that name in the structure, opened again if it was closed, or a new one."""
    found = session.scalar(
        select(Account).where(
            Account.sign_in_name == asked.sign_in_name, Account.structure_id == structure.id
        )
    )
    if found is None:
        return operations.create_account(
            session,
            structure,
            sign_in_name=asked.sign_in_name,
            name=asked.name or asked.sign_in_name,
        )
    if not found.is_open:
        operations.reopen_account(session, found)
    return found


def noted(session: Session, structure: Structure, act: str, subject: str) -> None:
    """A line of the journal: somebody did this at the terminal."""
    note(
        session,
        structure_id=structure.id,
        at=clock.now(),
        who=TERMINAL,
        act=act,
        subject=subject,
    )
