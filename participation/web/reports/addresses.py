"""Where residents find on the web what a poster says."""

from flask import url_for

from participation.campaigns.models import Campaign
from participation.web.addresses import known_root, outside_root
from participation.web.links import has_page

CHANGES = "commitments.show_changed"


def changes_address(campaign: Campaign, tag: str, *, from_browser: bool = True) -> str:
    """The address of "what changed thanks to you", or nothing where nobody knows it.

    A command does not know by which address people reach this installation, unless somebody said.
    """
    if not has_page(CHANGES):
        return ""
    path = url_for(CHANGES, short_name=campaign.short_name, language=tag)
    root = outside_root(campaign.structure) if from_browser else known_root(campaign.structure)
    return root + path if root else ""
