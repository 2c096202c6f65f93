"""The address by which telephones find this installation."""

from flask import current_app, request

from participation.people.models import Structure
from participation.settings import Settings


def outside_root(structure: Structure) -> str:
    """What posters and QR codes begin with, without a last slash.

    The setting wins; then what the team of the structure chose and a telephone confirmed; then the
    address of the page that asks.
    """
    return known_root(structure) or request.host_url.rstrip("/")


def known_root(structure: Structure) -> str:
    """The same for a command, which no browser asked: nothing where nobody said it."""
    settings: Settings = current_app.config["PARTICIPATION"]
    return settings.public_url or structure.phones_address
