"""Two ideas that say the same are joined at the desk."""

from collections.abc import Callable

from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from participation.people.models import Service
from tests.builders import a_board, a_campaign, an_idea


def test_a_worker_joins_two_wordings(
    as_role: Callable[..., FlaskClient], client: FlaskClient, session: Session, service: Service
) -> None:
    board = a_board(session, a_campaign(session, service))
    first, other = an_idea(session, board), an_idea(session, board, "Parler français, tous.")
    session.commit()
    worker = as_role("worker")
    address = f"/fr/desk/campaigns/{board.campaign.short_name}/ideas"
    alone = worker.send(f"{address}/same", {"ideas": [str(first.id)]})
    assert alone.status_code == 409
    assert "Cochez deux idées" in alone.text
    assert worker.send(f"{address}/same", {"ideas": [first.id, other.id]}).status_code == 303
    session.expire_all()
    [kept] = [one for one in (first, other) if one.same_as_id is None]
    [joined] = [one for one in (first, other) if one is not kept]
    assert joined.same_as_id == kept.id
    assert "Parler français, tous." in worker.get(address).text
