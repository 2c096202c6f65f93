"""Every view of the tablet: importing this module puts them on the blueprint."""

from participation.web.kiosk import desk, resident, sentences, silent
from participation.web.kiosk.blueprint import kiosk

__all__ = ["desk", "kiosk", "resident", "sentences", "silent"]
