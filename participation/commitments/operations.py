"""Answer a proposal, grant means, commit, and say what became of it."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.campaigns.rules import ParticipationLevel
from participation.clock import day_of
from participation.commitments.models import Ask, Commitment, Decision, FollowUp, Means
from participation.commitments.rules import (
    DecidedBeforeTheVote,
    DecisionPublished,
    DueDateMissing,
    GivenUpWithoutReason,
    MayNotPublish,
    MeansAnswered,
    MeansKind,
    NoAnswerWritten,
    NotPublishedYet,
    Outcome,
    Progress,
    ReasonMissing,
    WhatMissing,
    WhoMissing,
)
from participation.ideas.models import Proposal
from participation.wording import Words
from participation.workshops.models import BallotLine, Poll


def draft_decision(  # noqa: PLR0913  # An answer is all of this.
    session: Session,
    proposal: Proposal,
    *,
    outcome: Outcome,
    reason_fr: str,
    decider: str,
    decided_on: date,
    drafted_by: str,
    part: str = "",
    level: ParticipationLevel | None = None,
    message: Words | None = None,
    reasons: Words | None = None,
    forwarded_to: str = "",
    owed_by: str = "",
    replaces: Decision | None = None,
) -> Decision:
    """Draft an answer to a proposal, or to a part of it.

    Raises ReasonMissing, WhoMissing (no decider, or nobody to forward to) and
    DecidedBeforeTheVote.
    """
    refuse_without_reason(reason_fr)
    if not decider.strip() or (outcome is Outcome.FORWARDED and not forwarded_to.strip()):
        raise WhoMissing
    refuse_before_the_vote(session, proposal, decided_on)
    made = Decision(
        structure_id=proposal.structure_id,
        proposal_id=proposal.id,
        part=part,
        outcome=outcome,
        reason_fr=reason_fr,
        reasons=reasons or Words(),
        message=message or Words(),
        level=level,
        decider=decider,
        decided_on=decided_on,
        forwarded_to=forwarded_to,
        owed_by=owed_by,
        drafted_by=drafted_by,
        replaces_id=replaces.id if replaces else None,
    )
    session.add(made)
    session.flush()
    return made


def refuse_without_reason(reason_fr: str) -> None:
    """The database refuses it too; here it becomes a sentence."""
    if not reason_fr.strip():
        raise ReasonMissing


def refuse_before_the_vote(session: Session, proposal: Proposal, decided_on: date) -> None:
    """An answer given before people chose would not be an answer to them."""
    opened = session.scalars(
        select(Poll.opened_at)
        .join(BallotLine)
        .where(BallotLine.proposal_id == proposal.id, Poll.opened_at.is_not(None))
        .order_by(Poll.opened_at)
    ).first()
    if opened and decided_on < day_of(opened):
        raise DecidedBeforeTheVote(voted_on=day_of(opened))


def publish_decision(
    session: Session, decision: Decision, *, by: str, may_publish: bool, at: datetime
) -> None:
    """Publish an answer: from now on it never changes. Raises MayNotPublish, DecisionPublished."""
    if not may_publish:
        raise MayNotPublish
    session.refresh(decision, with_for_update=True)
    if decision.published_at is not None:
        raise DecisionPublished
    decision.published_at = at
    decision.published_by = by
    session.flush()


def ask_means(
    session: Session,
    campaign: Campaign,
    *,
    kind: MeansKind,
    asked: str,
    asked_on: date,
    proposal: Proposal | None = None,
) -> Means:
    """Write down what is asked for; until somebody answers it is printed as unanswered."""
    if not asked.strip():
        raise WhatMissing
    made = Means(
        structure_id=campaign.structure_id,
        campaign_id=campaign.id,
        proposal_id=proposal.id if proposal else None,
        kind=kind,
        asked=asked,
        asked_on=asked_on,
    )
    session.add(made)
    session.flush()
    return made


def answer_means(session: Session, means: Means, *, is_granted: bool, answer: str) -> None:
    """Grant or refuse, in words. Raises NoAnswerWritten, MeansAnswered."""
    if not answer.strip():
        raise NoAnswerWritten
    if means.is_granted is not None:
        raise MeansAnswered
    means.is_granted, means.answer = is_granted, answer
    session.flush()


def ask_next(
    session: Session, proposal: Proposal, *, what: str, of_whom: str, before: date, cost: str
) -> Ask:
    """What the next step needs. Without a name, a date and a cost it is not an ask."""
    if not of_whom.strip():
        raise WhoMissing
    if not (what.strip() and cost.strip()):
        raise WhatMissing
    made = Ask(
        structure_id=proposal.structure_id,
        proposal_id=proposal.id,
        what=what,
        of_whom=of_whom,
        before=before,
        cost=cost,
    )
    session.add(made)
    session.flush()
    return made


def commit_to(
    session: Session,
    decision: Decision,
    *,
    what: Words,
    who: str,
    due_on: date | None,
    residents: int = 0,
    partners: str = "",
    indicator: str = "",
) -> Commitment:
    """Commit to something a published decision announced.

    Raises NotPublishedYet, WhatMissing, WhoMissing, DueDateMissing.
    """
    if decision.published_at is None:
        raise NotPublishedYet
    if not what.get("fr").strip():
        raise WhatMissing
    if not who.strip():
        raise WhoMissing
    if due_on is None:
        raise DueDateMissing
    made = Commitment(
        structure_id=decision.structure_id,
        decision_id=decision.id,
        what_fr=what.get("fr"),
        what=what,
        who=who,
        due_on=due_on,
        residents=residents,
        partners=partners,
        indicator=indicator,
    )
    session.add(made)
    session.flush()
    return made


def follow_up(  # noqa: PLR0913  # A follow-up is all of this.
    session: Session,
    commitment: Commitment,
    *,
    on: date,
    progress: Progress,
    result: Words,
    by: str,
    attendances: int | None = None,
    people: int | None = None,
    new_due_on: date | None = None,
) -> FollowUp:
    """Say what became of a commitment on a day. Raises GivenUpWithoutReason."""
    if progress is Progress.GIVEN_UP and not result.get("fr").strip():
        raise GivenUpWithoutReason
    made = FollowUp(
        on=on,
        progress=progress,
        result_fr=result.get("fr"),
        result=result,
        attendances=attendances,
        people=people,
        new_due_on=new_due_on,
        written_by=by,
    )
    commitment.follow_ups.append(made)
    session.flush()
    return made
