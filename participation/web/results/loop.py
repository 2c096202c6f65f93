"""The door to the results on a campaign's page."""

from flask import get_template_attribute, url_for

from participation.campaigns.models import Campaign
from participation.questionnaires import queries
from participation.web.access import staff
from participation.web.database import session
from participation.web.regions import fills
from participation.web.results.blueprint import READERS


@fills("campaign-acts", 10)
def show_door(campaign: Campaign) -> str | None:
    """One button that leads to what was answered, once there is something to answer."""
    if not staff().has(*READERS) or not queries.openings_of(session(), campaign):
        return None
    door = get_template_attribute("results/_door.html", "door")
    return str(door(url_for("results.show_results", short_name=campaign.short_name)))
