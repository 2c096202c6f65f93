"""Where residents find on the web what a poster says."""

from urllib.parse import urljoin

from flask import current_app, request, url_for

from participation.campaigns.models import Campaign
from participation.settings import Settings
from participation.web.links import has_page

CHANGES = "commitments.show_changed"


def changes_address(campaign: Campaign, tag: str, *, from_browser: bool = True) -> str:
    """The address of "what changed thanks to you", or nothing where nobody knows it.

    A command does not know by which address people reach this installation, unless a setting says.
    """
    if not has_page(CHANGES):
        return ""
    settings: Settings = current_app.config["PARTICIPATION"]
    path = url_for(CHANGES, short_name=campaign.short_name, language=tag)
    if settings.public_url:
        return settings.public_url + path
    return urljoin(request.url_root, path) if from_browser else ""
