"""Plan a workshop, prepare a vote."""

from collections.abc import Sequence

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_date
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.errors import Refused
from participation.ideas.models import Proposal
from participation.web.access import named_within_reach, open_to, within_reach
from participation.web.database import session, writing, writing_urn
from participation.web.errors import sentence
from participation.web.forms.base import attempt
from participation.web.journaling import noted
from participation.web.render import render
from participation.web.workshops.blueprint import workshops
from participation.web.workshops.forms import PlanForm, PollForm
from participation.web.workshops.pages import PlanPage, PreparePage, WorkshopsPage
from participation.workshops import operations, queries
from participation.workshops.models import Poll, Workshop
from participation.workshops.rules import Method

RUNNERS = ("worker", "manager", "administrator")
"""Who plans workshops and runs votes."""
AT_CAMPAIGN = "/<language>/desk/campaigns/<short_name>"


@workshops.get(f"{AT_CAMPAIGN}/workshops")
@open_to(*RUNNERS)
def list_workshops(short_name: str) -> ResponseReturnValue:
    """The workshops and votes of a campaign."""
    campaign = named_within_reach(session(), Campaign, short_name)
    planned = queries.workshops_of(session(), campaign.id)
    return render(WorkshopsPage(campaign, planned, queries.polls_of(session(), campaign.id)))


@workshops.route(f"{AT_CAMPAIGN}/workshops/new", methods=["GET", "POST"])
@open_to(*RUNNERS)
def plan_workshop(short_name: str) -> ResponseReturnValue:
    """Plan a meeting."""
    campaign = named_within_reach(session(), Campaign, short_name)
    form = PlanForm(campaign.services)

    def act(written: Session) -> None:
        operations.plan_workshop(written, campaign, form.chosen_service(), **form.values())
        noted(written, "workshop_planned", campaign.short_name)

    if attempt(form, act):
        return redirect(url_for(".list_workshops", short_name=short_name))
    return render(PlanPage(campaign, None, form))


@workshops.route("/<language>/desk/workshops/<int:workshop_id>", methods=["GET", "POST"])
@open_to(*RUNNERS)
def change_workshop(workshop_id: int) -> ResponseReturnValue:
    """Correct a meeting, or write down who came."""
    workshop = within_reach(session(), Workshop, workshop_id)
    form = PlanForm(workshop.campaign.services, obj=workshop, data={"service": workshop.service_id})

    def act(written: Session) -> None:
        operations.change_workshop(written, workshop, form.chosen_service(), **form.values())
        noted(written, "workshop_changed", workshop.campaign.short_name)

    if attempt(form, act):
        return redirect(url_for(".list_workshops", short_name=workshop.campaign.short_name))
    return render(PlanPage(workshop.campaign, workshop, form))


@workshops.route(f"{AT_CAMPAIGN}/polls/new", methods=["GET", "POST"])
@open_to(*RUNNERS)
def prepare_poll(short_name: str) -> ResponseReturnValue:
    """Prepare a vote on proposals of the campaign."""
    campaign = named_within_reach(session(), Campaign, short_name)
    proposals = queries.votable(session(), campaign.id)
    meetings = queries.workshops_of(session(), campaign.id)
    form = PollForm.in_languages(campaign.languages)()
    form.offer(proposals, [(one.id, meeting_name(one)) for one in meetings])
    if form.validate_on_submit():
        poll = prepared(campaign, form, proposals, meetings)
        if poll is not None:
            return redirect(url_for(".run_poll", poll_id=poll.id))
    return render(PreparePage(campaign, proposals, form))


def prepared(
    campaign: Campaign,
    form: PollForm,
    proposals: Sequence[Proposal],
    meetings: Sequence[Workshop],
) -> Poll | None:
    """The poll and its urn in one go; None with the reason on the form."""
    try:
        with writing() as written, writing_urn() as urns:
            poll = operations.prepare_poll(
                written,
                urns,
                campaign,
                question=form.question(),
                method=Method(form.method.data),
                proposals=form.chosen(proposals),
                dots=form.dots.data or 1,
                cap=form.cap.data or 1,
                workshop=next((one for one in meetings if one.id == form.workshop.data), None),
            )
            noted(written, "poll_prepared", poll.code)
            return poll
    except Refused as error:
        form.problems.append(sentence(error))
        return None


def meeting_name(workshop: Workshop) -> str:
    """A workshop in a list: its day and place."""
    return f"{format_date(workshop.on, 'long')} – {workshop.service.name}"
