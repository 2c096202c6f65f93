"""The desk of answers: draft, publish, grant, commit, follow."""

from datetime import date

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from participation import clock
from participation.campaigns.models import Campaign
from participation.campaigns.rules import ParticipationLevel
from participation.commitments import operations, queries
from participation.commitments.models import Commitment, Decision, Means
from participation.commitments.rules import MeansKind, Outcome, Progress
from participation.commitments.standing import Standing
from participation.errors import NotFound
from participation.ideas.models import Proposal
from participation.web.access import named_within_reach, open_to, staff, within_reach
from participation.web.commitments import loop, resident, sentences
from participation.web.commitments.blueprint import commitments
from participation.web.commitments.forms import (
    CommitmentForm,
    DecisionForm,
    FollowUpForm,
    MeansAnswerForm,
    MeansForm,
    draft_words,
)
from participation.web.commitments.pages import (
    AnswersPage,
    CommitPage,
    FollowPage,
    MeansPage,
    ProposalPage,
)
from participation.web.database import session, writing
from participation.web.forms.base import attempt, status_of
from participation.web.numbers import whole
from participation.web.render import render
from participation.wording import Words

__all__ = ["commitments", "loop", "resident", "sentences"]


@commitments.get("/<language>/desk/campaigns/<short_name>/answers")
@open_to("worker", "manager", "administrator")
def show_answers(short_name: str) -> ResponseReturnValue:
    """Where each proposal stands, and what waits for an answer."""
    campaign = named_within_reach(session(), Campaign, short_name)
    found = queries.standings(session(), campaign, on=clock.today())
    waiting = queries.owed(session(), campaign, found, on=clock.today())
    return render(AnswersPage(campaign, found, waiting))


@commitments.get("/<language>/desk/proposals/<int:proposal_id>/answers")
@open_to("worker", "manager", "administrator")
def show_proposal(proposal_id: int) -> ResponseReturnValue:
    """The answers to one proposal, and the form of the next one."""
    proposal = within_reach(session(), Proposal, proposal_id)
    return proposal_page(proposal, decision_form(proposal))


@commitments.post("/<language>/desk/proposals/<int:proposal_id>/answers")
@open_to("worker", "manager", "administrator")
def draft_decision(proposal_id: int) -> ResponseReturnValue:
    """Draft an answer."""
    proposal = within_reach(session(), Proposal, proposal_id)
    form = decision_form(proposal)
    replaces = replaced_by(form, proposal)
    if attempt(
        form,
        lambda written: operations.draft_decision(
            written,
            proposal,
            outcome=Outcome(form.outcome.data),
            part=form.part.data or "",
            reason_fr=form.reason_fr.data or "",
            message=form.message(),
            level=ParticipationLevel(form.level.data) if form.level.data else None,
            decider=form.decider.data or "",
            decided_on=form.decided_on.data or clock.today(),
            forwarded_to=form.forwarded_to.data or "",
            owed_by=form.owed_by.data or "",
            drafted_by=staff().name,
            replaces=replaces,
        ),
    ):
        return redirect(url_for(".show_proposal", proposal_id=proposal_id))
    return proposal_page(proposal, form)


def decision_form(proposal: Proposal) -> DecisionForm:
    """The form of an answer, for the person who writes it."""
    [standing] = [one for one in standings_of(proposal) if one.proposal_id == proposal.id]
    replaceable = [(one.id, one.part or proposal.title_fr) for one in standing.current]
    form = DecisionForm(replaceable=replaceable)
    if not form.is_submitted():
        form.decided_on.data = clock.today()
        form.decider.data = (staff().title and f"{staff().name}, {staff().title}") or staff().name
    return form


def standings_of(proposal: Proposal) -> list[Standing]:
    """The standings of the proposal's campaign."""
    return queries.standings(session(), proposal.campaign, on=clock.today())


def replaced_by(form: DecisionForm, proposal: Proposal) -> Decision | None:
    """The published answer that the form says it replaces."""
    asked = whole(form.replaces.data or "", otherwise=0)
    if not asked:
        return None
    found = within_reach(session(), Decision, asked)
    if found.proposal_id != proposal.id:
        raise NotFound
    return found


def proposal_page(proposal: Proposal, form: DecisionForm) -> ResponseReturnValue:
    """The page of one proposal with its drafts and its published answers."""
    standing = next(one for one in standings_of(proposal) if one.proposal_id == proposal.id)
    every = queries.decisions_of(session(), [proposal.id])[proposal.id]
    drafts = [decision for decision in every if decision.published_at is None]
    page = ProposalPage(proposal.campaign, proposal, standing, drafts, form, staff().may_publish)
    return render(page), status_of(form)


