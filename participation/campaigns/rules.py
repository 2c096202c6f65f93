"""What a campaign is about, and when it takes words."""

from datetime import date
from enum import StrEnum

from participation.errors import Refused


class ParticipationLevel(StrEnum):
    """The five rungs used in France (after Cerema's compass of participation)."""

    INFORMATION = "information"
    CONSULTATION = "consultation"
    CONCERTATION = "concertation"
    COCONSTRUCTION = "coconstruction"
    CODECISION = "codecision"


class Channel(StrEnum):
    """How words or answers came in."""

    KIOSK = "kiosk"
    LINK = "link"
    PAPER = "paper"
    PHONE = "phone"
    ROOM = "room"


class CampaignState(StrEnum):
    """Derived from dates and from the closing, stored nowhere."""

    PREPARED = "prepared"
    OPEN = "open"
    CLOSED = "closed"


class CampaignClosed(Refused):
    """The campaign takes nothing more."""


class CampaignNotOpenYet(Refused):
    """The campaign has not begun."""


class LanguageMissing(Refused):
    """A campaign speaks at least French; facts: language."""


class DatesReversed(Refused):
    """A campaign cannot end before it begins."""


class TitleMissing(Refused):
    """A campaign has a French title."""


class ServiceMissing(Refused):
    """A campaign runs in one service at least."""


def state_on(day: date, *, opens_on: date, closes_on: date, is_closed: bool) -> CampaignState:
    """Where a campaign stands on a day."""
    if is_closed or day > closes_on:
        return CampaignState.CLOSED
    return CampaignState.PREPARED if day < opens_on else CampaignState.OPEN
