"""What is promised about answers holds against our own code and against SQL by hand."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.commitments import operations, queries
from participation.commitments.models import Commitment, Decision
from participation.commitments.rules import (
    DecidedBeforeTheVote,
    MayNotPublish,
    MeansKind,
    NotPublishedYet,
    Outcome,
    Progress,
    ReasonMissing,
)
from participation.commitments.standing import Step
from participation.ideas.models import Proposal
from participation.people.models import Service
from participation.storage.engine import Database
from participation.wording import Words
from participation.workshops import operations as workshops
from participation.workshops.rules import Method
from tests.builders import a_campaign, a_proposal


@pytest.fixture
def campaign(session: Session, service: Service) -> Campaign:
    return a_campaign(session, service)


@pytest.fixture
def proposal(session: Session, campaign: Campaign) -> Proposal:
    return a_proposal(session, campaign)


def a_decision(session: Session, proposal: Proposal, **changes: object) -> Decision:
    values = {
        "outcome": Outcome.RETAINED,
        "reason_fr": "Parce que c’est juste.",
        "decider": "Hélène Marchetti",
        "decided_on": clock.today(),
        "drafted_by": "Nadia",
    }
    return operations.draft_decision(session, proposal, **{**values, **changes})


def published(session: Session, proposal: Proposal, **changes: object) -> Decision:
    decision = a_decision(session, proposal, **changes)
    operations.publish_decision(session, decision, by="Hélène", may_publish=True, at=clock.now())
    return decision


def a_commitment(session: Session, decision: Decision, days: int) -> Commitment:
    return operations.commit_to(
        session,
        decision,
        what=Words.of(fr="Signer"),
        who="N. Ferhat",
        due_on=clock.today() + timedelta(days=days),
    )


def test_a_decision_without_a_reason_is_refused(session: Session, proposal: Proposal) -> None:
    with pytest.raises(ReasonMissing):
        a_decision(session, proposal, reason_fr="  ")


def test_a_decision_without_a_reason_cannot_be_stored_by_hand(
    session: Session, proposal: Proposal
) -> None:
    decision = a_decision(session, proposal)
    session.commit()
    with pytest.raises(IntegrityError):
        session.execute(text("UPDATE decision SET reason_fr = '  '"))
    session.rollback()
    assert session.get_one(Decision, decision.id).reason_fr


def test_a_published_decision_never_changes(session: Session, proposal: Proposal) -> None:
    published(session, proposal)
    session.commit()
    for change in ("UPDATE decision SET reason_fr = 'Autre'", "DELETE FROM decision"):
        with pytest.raises(DBAPIError, match="never changes"):
            session.execute(text(change))
        session.rollback()


def test_only_who_may_publishes(session: Session, proposal: Proposal) -> None:
    decision = a_decision(session, proposal)
    with pytest.raises(MayNotPublish):
        operations.publish_decision(
            session, decision, by="Thomas", may_publish=False, at=clock.now()
        )


def test_a_decision_is_not_older_than_the_vote(
    session: Session, database: Database, campaign: Campaign, proposal: Proposal
) -> None:
    other = a_proposal(session, campaign, 2)
    with database.urn_session() as urns:
        poll = workshops.prepare_poll(
            session,
            urns,
            campaign,
            question=Words.of(fr="Quoi ?"),
            method=Method.APPROVAL,
            proposals=[proposal, other],
        )
        workshops.open_poll(session, urns, poll, at=clock.now())
        with pytest.raises(DecidedBeforeTheVote):
            a_decision(session, proposal, decided_on=clock.today() - timedelta(days=1))


def test_nobody_commits_to_a_draft(session: Session, proposal: Proposal) -> None:
    with pytest.raises(NotPublishedYet):
        a_commitment(session, a_decision(session, proposal), 30)


def test_a_replaced_answer_stays_and_says_so(
    session: Session, campaign: Campaign, proposal: Proposal
) -> None:
    first = published(session, proposal, outcome=Outcome.UNDER_STUDY, owed_by="H. Marchetti")
    published(session, proposal, replaces=first)
    [standing] = queries.standings(session, campaign, on=clock.today())
    assert [one.is_replaced for one in standing.decisions] == [True, False]
    assert not standing.waits


def test_what_is_under_study_waits_since_its_decision(
    session: Session, campaign: Campaign, proposal: Proposal
) -> None:
    since = clock.today() - timedelta(days=123)
    published(
        session, proposal, outcome=Outcome.UNDER_STUDY, owed_by="H. Marchetti", decided_on=since
    )
    found = queries.standings(session, campaign, on=clock.today())
    [line] = queries.owed(session, campaign, found, on=clock.today())
    assert (line.days, line.owed_by) == (123, "H. Marchetti")


def test_means_that_nobody_answered_wait_with_the_proposals_the_oldest_first(
    session: Session, campaign: Campaign, proposal: Proposal
) -> None:
    today = clock.today()
    asked = [
        operations.ask_means(
            session,
            campaign,
            kind=MeansKind.CHILDCARE,
            asked=what,
            asked_on=today - timedelta(days),
        )
        for what, days in (("Une garde", 158), ("Une salle", 3))
    ]
    published(
        session, proposal, outcome=Outcome.UNDER_STUDY, owed_by="A", decided_on=today - timedelta(9)
    )
    found = queries.standings(session, campaign, on=today)
    lines = queries.owed(session, campaign, found, on=today)
    assert [(line.days, line.is_means) for line in lines] == [(158, True), (9, False), (3, True)]
    operations.answer_means(session, asked[0], is_granted=False, answer="Pas cette année.")
    assert [line.days for line in queries.owed(session, campaign, found, on=today)] == [9, 3]


@pytest.mark.parametrize(
    ("progress", "days", "step"),
    [
        (None, 30, Step.EMPTY),
        (None, -1, Step.LATE),
        (Progress.IN_PROGRESS, 30, Step.HALF),
        (Progress.IN_PROGRESS, -1, Step.LATE),
        (Progress.DONE, -1, Step.FULL),
        (Progress.BLOCKED, 30, Step.LATE),
    ],
)
def test_the_last_step_says_how_far_it_is(
    session: Session,
    campaign: Campaign,
    proposal: Proposal,
    progress: Progress | None,
    days: int,
    step: Step,
) -> None:
    commitment = a_commitment(session, published(session, proposal), days)
    if progress:
        operations.follow_up(
            session,
            commitment,
            on=clock.today(),
            progress=progress,
            result=Words.of(fr="Voilà"),
            by="Nadia",
        )
    [standing] = queries.standings(session, campaign, on=clock.today())
    assert standing.steps[-1] is step


def test_a_drafted_answer_is_not_an_answer(
    session: Session, campaign: Campaign, proposal: Proposal
) -> None:
    a_decision(session, proposal)
    [standing] = queries.standings(session, campaign, on=clock.today())
    assert standing.waits
    assert standing.drafts == 1


def test_a_tablet_tells_of_answered_campaigns_only(
    session: Session, service: Service, campaign: Campaign, proposal: Proposal
) -> None:
    assert queries.answered_campaigns(session, service.id) == []
    published(session, proposal)
    a_proposal(session, a_campaign(session, service, "autre"))
    assert queries.answered_campaigns(session, service.id) == [campaign]
