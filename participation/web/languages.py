"""The language is in the address; pages, dates and messages follow it."""

from pathlib import Path
from typing import Any

from flask import Flask, abort, current_app, g, has_request_context, request
from flask_babel import Babel

from participation.languages import INTERFACE, REGISTRY, STAFF, Language, missing_catalogues
from participation.settings import CHECKOUT

INTERFACE_TAGS = {language.tag for language in INTERFACE}
STAFF_TAGS = {language.tag for language in STAFF}


def register_languages(app: Flask) -> None:
    """Read the language from `/<language>/...` and give it to catalogues and to url_for."""
    folder = CHECKOUT / "translations"
    warn_of_missing(app, folder)
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = f"{folder};{folder}"
    app.config["BABEL_DOMAIN"] = "resident;staff"
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Europe/Paris"
    Babel(app, locale_selector=locale)
    app.url_value_preprocessor(take_language)
    app.url_defaults(put_language)


def warn_of_missing(app: Flask, folder: Path) -> None:
    """Say it at the start: nobody should find out from a page that is suddenly in English."""
    for file in missing_catalogues(folder):
        app.logger.warning("%s is missing, pages lack words: run `./run translations`", file)


def take_language(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Take the language out of the address; an unknown one is not a page of ours."""
    if not values or "language" not in values:
        g.language = begun() or preferred()
        return
    tag = values.pop("language")
    if tag not in INTERFACE_TAGS or (is_staff_page() and tag not in STAFF_TAGS):
        g.language = REGISTRY["fr"]
        abort(404)
    g.language = REGISTRY[tag]


def put_language(endpoint: str, values: dict[str, Any]) -> None:
    """Links stay in the language of the page unless they say another."""
    if "language" in values or not current_app.url_map.is_endpoint_expecting(endpoint, "language"):
        return
    values["language"] = language().tag


def language() -> Language:
    """The language of the page."""
    if has_request_context() and "language" in g:
        found: Language = g.language
        return found
    return REGISTRY["fr"]


def locale() -> str:
    """The catalogue of the page."""
    return language().locale or "fr"


def is_staff_page() -> bool:
    """Whether the address is one of the desk."""
    return "/desk" in request.path


def begun() -> Language | None:
    """The language with which an address begins that leads nowhere."""
    tag = request.path.partition("/")[2].partition("/")[0]
    known = STAFF_TAGS if is_staff_page() else INTERFACE_TAGS
    return REGISTRY[tag] if request.endpoint is None and tag in known else None


def preferred() -> Language:
    """The reader's own language as the browser tells it, else French."""
    best = request.accept_languages.best_match([language.tag for language in INTERFACE])
    return REGISTRY[best or "fr"]


def reading() -> str:
    """The language of a text that the language of the page lacks."""
    return str(g.get("reading", "fr")) if has_request_context() else "fr"


def read_otherwise_in(tag: str) -> None:
    """Choose that language for the page that is being made."""
    g.reading = tag
