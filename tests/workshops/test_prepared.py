"""A poll can be prepared, and its cards printed, before anybody knows what it will be about."""

import pytest
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.people.models import Service
from participation.storage.engine import Database
from participation.wording import Words
from participation.workshops import operations
from participation.workshops.models import Poll
from participation.workshops.rules import Method, NothingToVoteOn, PollState, WrongStep
from tests.builders import a_campaign, a_proposal


@pytest.fixture
def urns(database: Database) -> Session:
    return database.urn_session()


@pytest.fixture
def campaign(session: Session, service: Service) -> Campaign:
    return a_campaign(session, service)


@pytest.fixture
def poll(session: Session, urns: Session, campaign: Campaign) -> Poll:
    return operations.prepare_poll(
        session,
        urns,
        campaign,
        question=Words.of(fr="Quoi en premier ?"),
        method=Method.DOTS,
        proposals=[],
    )


def test_it_opens_once_its_proposals_are_chosen(
    session: Session, urns: Session, campaign: Campaign, poll: Poll
) -> None:
    first, second, third = (a_proposal(session, campaign, number) for number in (1, 2, 3))
    operations.choose_proposals(session, urns, poll, [first, second])
    operations.choose_proposals(session, urns, poll, [third, first])
    operations.open_poll(session, urns, poll, at=clock.now())
    assert [line.proposal.number for line in poll.lines] == [3, 1]
    assert [line.position for line in poll.lines] == [1, 2]
    assert poll.state is PollState.OPEN


def test_it_does_not_open_without_them(session: Session, urns: Session, poll: Poll) -> None:
    with pytest.raises(NothingToVoteOn):
        operations.open_poll(session, urns, poll, at=clock.now())


def test_one_proposal_is_no_choice(
    session: Session, urns: Session, campaign: Campaign, poll: Poll
) -> None:
    with pytest.raises(NothingToVoteOn):
        operations.choose_proposals(session, urns, poll, [a_proposal(session, campaign)])


def test_an_open_poll_keeps_its_proposals(
    session: Session, urns: Session, campaign: Campaign, poll: Poll
) -> None:
    both = [a_proposal(session, campaign, number) for number in (1, 2)]
    operations.choose_proposals(session, urns, poll, both)
    operations.open_poll(session, urns, poll, at=clock.now())
    with pytest.raises(WrongStep):
        operations.choose_proposals(session, urns, poll, both)
