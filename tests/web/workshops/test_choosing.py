"""A vote prepared before its proposals are known gets them at the desk."""

from collections.abc import Callable

from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.workshops.models import BallotLine
from tests.web.workshops.world import World

AsRole = Callable[..., FlaskClient]


def lines(session: Session, world: World) -> list[int]:
    """The numbers of the proposals on the ballot, in order."""
    session.expire_all()
    found = session.scalars(
        select(BallotLine).where(BallotLine.poll_id == world.poll.id).order_by(BallotLine.position)
    )
    return [one.proposal.number for one in found]


def test_the_ballot_takes_what_is_ticked_in_the_order_typed(
    as_role: AsRole, session: Session, world: World
) -> None:
    worker, address = as_role("worker"), f"/fr/desk/polls/{world.poll.id}"
    first, _second, third = (line.proposal_id for line in world.poll.lines)
    assert f"{address}/proposals" in worker.get(address).get_data(as_text=True)
    sent = {"proposals": [first, third], f"order-{first}": "2", f"order-{third}": "1"}
    answer = worker.send(f"{address}/proposals", sent)
    assert (answer.status_code, answer.location) == (303, address)
    assert lines(session, world) == [3, 1]


def test_one_proposal_alone_changes_nothing(
    as_role: AsRole, session: Session, world: World
) -> None:
    worker, address = as_role("worker"), f"/fr/desk/polls/{world.poll.id}/proposals"
    sent = {"proposals": [world.poll.lines[0].proposal_id]}
    assert worker.send(address, sent).status_code == 409
    assert lines(session, world) == [1, 2, 3]


def test_an_open_vote_keeps_its_proposals(as_role: AsRole, session: Session, world: World) -> None:
    world.open()
    worker, address = as_role("worker"), f"/fr/desk/polls/{world.poll.id}/proposals"
    sent = {"proposals": [line.proposal_id for line in world.poll.lines[:2]]}
    assert worker.send(address, sent).status_code == 409
    assert lines(session, world) == [1, 2, 3]
