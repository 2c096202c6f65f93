"""Tablets at reception."""

import hashlib
import secrets

from participation.errors import Refused


class DeviceRevoked(Refused):
    """The tablet is not (or no longer) a kiosk of this service."""


class DeviceNotNamed(Refused):
    """A kiosk without a name: staff could not tell which tablet to stop."""


def new_token() -> str:
    """What the tablet keeps: 256 random bits."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """What the database keeps of it; a token this long needs no salt."""
    return hashlib.sha256(token.encode()).hexdigest()
