"""What votes take from the settings: the key of the cards, and the address that phones use."""

from typing import cast
from urllib.parse import urlsplit

import segno
from flask import current_app, request
from markupsafe import Markup

from participation.settings import Settings
from participation.workshops.urns import key_from

LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def card_key() -> bytes:
    """The key that turns the codes of cards into what is stored."""
    return key_from(cast(Settings, current_app.config["PARTICIPATION"]).secret_key)


def public_address() -> str:
    """Where phones find this installation: the setting, or the host that was asked."""
    given = cast(Settings, current_app.config["PARTICIPATION"]).public_url
    return given or request.host_url.rstrip("/")


def vote_address(code: str) -> str:
    """The short address of a poll, the same for every language."""
    return f"{public_address()}/v/{code}"


def is_out_of_reach() -> bool:
    """Whether the address leads every phone to itself."""
    return urlsplit(public_address()).hostname in LOOPBACK


def qr_drawing(address: str) -> Markup:
    """The QR code of an address, as a drawing that any size fits."""
    made = segno.make(address, error="m", micro=False)
    drawing = made.svg_inline(
        omitsize=True, svgclass=None, lineclass=None, border=2, dark="#16302C"
    )
    return Markup(drawing)  # noqa: S704  # Drawn by us: nothing that a person typed is in it.
