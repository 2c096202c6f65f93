"""An opening as the list of a campaign shows it."""

import io

import segno
from flask import url_for
from flask_babel import format_date, lazy_gettext
from flask_babel import gettext as _
from markupsafe import Markup

from participation import clock
from participation.campaigns.rules import CampaignState, Channel
from participation.questionnaires.models import Opening
from participation.web.access import staff
from participation.web.addresses import outside_root
from participation.web.questionnaires.pages import OpeningLine

CHANNELS = {
    Channel.KIOSK: lazy_gettext("tablet"),
    Channel.LINK: lazy_gettext("link"),
    Channel.PAPER: lazy_gettext("paper"),
    Channel.PHONE: lazy_gettext("telephone"),
    Channel.ROOM: lazy_gettext("in the room"),
}


def is_mine(opening: Opening) -> bool:
    """Whether the opening is in a service of the person who asks."""
    services = staff().services
    return services is None or opening.service_id in services


def line_of(opening: Opening, responses: int) -> OpeningLine:
    """One opening as the list shows it."""
    address = address_of(opening)
    is_running = opening.campaign.state(clock.today()) is CampaignState.OPEN
    return OpeningLine(
        id=opening.id,
        title=opening.version.title,
        service=opening.service.name,
        address=address,
        qr=qr_of(address) if Channel.LINK in opening.channels else Markup(),
        responses=responses,
        is_open=is_running and opening.is_open(clock.today()),
        dates=_(
            "from %(first)s to %(last)s",
            first=format_date(opening.opens_on, "long"),
            last=format_date(opening.closes_on, "long"),
        ),
        channels=[str(CHANNELS[Channel(one)]) for one in opening.channels],
    )


def address_of(opening: Opening) -> str:
    """The address that phones use."""
    root = outside_root(opening.campaign.structure)
    return root + url_for(".show_languages", token=opening.token)


def qr_of(address: str) -> Markup:
    """The QR code as a drawing in the page."""
    drawn = io.BytesIO()
    segno.make(address, error="m").save(
        drawn, kind="svg", xmldecl=False, svgns=False, border=2, omitsize=True, title=address
    )
    return Markup(drawn.getvalue().decode())  # noqa: S704  # segno's own drawing
