"""The page of a campaign, and its closing."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_date
from flask_babel import gettext as _
from markupsafe import Markup

from participation import clock
from participation.campaigns import operations
from participation.campaigns.models import Campaign
from participation.campaigns.rules import CampaignState
from participation.web.access import named_within_reach, open_to
from participation.web.campaigns.blueprint import campaigns
from participation.web.campaigns.forms import LEVELS
from participation.web.campaigns.pages import CampaignPage, ClosingPage
from participation.web.campaigns.steps import (
    calendar_of,
    current_step,
    now_of,
    printed,
    step_links,
)
from participation.web.database import session, writing
from participation.web.forms.base import BaseForm
from participation.web.journaling import noted
from participation.web.regions import close_everything, filled
from participation.web.render import render


@campaigns.get("/<language>/desk/campaigns/<short_name>")
@open_to("worker", "manager", "administrator")
def show_campaign(short_name: str) -> ResponseReturnValue:
    """Where a campaign stands on each of the five steps."""
    campaign = named_within_reach(session(), Campaign, short_name)
    return render(
        CampaignPage(
            campaign=campaign,
            meta=meta_of(campaign),
            steps=step_links(campaign),
            current=current_step(campaign),
            main=filled("campaign", campaign),
            side=filled("campaign-side", campaign),
            acts=filled("campaign-acts", campaign),
            calendar=calendar_of(campaign),
            act=BaseForm(),
            is_closed=campaign.closed_at is not None,
        )
    )


def meta_of(campaign: Campaign) -> Markup:
    """The line under the title: level, day, next date."""
    today = clock.today()
    said: list[str] = [
        _("Level aimed at: %(level)s.", level=level_name(campaign)),
        _("State on %(day)s.", day=format_date(today, "d MMMM yyyy")),
    ]
    coming = now_of(campaign, today)
    if campaign.state(today) is CampaignState.CLOSED:
        said.append(_("Nothing more is taken."))
    elif coming is not None:
        said.append(Markup(_("Next: %(what)s")) % {"what": printed(coming.words)})  # noqa: S704  # Our own sentence.
    return Markup(" ").join(said)


def level_name(campaign: Campaign) -> str:
    """The name of a level, without its question."""
    return str(LEVELS[campaign.level_aimed]).partition(":")[0].strip().lower()


@campaigns.get("/<language>/desk/campaigns/<short_name>/close")
@open_to("worker", "manager", "administrator")
def show_closing(short_name: str) -> ResponseReturnValue:
    """What closing does, before it is done."""
    return render(ClosingPage(named_within_reach(session(), Campaign, short_name), BaseForm()))


@campaigns.post("/<language>/desk/campaigns/<short_name>/close")
@open_to("worker", "manager", "administrator")
def close_campaign(short_name: str) -> ResponseReturnValue:
    """Close: nothing more is taken, and what could single somebody out is folded."""
    with writing() as session:
        campaign = named_within_reach(session, Campaign, short_name)
        close_everything(session, campaign, clock.now())
        operations.close_campaign(session, campaign, at=clock.now())
        noted(session, "campaign_closed", str(campaign.title))
    flash(_("The campaign is closed. The answers can still be written and followed."))
    return redirect(url_for(".show_campaign", short_name=short_name))