@commitments.post("/<language>/desk/decisions/<int:decision_id>/publish")
@open_to("manager", "administrator")
def publish_decision(decision_id: int) -> ResponseReturnValue:
    """Publish an answer; it never changes afterwards."""
    asking = staff()
    with writing() as written:
        decision = within_reach(written, Decision, decision_id)
        operations.publish_decision(
            written, decision, by=asking.name, may_publish=asking.may_publish, at=clock.now()
        )
        proposal_id = decision.proposal_id
    return redirect(url_for(".show_proposal", proposal_id=proposal_id))


@commitments.route(
    "/<language>/desk/decisions/<int:decision_id>/commitments", methods=["GET", "POST"]
)
@open_to("worker", "manager", "administrator")
def commit_to(decision_id: int) -> ResponseReturnValue:
    """Commit to what an answer announced."""
    decision = within_reach(session(), Decision, decision_id)
    form = CommitmentForm()
    if attempt(
        form,
        lambda written: operations.commit_to(
            written,
            decision,
            what=Words.of(fr=form.what.data or ""),
            who=form.who.data or "",
            due_on=form.due_on.data,
            residents=form.residents.data or 0,
            partners=form.partners.data or "",
            indicator=form.indicator.data or "",
        ),
    ):
        return redirect(url_for(".show_proposal", proposal_id=decision.proposal_id))
    return render(CommitPage(decision, form)), status_of(form)


@commitments.route(
    "/<language>/desk/commitments/<int:commitment_id>/follow-ups", methods=["GET", "POST"]
)
@open_to("worker", "manager", "administrator")
def follow_up(commitment_id: int) -> ResponseReturnValue:
    """Say what became of a commitment."""
    commitment = within_reach(session(), Commitment, commitment_id)
    form = FollowUpForm()
    if attempt(
        form,
        lambda written: operations.follow_up(
            written,
            commitment,
            on=form.on.data or clock.today(),
            progress=Progress(form.progress.data),
            result=draft_words(fr=form.result.data),
            by=staff().name[:80],
            attendances=form.attendances.data,
            people=form.people.data,
            new_due_on=form.new_due_on.data,
        ),
    ):
        return redirect(url_for(".follow_up", commitment_id=commitment_id))
    prefill(form, clock.today())
    return render(FollowPage(commitment, form)), status_of(form)


def prefill(form: FollowUpForm, today: date) -> None:
    """Today, unless another day was typed."""
    if not form.is_submitted():
        form.on.data = today


@commitments.get("/<language>/desk/campaigns/<short_name>/means")
@open_to("worker", "manager", "administrator")
def show_means(short_name: str) -> ResponseReturnValue:
    """What is asked for, what was granted, and what nobody answered."""
    campaign = named_within_reach(session(), Campaign, short_name)
    return means_page(campaign, MeansForm(), MeansAnswerForm())


@commitments.post("/<language>/desk/campaigns/<short_name>/means")
@open_to("worker", "manager", "administrator")
def ask_means(short_name: str) -> ResponseReturnValue:
    """Ask for means."""
    campaign = named_within_reach(session(), Campaign, short_name)
    form = MeansForm()
    if attempt(
        form,
        lambda written: operations.ask_means(
            written,
            campaign,
            kind=MeansKind(form.kind.data),
            asked=form.asked.data or "",
            asked_on=clock.today(),
        ),
    ):
        return redirect(url_for(".show_means", short_name=short_name))
    return means_page(campaign, form, MeansAnswerForm())


@commitments.post("/<language>/desk/means/<int:means_id>/answer")
@open_to("manager", "administrator")
def answer_means(means_id: int) -> ResponseReturnValue:
    """Grant or refuse what was asked for."""
    means = within_reach(session(), Means, means_id)
    form = MeansAnswerForm()
    if attempt(
        form,
        lambda written: operations.answer_means(
            written,
            means,
            is_granted=form.is_granted.data == "yes",
            answer=form.answer.data or "",
        ),
    ):
        return redirect(url_for(".show_means", short_name=means.campaign.short_name))
    return means_page(means.campaign, MeansForm(), form)


def means_page(
    campaign: Campaign, form: MeansForm, answer_form: MeansAnswerForm
) -> ResponseReturnValue:
    """The page of means, with what was typed."""
    found = queries.means(session(), campaign)
    may_answer = staff().has("manager", "administrator")
    page = MeansPage(campaign, found, form, answer_form, may_answer)
    return render(page), max(status_of(form), status_of(answer_form))
