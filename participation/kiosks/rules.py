"""Tablets at reception."""

from participation.errors import Refused


class DeviceRevoked(Refused):
    """The tablet is not (or no longer) a kiosk of this service."""
