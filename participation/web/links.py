"""Links that ask first whether there is something at the other end."""

from urllib.parse import urlsplit

from flask import current_app, request, url_for
from werkzeug.exceptions import HTTPException

from participation.web.languages import STAFF_TAGS, language


def has_page(endpoint: str) -> bool:
    """Whether a feature of this installation answers there."""
    return endpoint in current_app.view_functions


def in_language(tag: str) -> str:
    """This page in another language of the desk; the home page when it was only an act."""
    path = request.path.replace(f"/{language().tag}/", f"/{tag}/", 1)
    return path if can_be_opened(path) else url_for("campaigns.show_home", language=tag)


def safe_next(asked: str | None) -> str | None:
    """An address of our own desk that can be opened; None for any other."""
    if not asked or not asked.startswith(tuple(f"/{tag}/desk" for tag in sorted(STAFF_TAGS))):
        return None
    if "\\" in asked or not asked.isprintable() or urlsplit(asked).netloc:
        return None
    return asked if can_be_opened(urlsplit(asked).path) else None


def can_be_opened(path: str) -> bool:
    """Whether a GET finds a view at this path."""
    try:
        current_app.url_map.bind("").match(path, method="GET")
    except HTTPException:
        return False
    return True
