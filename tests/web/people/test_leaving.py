"""Signing out ends the session, wherever its cookie was copied."""

from collections.abc import Callable

from flask.testing import FlaskClient


def test_a_copied_cookie_opens_nothing_after_signing_out(
    as_role: Callable[..., FlaskClient],
) -> None:
    client = as_role("worker")
    with client.session_transaction() as stored:
        copied = dict(stored)
    assert client.get("/fr/desk").status_code == 200
    assert client.send("/fr/desk/sign-out").status_code == 302
    with client.session_transaction() as stored:
        stored.update(copied)
    assert client.get("/fr/desk").status_code == 302
