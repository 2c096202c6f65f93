"""One card, one ballot; the urn tells nothing but its count."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy.orm import Session

from participation import clock
from participation.people.models import Service
from participation.storage.engine import Database
from participation.wording import Words
from participation.workshops import operations, urns
from participation.workshops.models import Poll, Urn
from participation.workshops.rules import (
    BallotBroken,
    CardUsed,
    Method,
    NothingToVoteOn,
    PollNotOpen,
    UnknownCard,
)
from tests.builders import a_campaign, a_proposal

KEY = b"a key for tests"


@pytest.fixture
def urn_session(database: Database) -> Session:
    return database.urn_session()


@pytest.fixture
def poll(session: Session, urn_session: Session, service: Service) -> Poll:
    campaign = a_campaign(session, service)
    proposals = [a_proposal(session, campaign, number) for number in (1, 2, 3)]
    return operations.prepare_poll(
        session,
        urn_session,
        campaign,
        question=Words.of(fr="Quoi en premier ?"),
        method=Method.DOTS,
        proposals=proposals,
    )


def cards(session: Session, urn_session: Session, poll: Poll, real: int = 3) -> list[str]:
    made = operations.print_cards(session, urn_session, poll, key=KEY, real=real, by="Nadia")
    return [card.code for card in made]


def cast(urn_session: Session, poll: Poll, code: str, gesture: UUID, **given: int) -> bool:
    marks = {position.removeprefix("n"): dots for position, dots in given.items()}
    return urns.cast(
        urn_session, urns.Ballots.of(poll), key=KEY, code=code, gesture=gesture, given=marks
    )


def test_the_same_card_and_gesture_count_once(
    session: Session, urn_session: Session, poll: Poll
) -> None:
    code, *_rest = cards(session, urn_session, poll)
    operations.open_poll(session, urn_session, poll, at=clock.now())
    gesture = uuid4()
    assert cast(urn_session, poll, code, gesture, n1=3, n2=2)
    assert not cast(urn_session, poll, code, gesture, n1=3, n2=2)
    with pytest.raises(CardUsed):
        cast(urn_session, poll, code, uuid4(), n1=1)
    assert urns.cards_used(urn_session, poll.id) == 1


def test_a_card_stays_good_when_the_ballot_is_refused(
    session: Session, urn_session: Session, poll: Poll
) -> None:
    code, *_rest = cards(session, urn_session, poll)
    with pytest.raises(PollNotOpen):
        cast(urn_session, poll, code, uuid4(), n1=1)
    operations.open_poll(session, urn_session, poll, at=clock.now())
    with pytest.raises(BallotBroken):
        cast(urn_session, poll, code, uuid4(), n1=4)
    with pytest.raises(BallotBroken):
        cast(urn_session, poll, code, uuid4(), n1=3, n2=3)
    with pytest.raises(UnknownCard):
        cast(urn_session, poll, "no such card", uuid4(), n1=1)
    assert cast(urn_session, poll, code, uuid4(), n1=1)


def test_closing_counts_and_deletes_the_ballots(
    session: Session, urn_session: Session, poll: Poll
) -> None:
    codes = cards(session, urn_session, poll)
    operations.open_poll(session, urn_session, poll, at=clock.now())
    for code, given in zip(codes, ({"n1": 3, "n2": 2}, {"n2": 1}, {}), strict=True):
        cast(urn_session, poll, code, uuid4(), **given)
    tally = operations.close_poll(session, urn_session, poll, at=clock.now())
    assert tally.figures == {"totals": [3, 3, 0], "ballots": 3, "blank": 1, "dots": 5}
    assert bytes(urn_session.get_one(Urn, poll.id).ballots) == b""


def test_after_the_closing_a_card_is_told_that_the_vote_is_over(
    session: Session, urn_session: Session, poll: Poll
) -> None:
    used, unused, *_rest = cards(session, urn_session, poll)
    operations.open_poll(session, urn_session, poll, at=clock.now())
    gesture = uuid4()
    assert cast(urn_session, poll, used, gesture, n1=1)
    operations.close_poll(session, urn_session, poll, at=clock.now())
    with pytest.raises(PollNotOpen):
        cast(urn_session, poll, unused, uuid4(), n1=1)
    assert not cast(urn_session, poll, used, gesture, n1=1)
    with pytest.raises(CardUsed):
        cast(urn_session, poll, used, uuid4(), n1=1)


def test_the_bytes_of_the_urn_do_not_depend_on_the_order(
    session: Session, urn_session: Session, poll: Poll
) -> None:
    codes = cards(session, urn_session, poll, 4)
    operations.open_poll(session, urn_session, poll, at=clock.now())
    votes = [{"n1": 3}, {"n2": 3}, {"n3": 1}, {}]
    for code, given in zip(codes, votes, strict=True):
        cast(urn_session, poll, code, uuid4(), **given)
    kept = bytes(urn_session.get_one(Urn, poll.id).ballots)
    width = urns.Ballots.of(poll).layout.width
    pieces = [kept[i : i + width] for i in range(0, len(kept), width)]
    assert pieces == sorted(pieces)
    assert len(pieces) == 4


def test_a_count_that_a_crash_left_beside_the_urn_is_copied_at_the_start(
    session: Session, urn_session: Session, poll: Poll
) -> None:
    code, *_rest = cards(session, urn_session, poll)
    operations.open_poll(session, urn_session, poll, at=clock.now())
    cast(urn_session, poll, code, uuid4(), n1=2)
    urns.close_urn(urn_session, urns.Ballots.of(poll))
    assert operations.finish_closing(session, urn_session, at=clock.now()) == 1
    assert poll.tally is not None
    assert poll.tally.figures["totals"] == [2, 0, 0]
    assert operations.finish_closing(session, urn_session, at=clock.now()) == 0


def test_a_poll_without_proposals_does_not_open(
    session: Session, urn_session: Session, poll: Poll
) -> None:
    empty = operations.prepare_poll(
        session,
        urn_session,
        poll.campaign,
        question=poll.question,
        method=Method.DOTS,
        proposals=[],
    )
    with pytest.raises(NothingToVoteOn):
        operations.open_poll(session, urn_session, empty, at=clock.now())


def test_signs_that_look_alike_are_the_same_code() -> None:
    assert urns.as_typed(" k7m4-qx2o-9hil ") == "K7M4QX209H11"


def test_the_key_of_the_cards_is_not_the_secret_key() -> None:
    key = urns.key_from("a secret")
    assert key != urns.key_from("another secret")
    assert b"a secret" not in key
