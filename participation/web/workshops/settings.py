"""What votes take from the settings: the key of the cards, and the address that phones use."""

from typing import cast
from urllib.parse import urlsplit

import segno
from flask import current_app
from markupsafe import Markup

from participation.people.rules import is_this_machine_only
from participation.settings import Settings
from participation.web.addresses import outside_root
from participation.workshops.models import Poll
from participation.workshops.urns import key_from


def card_key() -> bytes:
    """The key that turns the codes of cards into what is stored."""
    return key_from(cast(Settings, current_app.config["PARTICIPATION"]).secret_key)


def vote_address(poll: Poll) -> str:
    """The short address of a poll, the same for every language."""
    return f"{outside_root(poll.campaign.structure)}/v/{poll.code}"


def is_out_of_reach(poll: Poll) -> bool:
    """Whether the address leads every phone to itself."""
    return is_this_machine_only(urlsplit(vote_address(poll)).hostname or "")


def qr_drawing(address: str) -> Markup:
    """The QR code of an address, as a drawing that any size fits."""
    made = segno.make(address, error="m", micro=False)
    drawing = made.svg_inline(
        omitsize=True, svgclass=None, lineclass=None, border=2, dark="#16302C"
    )
    return Markup(drawing)  # noqa: S704  # Drawn by us: nothing that a person typed is in it.
