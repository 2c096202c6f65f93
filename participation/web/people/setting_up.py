"""The one-time link of a new installation: its first structure, service and administrator."""

import hmac
from hashlib import sha256
from typing import cast

from flask import current_app, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import login_user
from sqlalchemy.orm import Session

from participation import clock
from participation.errors import NotFound
from participation.journal.operations import note
from participation.people import operations, queries
from participation.people.models import Account
from participation.people.rules import Role
from participation.settings import Settings
from participation.web.access import open_to, person_of
from participation.web.database import session
from participation.web.forms.base import attempt
from participation.web.languages import STAFF_TAGS, language
from participation.web.limits import few_tries
from participation.web.people.blueprint import people
from participation.web.people.forms import SetUpForm
from participation.web.people.pages import SetUpPage
from participation.web.people.secrets import passwords
from participation.web.render import render


@people.route("/<language>/setup/<token>", methods=["GET", "POST"])
@open_to("anyone")
@few_tries
def set_up(token: str) -> ResponseReturnValue:
    """Printed in the terminal at the first start; it opens until a structure exists."""
    refuse_other_token(token)
    form = SetUpForm()
    if form.validate_on_submit():
        hashed = passwords().hash(form.password.data or "")
        made: list[Account] = []
        if attempt(form, lambda s: made.append(first_account(s, form, hashed))):
            login_user(person_of(made[0]))
            flash(_("Welcome. The next step: accounts for the team, then a first campaign."))
            return redirect(url_for("campaigns.show_home"))
    return render(SetUpPage(form))


def refuse_other_token(token: str) -> None:
    """Only the link that was printed opens, and only while nobody is there."""
    settings = cast(Settings, current_app.config["PARTICIPATION"])
    is_right = hmac.compare_digest(token.encode(), set_up_token(settings).encode())
    if not is_right or language().tag not in STAFF_TAGS or queries.is_set_up(session()):
        raise NotFound


def set_up_token(settings: Settings) -> str:
    """Derived from the secret key, so that a restart prints the same link."""
    return hmac.new(settings.secret_key.encode(), b"set up", sha256).hexdigest()[:40]


def first_account(session: Session, form: SetUpForm, password_hash: str) -> Account:
    """The structure, its service and its administrator. Raises AlreadySetUp."""
    operations.refuse_second_set_up(session)
    structure = operations.create_structure(
        session,
        short_name=form.structure_short.data or "",
        name=form.structure.data or "",
    )
    operations.create_service(
        session,
        structure,
        short_name=form.service_short.data or "",
        name=form.service.data or "",
    )
    account = operations.create_account(
        session,
        structure,
        sign_in_name=form.sign_in_name.data or "",
        name=form.name.data or "",
        password_hash=password_hash,
    )
    operations.give_role(session, account, role=Role.ADMINISTRATOR)
    operations.give_role(session, account, role=Role.MANAGER)
    note(
        session,
        structure_id=structure.id,
        at=clock.now(),
        who=account.name,
        act="set_up",
        subject=structure.name,
    )
    return account
