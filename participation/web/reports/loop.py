"""The door to the documents on a campaign's page."""

from flask import get_template_attribute, url_for

from participation.campaigns.models import Campaign
from participation.web.access import staff
from participation.web.regions import fills

READING = ("worker", "manager", "administrator")


@fills("campaign-acts", 20)
def show_door(campaign: Campaign) -> str | None:
    """One button that leads to the synthesis and the posters."""
    if not staff().has(*READING):
        return None
    door = get_template_attribute("reports/_door.html", "door")
    return str(door(url_for("reports.show_synthesis", short_name=campaign.short_name)))
