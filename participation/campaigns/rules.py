"""What a campaign is about, and when it takes words."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from participation.errors import Refused, UnknownLanguage
from participation.languages import is_known


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
    OTHER = "other"
    """Folded when the campaign closed; nothing comes in by it."""


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


class VoteStillOpen(Refused):
    """A campaign cannot close while people vote; facts: code."""


class ShortNameTaken(Refused):
    """The short name of a campaign stands in addresses, so it is used once; facts: name."""


def refuse_bad_campaign(
    *,
    has_title: bool,
    has_service: bool,
    languages: Sequence[str],
    opens_on: date,
    closes_on: date,
) -> None:
    """Refuse a campaign without title, place, French, or with its dates the wrong way round."""
    if not has_title:
        raise TitleMissing
    if not has_service:
        raise ServiceMissing
    if "fr" not in languages:
        raise LanguageMissing(language="fr")
    for tag in languages:
        if not is_known(tag):
            raise UnknownLanguage
    if closes_on < opens_on:
        raise DatesReversed


def state_on(day: date, *, opens_on: date, closes_on: date, is_closed: bool) -> CampaignState:
    """Where a campaign stands on a day."""
    if is_closed or day > closes_on:
        return CampaignState.CLOSED
    return CampaignState.PREPARED if day < opens_on else CampaignState.OPEN
