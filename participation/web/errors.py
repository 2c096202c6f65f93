"""The only place where a refusal becomes a sentence and a status."""

import secrets
from collections.abc import Mapping

from flask import Flask, current_app, render_template, request
from flask_babel import gettext, lazy_gettext
from werkzeug.exceptions import HTTPException

from participation import errors
from participation.errors import KeptAside, NotFound, Refused
from participation.receipts.operations import OtherContent

_ = lazy_gettext
REASONS: dict[type[Exception], object] = {
    errors.TooLong: _("This text is too long. The longest is %(longest)s characters."),
    errors.UnknownLanguage: _("This language is not offered here."),
    errors.BrokenForm: _("The page was not complete. Go back and try again."),
    OtherContent: _("Your answers arrived twice and differ. The team will look at them."),
}
"""Sentences with the placeholders of `error.facts`; each feature adds those of its domains."""

STATUSES = {
    400: _("The page did not understand what was sent. Go back and try again."),
    403: _("Your role does not open this page."),
    404: _("There is nothing at this address."),
    405: _("This address does not do that."),
    413: _("What was sent is too large."),
    429: _("Too many tries. Wait a minute and try again."),
}


def register_errors(app: Flask) -> None:
    """Turn refusals, wrong addresses and our own faults into pages."""
    app.register_error_handler(Refused, refused)
    app.register_error_handler(NotFound, lambda _error: page_for(404))
    app.register_error_handler(HTTPException, stopped)
    app.register_error_handler(Exception, failed)


def sentence(error: Refused) -> str:
    """Why, in the reader's language."""
    for kind in type(error).__mro__:
        if kind in REASONS:
            return fill(str(REASONS[kind]), error.facts)
    return str(gettext("This cannot be done."))


def fill(template: str, facts: Mapping[str, object]) -> str:
    """Put the facts in the sentence; %% stays a sign."""
    return template % facts if facts else template.replace("%%", "%")


def refused(error: Refused) -> tuple[str, int]:
    """A refusal: 409, whether or not something was kept aside."""
    return page(sentence(error), kept=isinstance(error, KeptAside)), 409


def stopped(error: HTTPException) -> tuple[str, int] | HTTPException:
    """A wrong address, method or size; redirects pass."""
    if error.code is None or error.code < 400:
        return error
    return page_for(error.code)


def page_for(code: int) -> tuple[str, int]:
    """The page of a status."""
    return page(str(STATUSES.get(code, STATUSES[400]))), code


def failed(error: Exception) -> tuple[str, int]:
    """Our own fault: a page with a reference that the log knows, and no trace."""
    reference = secrets.token_hex(4)
    current_app.logger.error("fault %s on %s", reference, request.endpoint, exc_info=error)
    if current_app.testing:
        raise error
    sentence = gettext("Something went wrong here. Tell the team this number: %(n)s", n=reference)
    return page(sentence), 500


def page(sentence: str, *, kept: bool = False) -> str:
    """The page of a refusal, at the desk, on a tablet or on a telephone."""
    at = "desk" if "/desk" in request.path else "kiosk" if "/kiosk" in request.path else "phone"
    return render_template(
        "errors/refused.html",
        sentence=sentence,
        kept=kept,
        layout=f"layout/{at}.html",
        is_kiosk=at == "kiosk",
    )
