"""Group ideas into proposals: where each comes from, and every wording, is kept."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.errors import NotFound
from participation.ideas.models import Idea, Proposal, Provenance, Remark
from participation.ideas.rules import (
    Competence,
    IdeaNotPublished,
    NotTheSame,
    ProposalEmpty,
    ProposalFrozen,
    ProposalState,
)
from participation.voices import operations as voices
from participation.wording import Words


def draft_proposal(
    session: Session,
    campaign: Campaign,
    *,
    title: Words,
    competence: Competence,
    label: str = "",
    pictogram: str = "idea",
) -> Proposal:
    """Write a proposal under the next number of its campaign. Raises ProposalEmpty."""
    refuse_untitled(title)
    session.execute(select(Campaign.id).where(Campaign.id == campaign.id).with_for_update())
    last = select(func.max(Proposal.number)).where(Proposal.campaign_id == campaign.id)
    proposal = Proposal(
        structure_id=campaign.structure_id,
        campaign=campaign,
        number=(session.scalar(last) or 0) + 1,
        title_fr=title.get("fr"),
        title=title,
        label=label,
        pictogram=pictogram,
        competence=competence,
    )
    session.add(proposal)
    session.flush()
    return proposal


def reword_proposal(
    session: Session,
    proposal: Proposal,
    *,
    title: Words,
    competence: Competence,
    label: str = "",
    pictogram: str = "idea",
) -> None:
    """Write a proposal anew. Raises ProposalEmpty and ProposalFrozen."""
    refuse_untitled(title)
    hold(session, proposal)
    proposal.title, proposal.title_fr = title, title.get("fr")
    proposal.competence, proposal.label, proposal.pictogram = competence, label, pictogram
    session.flush()


def publish_proposal(session: Session, proposal: Proposal) -> None:
    """Show a proposal to everybody. Raises ProposalFrozen."""
    hold(session, proposal)
    proposal.state = ProposalState.PUBLISHED
    session.flush()


def withdraw_proposal(session: Session, proposal: Proposal) -> None:
    """Take a proposal back before any vote. Raises ProposalFrozen."""
    hold(session, proposal)
    proposal.state = ProposalState.WITHDRAWN
    session.flush()


def freeze(session: Session, proposals: Iterable[Proposal], *, at: datetime) -> None:
    """A poll on these proposals opens: from now on their words stay as they are."""
    for proposal in proposals:
        proposal.frozen_at = proposal.frozen_at or at
    session.flush()


def group(session: Session, proposal: Proposal, idea: Idea, *, by: str, on: date) -> None:
    """Say that a proposal comes from an idea too; saying it again changes nothing.

    Raises IdeaNotPublished and ProposalFrozen, and NotFound for an idea of another campaign.
    """
    if idea.board.campaign_id != proposal.campaign_id:
        raise NotFound
    if not idea.utterance.is_publishable:
        raise IdeaNotPublished
    hold(session, proposal)
    others = session.scalars(select(Idea.id).where(Idea.same_as_id == idea.id).order_by(Idea.id))
    for idea_id in (idea.id, *others):
        if session.get(Provenance, (proposal.id, idea_id)) is None:
            made = Provenance(
                proposal_id=proposal.id, idea_id=idea_id, grouped_on=on, grouped_by=by[:80]
            )
            session.add(made)
    session.flush()
    session.expire(proposal, ["provenance"])


def say_the_same(session: Session, idea: Idea, first: Idea) -> None:
    """Say that an idea is another wording of one that was there before: both are kept.

    Raises NotTheSame for an idea of another board, for itself, and for a chain of wordings.
    """
    has_wordings = session.scalars(select(Idea.id).where(Idea.same_as_id == idea.id)).first()
    if idea.id == first.id or idea.board_id != first.board_id or first.same_as_id or has_wordings:
        raise NotTheSame
    idea.same_as_id = first.id
    session.flush()


def ungroup(session: Session, proposal: Proposal, idea: Idea) -> None:
    """Take an idea out of a proposal; its words are untouched. Raises ProposalFrozen."""
    hold(session, proposal)
    link = session.get(Provenance, (proposal.id, idea.id))
    if link is not None:
        session.delete(link)
        session.flush()
        session.expire(proposal, ["provenance"])


def add_remark(
    session: Session,
    proposal: Proposal,
    *,
    text: str,
    language: str,
    day: date,
    people: int | None = None,
) -> Remark:
    """Keep a minority view or a disagreement, waiting to be read; a vote does not prevent it.

    Raises NothingSaid, TooLong and UnknownLanguage.
    """
    said = voices.say(
        session, structure_id=proposal.structure_id, language=language, text=text, day=day
    )
    remark = Remark(utterance=said, proposal_id=proposal.id, people=people)
    session.add(remark)
    session.flush()
    return remark


def hold(session: Session, proposal: Proposal) -> None:
    """Look at the proposal as it is now, and keep others from changing it meanwhile."""
    session.flush()
    session.refresh(proposal, with_for_update=True)
    if proposal.frozen_at is not None:
        raise ProposalFrozen


def refuse_untitled(title: Words) -> None:
    """A proposal has a French title; the database refuses it too."""
    if not title.get("fr").strip():
        raise ProposalEmpty
