"""How the desk names groups of people, shares and dates."""

from datetime import date

from babel import Locale
from flask_babel import format_date, lazy_gettext
from flask_babel import gettext as _

from participation.campaigns.rules import Channel
from participation.disclosure.groups import OTHER
from participation.disclosure.shares import Precision, Tenths
from participation.disclosure.thresholds import Withheld
from participation.languages import REGISTRY
from participation.questionnaires.bands import PER_MONTH
from participation.questionnaires.figures import BandFigure
from participation.questionnaires.rules import Assistance
from participation.web.languages import language

ATTRIBUTES = {
    "language": lazy_gettext("Language"),
    "channel": lazy_gettext("Way of answering"),
    "assistance": lazy_gettext("Help to answer"),
}
CHANNELS = {
    Channel.KIOSK: lazy_gettext("tablet"),
    Channel.LINK: lazy_gettext("link"),
    Channel.PAPER: lazy_gettext("paper"),
    Channel.PHONE: lazy_gettext("telephone"),
    Channel.ROOM: lazy_gettext("in the room"),
}
HELPERS = {
    Assistance.ALONE: lazy_gettext("alone"),
    Assistance.WORKER: lazy_gettext("with a professional"),
    Assistance.VOLUNTEER: lazy_gettext("with a volunteer"),
    Assistance.RELATIVE: lazy_gettext("with a relative"),
    Assistance.PEER: lazy_gettext("with another resident"),
    Assistance.INTERPRETER: lazy_gettext("with an interpreter"),
}
NOT_SAID = lazy_gettext("not said")
OTHERS = {
    "language": lazy_gettext("other languages together"),
    "channel": lazy_gettext("other ways together"),
    "assistance": lazy_gettext("other answers together"),
}
SHARES = {
    Precision.ABOUT: lazy_gettext("about %(tenths)s in 10"),
    Precision.FEWER_THAN: lazy_gettext("fewer than %(tenths)s in 10"),
    Precision.MORE_THAN: lazy_gettext("more than %(tenths)s in 10"),
}
REASONS = {
    Withheld.TOO_FEW: lazy_gettext(
        "Fewer than 5 responses: the figures stay hidden, so that nobody is recognised."
    ),
    Withheld.GROUPS_TOO_SMALL: lazy_gettext(
        "The groups are too small to be shown without recognising somebody."
    ),
    Withheld.NOT_TWO_GROUPS: lazy_gettext("There are not two groups of 11 responses to compare."),
    Withheld.TOO_FEW_SINCE: lazy_gettext(
        "The newest responses are added several at a time, so that nobody is recognised."
    ),
}


def why(withheld: Withheld | None) -> str:
    """The reason that the page gives; nothing when all is shown."""
    return str(REASONS[withheld]) if withheld else ""


def group_name(attribute: str, group: str) -> str:
    """A language, a way of answering, or who helped."""
    if group == OTHER:
        return str(OTHERS[attribute])
    if group == "":
        return str(NOT_SAID)
    if attribute == "channel":
        return str(CHANNELS[Channel(group)])
    if attribute == "assistance":
        return str(HELPERS[Assistance(group)])
    return language_name(group)


def language_name(tag: str) -> str:
    """A language as the page names it."""
    known = REGISTRY.get(tag)
    if known is None:
        return tag
    if language().tag == "fr":
        return known.french
    return str(Locale("en").languages.get(tag.replace("-", "_"), known.endonym))


def share_name(share: Tenths) -> str:
    """About 4 in 10."""
    return str(SHARES[share.precision]) % {"tenths": share.tenths}


def band_name(band: BandFigure, unit: str) -> str:
    """From 10 to 19 years."""
    if band.first == band.last:
        return f"{band.first} {unit}".strip()
    return str(_("%(first)s to %(last)s", first=band.first, last=f"{band.last} {unit}".strip()))


def date_name(band: BandFigure, step: str) -> str:
    """A month, a year, or the years of a decade."""
    if step == "month":
        return str(format_date(date(band.first // PER_MONTH, band.first % PER_MONTH, 1), "MMMM y"))
    return band_name(band, "")
