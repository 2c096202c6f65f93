"""A client that checks every page that any test opens, and fills staff forms with their token."""

import re
from typing import Any

import html5lib
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from participation.settings import CHECKOUT

SPRITE = CHECKOUT / "participation" / "static" / "pictograms" / "sprite.svg"


class PageClient(FlaskClient):
    """Flask's client, unkind to pages that are not well made."""

    checks_pages = True

    def open(self, *arguments: Any, **named: Any) -> TestResponse:
        """Ask, and check what comes back when it is a page."""
        response = super().open(*arguments, **named)
        is_page = response.mimetype == "text/html" and not 300 <= response.status_code < 400
        if self.checks_pages and is_page and response.data.lstrip().startswith(b"<!doctype"):
            check_page(response.get_data(as_text=True))
        return response

    def send(self, path: str, data: dict[str, Any] | None = None, **named: Any) -> TestResponse:
        """POST a staff form with the token that the session knows."""
        from flask_wtf.csrf import generate_csrf

        with self.session_transaction() as stored:
            known = dict(stored)
        with self.application.test_request_context():
            from flask import session

            session.update(known)
            token = generate_csrf()
            fresh = dict(session)
        with self.session_transaction() as stored:
            stored.update(fresh)
        return self.post(path, data={**(data or {}), "csrf_token": token}, **named)


def check_page(html: str) -> None:
    """What every page owes to those who read it, hear it or feel it."""
    html5lib.HTMLParser(strict=True).parse(html)
    page = BeautifulSoup(html, "html5lib")
    assert page.html is not None
    assert page.html.get("lang"), "the page does not say its language"
    assert page.html.get("dir") in {"ltr", "rtl"}, "the page does not say its direction"
    headings = page.select("h1")
    assert len(headings) == 1, f"{len(headings)} headings of the first level"
    assert page.title is not None
    title, heading = (" ".join(tag.text.split()) for tag in (page.title, headings[0]))
    assert title.startswith(heading), f"the title {title!r} does not begin with {heading!r}"
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids)), "an id is used twice"
    check_no_inline(page)
    check_fields(page)
    check_pictograms(page)


def check_no_inline(page: BeautifulSoup) -> None:
    """The policy would stop them in a browser."""
    assert not page.select("style"), "a style element"
    assert not page.select("script:not([src])"), "a script without an address"
    for tag in page.find_all(True):
        inline = [name for name in tag.attrs if name == "style" or name.startswith("on")]
        assert not inline, f"{tag.name} has {inline}"


def check_fields(page: BeautifulSoup) -> None:
    """Fields have names that are read aloud; buttons say what they do."""
    for button in page.select("button"):
        assert button.get("type"), f"a button without a type: {button}"
    for field in page.select("input:not([type=hidden]), select, textarea"):
        named = (
            field.get("aria-label")
            or field.get("aria-labelledby")
            or field.find_parent("label")
            or (field.get("id") and page.select_one(f'label[for="{field["id"]}"]'))
        )
        assert named, f"a field without a label: {field}"


def check_pictograms(page: BeautifulSoup) -> None:
    """A pictogram that is not drawn leaves an empty square beside its words."""
    used = {str(tag["href"]).partition("#")[2] for tag in page.select("use[href]")}
    missing = used - set(re.findall(r'symbol id="([\w-]+)"', SPRITE.read_text("utf-8")))
    assert not missing, f"pictograms that do not exist: {sorted(missing)}"
