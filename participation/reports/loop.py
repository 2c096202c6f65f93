"""How far a campaign is on each of the five steps: counts only, each one SQL aggregate."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.commitments.models import Commitment, Decision, FollowUp
from participation.commitments.rules import Outcome, Progress
from participation.ideas.models import Board, Idea, Proposal
from participation.ideas.rules import ProposalState
from participation.questionnaires.models import Opening, Response
from participation.workshops.models import Poll, Workshop
from participation.workshops.rules import PollState


@dataclass(frozen=True, slots=True)
class LoopCounts:
    """What there is on each step. A poll shows nothing of itself before its reveal."""

    responses: int
    openings: int
    ideas: int
    proposals: int
    polls: int
    polls_open: int
    polls_revealed: int
    people_present: int
    answered: int
    under_study: int
    commitments: int
    done: int

    @property
    def step(self) -> str:
        """The step where the campaign is now, as the loop names it."""
        if self.proposals and self.answered >= self.proposals and self.commitments:
            return "act"
        if self.answered or self.polls_revealed:
            return "reply"
        if self.polls and self.proposals:
            return "choose"
        return "understand" if self.proposals else "listen"


def loop_counts(session: Session, campaign: Campaign, *, on: date) -> LoopCounts:
    """Count every step of a campaign."""

    def count(asked: Select[int]) -> int:
        return session.scalar(asked) or 0

    here = campaign.id
    openings = select(Opening.id).where(Opening.campaign_id == here)
    proposals = select(Proposal.id).where(
        Proposal.campaign_id == here, Proposal.state == ProposalState.PUBLISHED
    )
    polls = select(func.count(Poll.id)).where(Poll.campaign_id == here)
    return LoopCounts(
        responses=count(
            select(func.count()).select_from(Response).where(Response.opening_id.in_(openings))
        ),
        openings=count(select(func.count(Opening.id)).where(Opening.campaign_id == here)),
        ideas=count(select(func.count(Idea.id)).join(Board).where(Board.campaign_id == here)),
        proposals=count(select(func.count()).select_from(proposals.subquery())),
        polls=count(polls),
        polls_open=count(polls.where(Poll.state == PollState.OPEN)),
        polls_revealed=count(polls.where(Poll.state == PollState.REVEALED)),
        people_present=count(
            select(func.sum(Workshop.people_present)).where(Workshop.campaign_id == here)
        ),
        answered=count(answered_proposals(proposals)),
        under_study=count(open_answers(proposals)),
        commitments=count(commitments(proposals)),
        done=count(commitments(proposals).where(Commitment.id.in_(finished(on)))),
    )


def answered_proposals(proposals: Select[int]) -> Select[int]:
    """Proposals with a published answer, whatever it says."""
    return select(func.count(func.distinct(Decision.proposal_id))).where(
        Decision.proposal_id.in_(proposals), Decision.published_at.is_not(None)
    )


def open_answers(proposals: Select[int]) -> Select[int]:
    """Published answers that say "under study" and that no later one replaced."""
    replaced = select(Decision.replaces_id).where(
        Decision.replaces_id.is_not(None), Decision.published_at.is_not(None)
    )
    return select(func.count(Decision.id)).where(
        Decision.proposal_id.in_(proposals),
        Decision.published_at.is_not(None),
        Decision.outcome == Outcome.UNDER_STUDY,
        Decision.id.not_in(replaced),
    )


def commitments(proposals: Select[int]) -> Select[int]:
    """Commitments of published answers."""
    return (
        select(func.count(Commitment.id))
        .join(Decision)
        .where(Decision.proposal_id.in_(proposals), Decision.published_at.is_not(None))
    )


def finished(on: date) -> Select[int]:
    """Commitments that a follow-up says are done."""
    return select(FollowUp.commitment_id).where(
        FollowUp.progress == Progress.DONE, FollowUp.on <= on
    )
