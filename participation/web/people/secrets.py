"""The hasher of this installation."""

from typing import cast

from flask import current_app

from participation.people.passwords import Passwords, passwords_of
from participation.settings import Settings


def passwords() -> Passwords:
    """The hasher, at the cost that the settings ask for."""
    settings = cast(Settings, current_app.config["PARTICIPATION"])
    return passwords_of(settings.password_memory_kib)
