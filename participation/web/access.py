"""Who may come in, and what is within their reach."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar, cast

from flask import Flask, abort, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, current_user
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from participation.errors import NotFound
from participation.people.models import Account
from participation.people.rules import Role
from participation.web.database import session

ANYONE = "anyone"
STAFF = "staff"
WHO = {ANYONE, STAFF, *(role.value for role in Role)}
View = TypeVar("View", bound=Callable[..., Any])


class Owned(Protocol):
    """A row that belongs to a structure."""

    id: Any
    structure_id: Any


Thing = TypeVar("Thing", bound=Any)


@dataclass(frozen=True, slots=True)
class Held:
    """A membership as the web needs it; without a service it is for all of them."""

    role: Role
    service_id: int | None
    may_publish: bool


@dataclass(frozen=True, slots=True)
class Person:
    """The member of staff who asks."""

    account_id: int
    version: int
    name: str
    title: str
    structure_id: int
    structure_name: str
    is_demonstration: bool
    held: tuple[Held, ...]
    is_authenticated: bool = True
    is_active: bool = True
    is_anonymous: bool = False

    def get_id(self) -> str:
        """What the session cookie holds: the account and the version of its rights."""
        return f"{self.account_id}.{self.version}"

    @property
    def roles(self) -> frozenset[Role]:
        """Every role held in the structure."""
        return frozenset(one.role for one in self.held)

    def has(self, *roles: str) -> bool:
        """Whether one of these roles is held."""
        return any(role.value in roles for role in self.roles)

    @property
    def may_publish(self) -> bool:
        """Whether decisions may be published: a right of its own."""
        return any(one.may_publish for one in self.held)

    @property
    def services(self) -> frozenset[int] | None:
        """The services within reach; None means all of the structure."""
        ids = [one.service_id for one in self.held]
        return None if None in ids else frozenset(cast(list[int], ids))


def register_access(app: Flask) -> None:
    """Load who asks, and let nobody in where the view does not say so."""
    manager = LoginManager()
    manager.session_protection = None
    manager.init_app(app)
    manager.user_loader(load_person)
    app.before_request(let_in_or_refuse)


def open_to(*who: str) -> Callable[[View], View]:
    """Say who may come in: "anyone", "staff", or roles. Every view says it; a test checks."""
    unknown = set(who) - WHO
    if unknown or not who:
        raise ValueError(f"open_to does not know {unknown}")

    def mark(view: View) -> View:
        view.open_to = frozenset(who)  # type: ignore[attr-defined]  # the mark is read back below
        return view

    return mark


def who_may_come_in(endpoint: str) -> frozenset[str]:
    """What a view said; a view that says nothing lets nobody in."""
    view = current_app.view_functions[endpoint]
    return getattr(view, "open_to", frozenset())


def let_in_or_refuse() -> ResponseReturnValue | None:
    """Before each request: the person is one of those that the view named, or does not get in."""
    if request.endpoint is None or request.endpoint == "static":
        return None
    allowed = who_may_come_in(request.endpoint)
    if ANYONE in allowed:
        return None
    asking = person()
    if asking is None:
        return redirect(url_for("people.sign_in", next=request.full_path.rstrip("?")))
    if STAFF not in allowed and not asking.has(*allowed):
        abort(403)
    return None


def person() -> Person | None:
    """The member of staff who asks; None for a resident. Residents' pages never look."""
    if request.endpoint and ANYONE in who_may_come_in(request.endpoint):
        return cast(Person | None, g.get("person"))
    return current_user if current_user.is_authenticated else None


def staff() -> Person:
    """The member of staff who asks, on a page that only lets staff in."""
    found = person()
    if found is None:
        abort(403)
    return found


def load_person(stored: str) -> Person | None:
    """The person of a session, unless the account was closed or its rights changed since."""
    account_id, _dot, version = stored.partition(".")
    if not (account_id.isdigit() and version.isdigit()):
        return None
    found = session().scalar(
        select(Account)
        .where(Account.id == int(account_id), Account.version == int(version), Account.is_open)
        .options(joinedload(Account.structure), selectinload(Account.memberships))
    )
    return person_of(found) if found else None


def person_of(account: Account) -> Person:
    """An account as the web needs it."""
    return Person(
        account_id=account.id,
        version=account.version,
        name=account.name,
        title=account.title,
        structure_id=account.structure_id,
        structure_name=account.structure.name,
        is_demonstration=account.structure.is_demonstration,
        held=tuple(Held(one.role, one.service_id, one.may_publish) for one in account.memberships),
    )


def within_reach(session: Session, model: type[Thing], thing_id: int) -> Thing:
    """Load a row of the person's structure and services; raise NotFound for any other id."""
    found: Thing | None = session.scalar(select(model).where(model.id == thing_id))
    return reached(found)


def named_within_reach(session: Session, model: type[Thing], short_name: str) -> Thing:
    """The same by short name."""
    found: Thing | None = session.scalar(select(model).where(model.short_name == short_name))
    return reached(found)


def reached(found: Thing | None) -> Thing:
    """The row itself when the person who asks may reach it."""
    asking = staff()
    if found is None or found.structure_id != asking.structure_id:
        raise NotFound
    of_services = getattr(found, "service_ids", None)
    if (
        of_services is not None
        and asking.services is not None
        and not (of_services & asking.services)
    ):
        raise NotFound
    return found
