"""Signing in and out."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from participation.web.access import open_to
from participation.web.languages import preferred

people = Blueprint("people", __name__)


@people.get("/")
@open_to("anyone")
def show_front() -> ResponseReturnValue:
    """The bare address leads to the sign-in of the desk in the reader's language."""
    tag = preferred().tag if preferred().tag in {"fr", "en"} else "fr"
    return redirect(url_for(".sign_in", language=tag))


@people.get("/<language>/desk/sign-in")
@open_to("anyone")
def sign_in() -> ResponseReturnValue:
    """The sign-in page."""
    return request.path
