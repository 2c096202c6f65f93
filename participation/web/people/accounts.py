"""The administrator's pages: accounts, services, journal."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_datetime
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation import clock
from participation.journal import queries as journal
from participation.people import operations, queries
from participation.people.models import Account, Structure
from participation.people.passwords import new_code
from participation.people.rules import Role
from participation.web.access import open_to, staff, within_reach
from participation.web.database import session, writing
from participation.web.forms.base import attempt, status_of
from participation.web.forms.words import texts_of
from participation.web.journaling import noted
from participation.web.numbers import number_asked
from participation.web.people.acts import ACTS
from participation.web.people.blueprint import people
from participation.web.people.forms import (
    ROLE_NAMES,
    AccountForm,
    RoleForm,
    ServiceForm,
    StructureForm,
)
from participation.web.people.pages import (
    AccountPage,
    AccountsPage,
    CodePage,
    JournalPage,
    NewAccountPage,
    StructureFormPage,
    StructurePage,
)
from participation.web.people.secrets import passwords
from participation.web.render import render

JOURNAL_PAGE = 100


@people.get("/<language>/desk/accounts")
@open_to("administrator")
def show_accounts() -> ResponseReturnValue:
    """Who may come in, and as what."""
    return render(AccountsPage(queries.accounts(session(), staff().structure_id), ROLE_NAMES))


@people.route("/<language>/desk/accounts/new", methods=["GET", "POST"])
@open_to("administrator")
def new_account() -> ResponseReturnValue:
    """Somebody new: name and role, then a one-time code to hand over."""
    form = AccountForm(queries.services(session(), staff().structure_id))
    code = new_code()
    if form.validate_on_submit():
        hashed = passwords().hash(code)
        made: list[Account] = []
        if attempt(form, lambda s: made.append(made_account(s, form, hashed))):
            return code_page(made[0], code)
    return render(NewAccountPage(form))


def made_account(session: Session, form: AccountForm, code_hash: str) -> Account:
    """The account with its first role and its code."""
    structure = session.get_one(Structure, staff().structure_id)
    account = operations.create_account(
        session,
        structure,
        sign_in_name=form.sign_in_name.data or "",
        name=form.name.data or "",
        title=form.title.data or "",
    )
    add_role(session, account, form)
    operations.give_code(session, account, code_hash=code_hash, at=clock.now())
    noted(session, "account_created", account.name)
    return account


def add_role(session: Session, account: Account, form: RoleForm) -> None:
    """The role that the form names."""
    operations.give_role(
        session,
        account,
        role=Role(form.role.data),
        service=form.service_of(queries.services(session, account.structure_id)),
        may_publish=form.may_publish.data and form.role.data == Role.MANAGER,
    )


def code_page(account: Account, code: str) -> str:
    """The code, shown once."""
    ends = format_datetime(account.code_ends_at, "EEEE d MMMM, HH:mm")
    return render(CodePage(account.id, account.name, account.sign_in_name, code, ends))


@people.route("/<language>/desk/accounts/<int:account_id>", methods=["GET", "POST"])
@open_to("administrator")
def show_account(account_id: int) -> ResponseReturnValue:
    """One account: its roles, and one more role."""
    account = within_reach(session(), Account, account_id)
    form = RoleForm(queries.services(session(), account.structure_id))
    if attempt(form, lambda s: give_noted_role(s, account, form)):
        flash(_("The role is given. %(name)s signs in again.", name=account.name))
        return redirect(url_for(".show_account", account_id=account.id))
    return render(AccountPage(queries.row_of(account), form, ROLE_NAMES))


def give_noted_role(session: Session, account: Account, form: RoleForm) -> None:
    """Give the role and write it in the journal."""
    add_role(session, account, form)
    noted(session, "role_given", f"{account.name}: {form.role.data}")


@people.post("/<language>/desk/accounts/<int:account_id>/roles/<int:membership_id>/take")
@open_to("administrator")
def take_role(account_id: int, membership_id: int) -> ResponseReturnValue:
    """One role less."""
    with writing() as session:
        account = within_reach(session, Account, account_id)
        operations.take_role(session, account, membership_id)
        noted(session, "role_taken", account.name)
    return redirect(url_for(".show_account", account_id=account_id))


@people.post("/<language>/desk/accounts/<int:account_id>/code")
@open_to("administrator")
def give_code(account_id: int) -> ResponseReturnValue:
    """A new one-time code, shown once, to hand over in person."""
    code = new_code()
    hashed = passwords().hash(code)
    with writing() as session:
        account = within_reach(session, Account, account_id)
        operations.give_code(session, account, code_hash=hashed, at=clock.now())
        noted(session, "code_given", account.name)
    return code_page(account, code)


@people.post("/<language>/desk/accounts/<int:account_id>/close")
@open_to("administrator")
def close_account(account_id: int) -> ResponseReturnValue:
    """Nobody comes in with this account any more."""
    with writing() as session:
        account = within_reach(session, Account, account_id)
        operations.close_account(session, account)
        noted(session, "account_closed", account.name)
    return redirect(url_for(".show_account", account_id=account_id))


@people.post("/<language>/desk/accounts/<int:account_id>/open")
@open_to("administrator")
def reopen_account(account_id: int) -> ResponseReturnValue:
    """The account may get a code again."""
    with writing() as session:
        account = within_reach(session, Account, account_id)
        operations.reopen_account(session, account)
        noted(session, "account_opened", account.name)
    return redirect(url_for(".show_account", account_id=account_id))


@people.route("/<language>/desk/structure", methods=["GET", "POST"])
@open_to("administrator")
def show_structure() -> ResponseReturnValue:
    """The structure, its services, and one more service."""
    structure = session().get_one(Structure, staff().structure_id)
    form = ServiceForm()
    if attempt(form, lambda s: create_service(s, structure, form)):
        flash(_("The service is there."))
        return redirect(url_for(".show_structure"))
    return render(StructurePage(structure, queries.services(session(), structure.id), form))


@people.route("/<language>/desk/structure/edit", methods=["GET", "POST"])
@open_to("administrator")
def edit_structure() -> ResponseReturnValue:
    """The name, the contact and the emergency words of the structure."""
    structure = session().get_one(Structure, staff().structure_id)
    told = {"name": structure.name, "contact": structure.contact}
    form = StructureForm(data={**told, "emergency": texts_of(structure.emergency)})
    if attempt(form, lambda s: describe_structure(s, structure, form)):
        flash(_("Saved."))
        return redirect(url_for(".show_structure"))
    return render(StructureFormPage(form)), status_of(form)


def describe_structure(session: Session, structure: Structure, form: StructureForm) -> None:
    """Change it and write it in the journal; a text that did not change keeps its review."""
    operations.describe_structure(
        session,
        structure.id,
        name=form.name.data or "",
        contact=form.contact.data or "",
        emergency=form.emergency.form.words(structure.emergency),
    )
    noted(session, "structure_changed", form.name.data or "")


def create_service(session: Session, structure: Structure, form: ServiceForm) -> None:
    """Create the service and write it in the journal."""
    operations.create_service(
        session,
        structure,
        short_name=form.short_name.data or "",
        name=form.name.data or "",
        territory=form.territory.data or "",
    )
    noted(session, "service_created", form.name.data or "")


@people.get("/<language>/desk/journal")
@open_to("administrator")
def show_journal() -> ResponseReturnValue:
    """What the staff did, newest first. Residents are never in it."""
    before = number_asked("before")
    found = journal.entries(session(), staff().structure_id, before=before, most=JOURNAL_PAGE)
    more = url_for(".show_journal", before=found[-1].id) if len(found) == JOURNAL_PAGE else ""
    return render(JournalPage(found, ACTS, more))
