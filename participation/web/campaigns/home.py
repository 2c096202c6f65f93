"""The first page of the desk."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_date
from flask_babel import gettext as _

from participation import clock
from participation.campaigns import queries
from participation.campaigns.models import Campaign
from participation.campaigns.rules import CampaignState
from participation.people.queries import services
from participation.web.access import Person, open_to, staff
from participation.web.campaigns.blueprint import campaigns
from participation.web.campaigns.pages import CampaignLine, HomePage
from participation.web.campaigns.steps import STEP_NAMES, current_step
from participation.web.database import session
from participation.web.links import has_page
from participation.web.regions import waiting_in
from participation.web.render import render

READERS = ("worker", "manager", "administrator")
HELPERS = ("reception", "volunteer", "worker")


@campaigns.get("/<language>/desk")
@open_to("staff")
def show_home() -> ResponseReturnValue:
    """The campaigns within reach, where they stand, and what waits."""
    asking = staff()
    found = queries.campaigns_of(session(), asking.structure_id, asking.services)
    if not asking.has(*READERS):
        found = [one for one in found if one.state(clock.today()) is CampaignState.OPEN]
    waits = waiting_in(found) if asking.has(*READERS) else []
    return render(
        HomePage(
            lines=[line_of(one, asking) for one in found],
            waiting=[((clock.today() - one.since).days, one) for one in waits],
            may_create=asking.has(*READERS),
            may_start=asking.has(*HELPERS) and has_page("kiosk.show_device"),
            lacks=lacking(asking),
        )
    )


def line_of(campaign: Campaign, asking: Person) -> CampaignLine:
    """One campaign in the list."""
    reads = asking.has(*READERS)
    return CampaignLine(
        campaign=campaign,
        address=url_for(".show_campaign", short_name=campaign.short_name) if reads else "",
        state=campaign.state(clock.today()).value,
        dates=_(
            "From %(start)s to %(end)s",
            start=format_date(campaign.opens_on, "d MMMM yyyy"),
            end=format_date(campaign.closes_on, "d MMMM yyyy"),
        ),
        step=str(STEP_NAMES[current_step(campaign)]) if reads else "",
        acts=[] if reads else helping_with(campaign),
    )


def helping_with(campaign: Campaign) -> list[tuple[str, str]]:
    """What reception and volunteers do in a campaign, as far as features offer it."""
    offered = (
        ("questionnaires.show_openings", _("Questionnaires")),
        ("ideas.dictate", _("Write down somebody’s idea")),
    )
    return [
        (url_for(page, short_name=campaign.short_name), name)
        for page, name in offered
        if has_page(page)
    ]


def lacking(asking: Person) -> str:
    """What must exist before a campaign can: "role", "service" or nothing."""
    if not asking.held:
        return "role"
    return "" if services(session(), asking.structure_id) else "service"
