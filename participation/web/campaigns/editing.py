"""Prepare and mend a campaign: what it is, its first screen, its calendar."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns import operations
from participation.campaigns.defaults import first_notice, first_read_when
from participation.campaigns.models import Campaign
from participation.campaigns.rules import ParticipationLevel
from participation.people.models import Service
from participation.people.queries import services
from participation.web.access import named_within_reach, open_to, staff
from participation.web.campaigns.blueprint import campaigns
from participation.web.campaigns.forms import (
    CampaignForm,
    MilestoneForm,
    NoticeForm,
    first_values,
    notice_values,
    values_of,
)
from participation.web.campaigns.pages import CalendarPage, CampaignFormPage, NoticePage
from participation.web.database import session, writing
from participation.web.forms.base import BaseForm, attempt, status_of
from participation.web.journaling import noted
from participation.web.render import render
from participation.wording import Words


@campaigns.route("/<language>/desk/campaigns/new", methods=["GET", "POST"])
@open_to("worker", "manager", "administrator")
def new_campaign() -> ResponseReturnValue:
    """A campaign that does not exist yet."""
    offered = reachable()
    form = CampaignForm(offered, data=first_values(clock.today(), offered))
    made: list[Campaign] = []
    if attempt(form, lambda s: made.append(created(s, form))):
        flash(_("The campaign is prepared. Read its first screen, then write its dates."))
        return redirect(url_for(".edit_notice", short_name=made[0].short_name))
    return render(CampaignFormPage(None, form)), status_of(form)


def reachable() -> Sequence[Service]:
    """The services of the person who asks."""
    asking = staff()
    every = services(session(), asking.structure_id)
    return [one for one in every if asking.services is None or one.id in asking.services]


def created(session: Session, form: CampaignForm) -> Campaign:
    """The campaign that the form describes, with a first screen to begin with."""
    title = form.title.form.words(Words())
    made = operations.create_campaign(
        session,
        staff().structure_id,
        short_name=form.short_name.data or short_name_of(title.get("fr")),
        title=title,
        services=chosen(form, ()),
        notice=first_notice(staff().structure_name),
        read_when=first_read_when(),
        **plain_values(form, Words()),
    )
    noted(session, "campaign_created", str(made.title))
    return made


def plain_values(form: CampaignForm, purpose: Words) -> dict[str, Any]:
    """What the form holds, as the operations take it."""
    return {
        "purpose": form.purpose.form.words(purpose),
        "level_aimed": ParticipationLevel(form.level_aimed.data),
        "languages": form.languages.data,
        "opens_on": form.opens_on.data,
        "closes_on": form.closes_on.data,
        "reply_by": form.reply_by.data,
        "instance": form.instance.data or "",
        "missing_people": form.missing_people.data or "",
        "biases": form.biases.data or "",
    }


def chosen(form: CampaignForm, before: Sequence[Service]) -> list[Service]:
    """The services that were ticked; those out of the person's reach stay as they were."""
    offered = {one.id: one for one in reachable()}
    kept = [one for one in before if one.id not in offered]
    return kept + [offered[key] for key in form.services.data or ()]


def short_name_of(title: str) -> str:
    """A short name for an address, out of a title in French."""
    plain = unicodedata.normalize("NFKD", title.replace("œ", "oe")).encode("ascii", "ignore")
    return re.sub(r"[^a-z0-9]+", "-", plain.decode().lower()).strip("-")[:60].strip("-")


@campaigns.route("/<language>/desk/campaigns/<short_name>/edit", methods=["GET", "POST"])
@open_to("worker", "manager", "administrator")
def edit_campaign(short_name: str) -> ResponseReturnValue:
    """What a campaign is."""
    campaign = named_within_reach(session(), Campaign, short_name)
    form = CampaignForm(reachable(), data=values_of(campaign))
    if attempt(form, lambda s: edited(s, campaign, form)):
        flash(_("Saved."))
        return redirect(url_for(".show_campaign", short_name=short_name))
    return render(CampaignFormPage(campaign, form)), status_of(form)


def edited(session: Session, campaign: Campaign, form: CampaignForm) -> None:
    """Write the changes and a line of the journal."""
    operations.edit_campaign(
        session,
        campaign,
        title=form.title.form.words(campaign.title),
        services=chosen(form, campaign.services),
        **plain_values(form, campaign.purpose),
    )
    noted(session, "campaign_changed", str(campaign.title))


@campaigns.route("/<language>/desk/campaigns/<short_name>/notice", methods=["GET", "POST"])
@open_to("worker", "manager", "administrator")
def edit_notice(short_name: str) -> ResponseReturnValue:
    """What the first screen says, who reads and when, whom to call."""
    campaign = named_within_reach(session(), Campaign, short_name)
    form = NoticeForm(data=notice_values(campaign))
    if attempt(form, lambda s: keep_notice(s, campaign, form)):
        flash(_("Saved."))
        return redirect(url_for(".edit_calendar", short_name=short_name))
    return render(NoticePage(campaign, form)), status_of(form)


def keep_notice(session: Session, campaign: Campaign, form: NoticeForm) -> None:
    """Write the first screen and a line of the journal."""
    operations.edit_campaign(
        session,
        campaign,
        notice=form.notice(campaign.notice),
        read_when=form.read_when.form.words(campaign.read_when),
        emergency=form.emergency.form.words(campaign.emergency),
    )
    noted(session, "campaign_changed", str(campaign.title))


@campaigns.route("/<language>/desk/campaigns/<short_name>/calendar", methods=["GET", "POST"])
@open_to("worker", "manager", "administrator")
def edit_calendar(short_name: str) -> ResponseReturnValue:
    """The dates of a campaign, and one more."""
    campaign = named_within_reach(session(), Campaign, short_name)
    form = MilestoneForm()
    if attempt(form, lambda s: add_date(s, campaign, form)):
        return redirect(url_for(".edit_calendar", short_name=short_name))
    return render(CalendarPage(campaign, form, BaseForm(formdata=None))), status_of(form)


def add_date(session: Session, campaign: Campaign, form: MilestoneForm) -> None:
    """Write one more date."""
    if form.on.data is not None:
        words = form.words.form.words(Words())
        operations.add_milestone(session, campaign, on=form.on.data, words=words)


@campaigns.post("/<language>/desk/campaigns/<short_name>/calendar/<int:milestone_id>/remove")
@open_to("worker", "manager", "administrator")
def remove_date(short_name: str, milestone_id: int) -> ResponseReturnValue:
    """One date less."""
    with writing() as session:
        campaign = named_within_reach(session, Campaign, short_name)
        operations.remove_milestone(session, campaign, milestone_id)
    return redirect(url_for(".edit_calendar", short_name=short_name))
