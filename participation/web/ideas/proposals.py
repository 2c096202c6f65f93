"""A proposal at the desk: its words in each language, where it comes from, what was said of it."""

from collections.abc import Callable
from typing import Any

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.errors import BrokenForm, NotFound
from participation.ideas import operations, queries
from participation.ideas.models import Idea, Proposal
from participation.ideas.queries import ProposalView
from participation.ideas.rules import Competence
from participation.web.access import named_within_reach, open_to, within_reach
from participation.web.database import session
from participation.web.forms.base import BaseForm, attempt
from participation.web.ideas.blueprint import ideas
from participation.web.ideas.forms import ActForm, ProposalForm, RemarkForm, proposal_form
from participation.web.ideas.names import PROPOSAL_STATES
from participation.web.ideas.pages import ProposalPage
from participation.web.journaling import noted
from participation.web.numbers import LONG_DIGITS, whole
from participation.web.render import render
from participation.wording import State, Text, Words

GROUPERS = ("worker", "manager", "administrator")
ADDRESS = "/<language>/desk/campaigns/<short_name>/ideas/proposals/<int:proposal_id>"


@ideas.get(ADDRESS)
@open_to(*GROUPERS)
def show_proposal(short_name: str, proposal_id: int) -> ResponseReturnValue:
    """One proposal."""
    campaign, view = viewed(short_name, proposal_id)
    return render(page_of(campaign, view))


@ideas.post(ADDRESS)
@open_to(*GROUPERS)
def reword_proposal(short_name: str, proposal_id: int) -> ResponseReturnValue:
    """Write its words anew."""
    campaign, view = viewed(short_name, proposal_id)
    form = proposal_form(campaign.languages, {})
    return act_on(campaign, view, lambda written, one: reworded(written, one, campaign, form), form)


@ideas.post(f"{ADDRESS}/<any(publish, withdraw):act>")
@open_to(*GROUPERS)
def decide_proposal(short_name: str, proposal_id: int, act: str) -> ResponseReturnValue:
    """Show it to everybody, or take it back."""
    campaign, view = viewed(short_name, proposal_id)
    operation = {
        "publish": operations.publish_proposal,
        "withdraw": operations.withdraw_proposal,
    }[act]
    return act_on(campaign, view, operation, ActForm())


@ideas.post(f"{ADDRESS}/ungroup")
@open_to(*GROUPERS)
def ungroup_idea(short_name: str, proposal_id: int) -> ResponseReturnValue:
    """Take an idea out of it; the idea stays on the board."""
    campaign, view = viewed(short_name, proposal_id)
    idea_id = whole(request.form.get("idea", ""), otherwise=0, digits=LONG_DIGITS)
    if not idea_id:
        raise BrokenForm
    return act_on(
        campaign,
        view,
        lambda written, one: operations.ungroup(written, one, within_reach(written, Idea, idea_id)),
        ActForm(),
    )


@ideas.post(f"{ADDRESS}/remarks")
@open_to(*GROUPERS)
def add_remark(short_name: str, proposal_id: int) -> ResponseReturnValue:
    """Keep a disagreement, waiting to be read."""
    campaign, view = viewed(short_name, proposal_id)
    form = RemarkForm()
    return act_on(campaign, view, lambda written, one: remarked(written, one, form), form)


def viewed(short_name: str, proposal_id: int) -> tuple[Campaign, ProposalView]:
    """A proposal of a campaign within reach; raise NotFound for any other."""
    campaign = named_within_reach(session(), Campaign, short_name)
    for view in queries.proposals(session(), campaign.id):
        if view.id == proposal_id:
            return campaign, view
    raise NotFound


def act_on(
    campaign: Campaign,
    view: ProposalView,
    act: Callable[[Session, Proposal], object],
    form: BaseForm,
) -> ResponseReturnValue:
    """Act on a proposal and come back to it; a refusal is shown on its page."""

    def acted(written: Session) -> None:
        act(written, within_reach(written, Proposal, view.id))
        noted(written, f"{request.endpoint}"[:80], f"{campaign.short_name}, {view.number}")

    if attempt(form, acted):
        flash(_("Saved."))
        address = url_for(".show_proposal", short_name=campaign.short_name, proposal_id=view.id)
        return redirect(address, 303)
    return render(page_of(campaign, view, form)), 409


def reworded(written: Session, proposal: Proposal, campaign: Campaign, form: ProposalForm) -> None:
    """Write the titles that were typed; a title that was not touched keeps its sound."""
    texts: dict[str, Text] = {}
    for n, tag in enumerate(campaign.languages):
        typed = form[f"title_{n}"].data or ""
        state = State.REVIEWED if tag == "fr" or form[f"reviewed_{n}"].data else State.DRAFT
        before = proposal.title.texts.get(tag)
        if before and (before.text, before.state) == (typed, state):
            texts[tag] = before
        elif typed:
            texts[tag] = Text(typed, state)
    operations.reword_proposal(
        written,
        proposal,
        title=Words(texts),
        competence=Competence(form.competence.data),
        label=form.label.data or "",
        pictogram=form.pictogram.data,
    )


def remarked(written: Session, proposal: Proposal, form: RemarkForm) -> None:
    """Keep what was said of a proposal."""
    operations.add_remark(
        written,
        proposal,
        text=form.text.data or "",
        language=form.written_in.data,
        people=form.people.data,
        day=clock.today(),
    )


def page_of(campaign: Campaign, view: ProposalView, sent: BaseForm | None = None) -> ProposalPage:
    """The page of a proposal; what was typed and refused stays in its form."""
    act = sent if isinstance(sent, ActForm) else ActForm(formdata=None)
    remark = sent if isinstance(sent, RemarkForm) else RemarkForm(formdata=None)
    for number, form in enumerate((act, remark)):
        for field in form:
            field.id = f"{field.name}-{number}"
    return ProposalPage(
        campaign=campaign,
        proposal=view,
        languages=campaign.languages,
        states=PROPOSAL_STATES,
        remarks=queries.remarks(session(), view.id),
        form=sent if isinstance(sent, ProposalForm) else filled_form(campaign, view),
        remark=remark,
        act=act,
    )


def filled_form(campaign: Campaign, view: ProposalView) -> ProposalForm:
    """The form of a proposal as it stands."""
    values: dict[str, Any] = {
        "label": view.label,
        "pictogram": view.pictogram,
        "competence": view.competence.value,
    }
    for n, tag in enumerate(campaign.languages):
        text = view.title.texts.get(tag)
        values[f"title_{n}"] = text.text if text else ""
        values[f"reviewed_{n}"] = bool(text and text.state is State.REVIEWED)
    return proposal_form(campaign.languages, values)
