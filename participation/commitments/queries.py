"""What the answers and commitments of a campaign are, read with a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from participation.campaigns.models import Campaign
from participation.clock import day_of
from participation.commitments.models import Ask, Commitment, Decision, Means
from participation.commitments.owed import Unanswered, unanswered
from participation.commitments.standing import Standing, Vote, standing, votes_of
from participation.ideas.models import Proposal, Provenance
from participation.ideas.rules import ProposalState
from participation.workshops.models import BallotLine, Poll

MOST_TOLD = 2
"""How many campaigns a tablet tells of: the last ones."""


def standings(session: Session, campaign: Campaign, *, on: date) -> list[Standing]:
    """Every proposal of a campaign, the most supported first, with a fixed number of queries."""
    proposals = session.scalars(
        select(Proposal)
        .where(Proposal.campaign_id == campaign.id, Proposal.state != ProposalState.WITHDRAWN)
        .order_by(Proposal.number)
    ).all()
    ids = [proposal.id for proposal in proposals]
    decisions = decisions_of(session, ids)
    ideas = provenance_counts(session, ids)
    votes = revealed_votes(session, ids)
    found = [
        standing(proposal, decisions[proposal.id], ideas[proposal.id], votes.get(proposal.id), on)
        for proposal in proposals
    ]
    return sorted(found, key=lambda one: (one.rank is None, one.rank or 0, one.number))


def decisions_of(session: Session, proposal_ids: Sequence[int]) -> dict[int, list[Decision]]:
    """Decisions with their commitments and follow-ups, by proposal."""
    by_proposal: dict[int, list[Decision]] = defaultdict(list)
    for decision in session.scalars(
        select(Decision)
        .where(Decision.proposal_id.in_(proposal_ids))
        .options(selectinload(Decision.commitments).selectinload(Commitment.follow_ups))
        .order_by(Decision.decided_on, Decision.id)
    ):
        by_proposal[decision.proposal_id].append(decision)
    return by_proposal


def provenance_counts(session: Session, proposal_ids: Sequence[int]) -> dict[int, int]:
    """How many ideas each proposal comes from."""
    counts: dict[int, int] = defaultdict(int)
    for proposal_id in session.scalars(
        select(Provenance.proposal_id).where(Provenance.proposal_id.in_(proposal_ids))
    ):
        counts[proposal_id] += 1
    return counts


def revealed_votes(session: Session, proposal_ids: Sequence[int]) -> dict[int, Vote]:
    """The last vote on each proposal; nothing of a result before its reveal."""
    votes: dict[int, Vote] = {}
    for poll in session.scalars(
        select(Poll)
        .where(
            Poll.id.in_(select(BallotLine.poll_id).where(BallotLine.proposal_id.in_(proposal_ids)))
        )
        .options(selectinload(Poll.lines), selectinload(Poll.tally))
        .order_by(Poll.id)
    ):
        votes.update(votes_of(poll))
    return votes


def answered_campaigns(
    session: Session, service_id: int, *, most: int = MOST_TOLD
) -> Sequence[Campaign]:
    """Campaigns of a service with a published answer, even long after they ended; newest first."""
    answered = select(Proposal.campaign_id).join(Decision, Decision.proposal_id == Proposal.id)
    return session.scalars(
        select(Campaign)
        .where(
            Campaign.services.any(id=service_id),
            Campaign.id.in_(answered.where(Decision.published_at.is_not(None))),
        )
        .order_by(Campaign.opens_on.desc(), Campaign.id)
        .limit(most)
    ).all()


def asks(session: Session, campaign: Campaign) -> list[Ask]:
    """What the next steps need, in the order of the proposals' numbers."""
    return list(
        session.scalars(
            select(Ask)
            .join(Proposal)
            .where(Proposal.campaign_id == campaign.id)
            .options(selectinload(Ask.proposal))
            .order_by(Proposal.number, Ask.id)
        )
    )


def means(session: Session, campaign: Campaign) -> list[Means]:
    """What was asked for, answered or not, oldest first."""
    return list(
        session.scalars(
            select(Means).where(Means.campaign_id == campaign.id).order_by(Means.asked_on, Means.id)
        )
    )


def owed(
    session: Session, campaign: Campaign, found: Iterable[Standing], *, on: date
) -> list[Unanswered]:
    """What waits for a final answer in a campaign whose proposals stand as `found` says."""
    since = asked_on(session, campaign)
    return unanswered(found, means(session, campaign), asked_on=since, on=on)


def asked_on(session: Session, campaign: Campaign) -> date:
    """The day from which an answer is owed: the last vote, else the end of the campaign."""
    closed = session.scalars(
        select(Poll.closed_at)
        .where(Poll.campaign_id == campaign.id, Poll.closed_at.is_not(None))
        .order_by(Poll.closed_at.desc())
    ).first()
    return day_of(closed) if closed else campaign.closes_on
