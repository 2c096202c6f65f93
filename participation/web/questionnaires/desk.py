"""What was answered, and an opening as the list of a campaign shows it."""

import io

import segno
from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_date, lazy_gettext
from flask_babel import gettext as _
from markupsafe import Markup

from participation import clock
from participation.campaigns.models import Campaign
from participation.campaigns.rules import CampaignState, Channel
from participation.disclosure.thresholds import Withheld, why_not_newer
from participation.errors import NotFound
from participation.questionnaires import queries
from participation.questionnaires.models import Opening
from participation.web.access import named_within_reach, open_to, staff, within_reach
from participation.web.database import session
from participation.web.devices import settings
from participation.web.questionnaires.blueprint import questionnaires
from participation.web.questionnaires.pages import OpeningLine, ResultsPage
from participation.web.render import render

CHANNELS = {
    Channel.KIOSK: lazy_gettext("tablet"),
    Channel.LINK: lazy_gettext("link"),
    Channel.PAPER: lazy_gettext("paper"),
    Channel.PHONE: lazy_gettext("telephone"),
    Channel.ROOM: lazy_gettext("in the room"),
}


@questionnaires.get("/<language>/desk/campaigns/<short_name>/questionnaires/<int:opening_id>")
@open_to("worker", "manager", "administrator")
def show_results(short_name: str, opening_id: int) -> ResponseReturnValue:
    """The figures that everybody sees; they advance by five responses or more."""
    campaign = named_within_reach(session(), Campaign, short_name)
    opening = within_reach(session(), Opening, opening_id)
    if opening.campaign_id != campaign.id:
        raise NotFound
    cut = queries.cut_of(session(), opening.id)
    asked = queries.asked(session(), opening.version_id)
    responses = queries.answered(session(), [opening.id])
    figures = cut.figures if cut else {}
    return render(
        ResultsPage(
            campaign_name=campaign.short_name,
            campaign_title=campaign.title,
            title=asked.title,
            service=opening.service.name,
            responses=responses,
            cut=cut,
            taken_on=format_date(clock.day_of(cut.taken_at), "long") if cut else "",
            questions=[queries.figures_for(one, 0, figures) for one in asked.questions],
            withheld=why(why_not_newer(cut.responses if cut else 0, responses)),
        )
    )


def why(withheld: Withheld | None) -> str:
    """The reason that the page gives."""
    if withheld is Withheld.TOO_FEW:
        return str(
            _("Fewer than 5 responses: the figures stay hidden, so that nobody is recognised.")
        )
    if withheld is Withheld.TOO_FEW_SINCE:
        return str(_("The figures move on when 5 more responses have come."))
    return ""


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
        title=opening.version.questionnaire.title,
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
    root = settings().public_url or request.url_root.rstrip("/")
    return root + url_for(".show_languages", token=opening.token)


def qr_of(address: str) -> Markup:
    """The QR code as a drawing in the page."""
    drawn = io.BytesIO()
    segno.make(address, error="m").save(
        drawn, kind="svg", xmldecl=False, svgns=False, border=2, omitsize=True, title=address
    )
    return Markup(drawn.getvalue().decode())  # noqa: S704  # segno's own drawing
