"""Signing in and out, and one's own password."""

from flask import flash, redirect, request, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import login_user, logout_user
from sqlalchemy.orm import Session

from participation import clock
from participation.people import operations
from participation.people.models import Account
from participation.people.rules import WrongSignIn
from participation.people.sign_in import Shown, come_in, examine
from participation.web.access import load_person, open_to, person_of, staff
from participation.web.database import session, writing
from participation.web.forms.base import attempt
from participation.web.languages import preferred
from participation.web.limits import few_tries
from participation.web.links import safe_next
from participation.web.people.blueprint import people
from participation.web.people.forms import ChangePasswordForm, NewPassword, SignInForm
from participation.web.people.pages import PasswordPage, SignInPage
from participation.web.people.secrets import passwords
from participation.web.render import render

CAME_WITH_CODE = "came_with_code"


@people.get("/")
@open_to("anyone")
def show_front() -> ResponseReturnValue:
    """The bare address leads to the sign-in of the desk in the reader's language."""
    tag = preferred().tag if preferred().tag in {"fr", "en"} else "fr"
    return redirect(url_for(".sign_in", language=tag))


@people.route("/<language>/desk/sign-in", methods=["GET", "POST"])
@open_to("anyone")
@few_tries
def sign_in() -> ResponseReturnValue:
    """A name and a password open the desk; a one-time code asks for a password first."""
    form = SignInForm()
    if form.validate_on_submit():
        tried = examine(
            session(),
            passwords(),
            sign_in_name=form.name.data or "",
            secret=form.secret.data or "",
            at=clock.now(),
        )
        entered: list[Account] = []
        if attempt(form, lambda s: entered.append(come_in(s, tried, at=clock.now()))):
            return welcome(entered[0], tried.shown)
    return render(SignInPage(form))


def welcome(account: Account, shown: Shown) -> ResponseReturnValue:
    """Into the desk, where the person wanted to go; with a code, first to the password."""
    cookie.clear()
    if shown is Shown.CODE:
        cookie[CAME_WITH_CODE] = f"{account.id}.{account.version}"
        return redirect(url_for(".set_first_password"))
    login_user(person_of(account))
    return redirect(safe_next(request.args.get("next")) or url_for("campaigns.show_home"))


@people.post("/<language>/desk/sign-out")
@open_to("staff")
def sign_out() -> ResponseReturnValue:
    """Leave nothing in the browser, and let no copy of its cookie open the desk again."""
    account_id = staff().account_id
    with writing() as written:
        operations.end_sessions(written, written.get_one(Account, account_id))
    logout_user()
    cookie.clear()
    return redirect(url_for(".sign_in"))


@people.route("/<language>/desk/first-password", methods=["GET", "POST"])
@open_to("anyone")
def set_first_password() -> ResponseReturnValue:
    """Whoever came with a one-time code chooses a password, then is in."""
    coming = load_person(str(cookie.get(CAME_WITH_CODE, "")))
    if coming is None:
        return redirect(url_for(".sign_in"))
    account = session().get_one(Account, coming.account_id)
    form = NewPassword()
    if form.validate_on_submit():
        hashed = passwords().hash(form.password.data or "")
        if attempt(form, lambda s: keep_password(s, account, hashed, coming.version)):
            cookie.clear()
            login_user(person_of(account))
            return redirect(url_for("campaigns.show_home"))
    return render(PasswordPage(form, asks_old=False, sign_in_name=account.sign_in_name))


def keep_password(session: Session, account: Account, hashed: str, version: int) -> None:
    """Store it, unless the account changed meanwhile. Raises WrongSignIn."""
    session.refresh(account, with_for_update=True)
    if account.version != version or not account.is_open:
        raise WrongSignIn
    operations.set_password(session, account, password_hash=hashed)


@people.route("/<language>/desk/password", methods=["GET", "POST"])
@open_to("staff")
def change_password() -> ResponseReturnValue:
    """One's own password; every other session of the account ends."""
    account = session().get_one(Account, staff().account_id)
    form = ChangePasswordForm()
    if form.validate_on_submit():
        if not passwords().fits(account.password_hash, form.old.data or ""):
            form.old.errors = [_("This is not your present password.")]
            return render(PasswordPage(form, asks_old=True, sign_in_name=account.sign_in_name))
        hashed = passwords().hash(form.password.data or "")
        if attempt(form, lambda s: keep_password(s, account, hashed, staff().version)):
            login_user(person_of(account))
            flash(_("Your new password is in place."))
            return redirect(url_for("campaigns.show_home"))
    return render(PasswordPage(form, asks_old=True, sign_in_name=account.sign_in_name))
