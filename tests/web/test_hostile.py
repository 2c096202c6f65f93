"""What no browser of ours sends gets a refusal, never a fault."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from participation import clock
from participation.commitments.models import Commitment
from participation.commitments.operations import commit_to, draft_decision, publish_decision
from participation.commitments.rules import Outcome
from participation.people.models import Service
from participation.storage.engine import Database
from participation.web.security import HEADERS
from participation.wording import Words
from tests import builders
from tests.web.workshops.world import World, a_world, ballot

HUGE = "9" * 19
LARGE = "9" * 10
ENDLESS = "9" * 5000
"""Python refuses to read a number of more than 4300 digits."""


@pytest.fixture
def world(session: Session, database: Database, service: Service) -> World:
    """A campaign with three proposals and a prepared vote."""
    return a_world(session, database, service)


@pytest.fixture
def commitment(session: Session, world: World) -> Commitment:
    """A commitment to the first proposal."""
    proposal = world.poll.lines[0].proposal
    decision = draft_decision(
        session,
        proposal,
        outcome=Outcome.RETAINED,
        reason_fr="Utile.",
        decider="La direction",
        decided_on=clock.today(),
        drafted_by="Thomas",
    )
    publish_decision(session, decision, by="Nadia", may_publish=True, at=clock.now())
    made = commit_to(
        session, decision, what=Words.of(fr="Ouvrir."), who="Thomas", due_on=clock.today()
    )
    session.commit()
    return made


@pytest.mark.parametrize("number", [LARGE, HUGE, ENDLESS, "٣"])
@pytest.mark.parametrize("path", ["/fr/b/%s", "/fr/b/%s/propose", "/fr/desk/accounts/%s"])
def test_an_endless_number_is_no_address(
    as_role: Callable[..., FlaskClient], path: str, number: str
) -> None:
    assert as_role("administrator").get(path % number).status_code == 404


@pytest.mark.parametrize("number", [HUGE, ENDLESS, "-1", "x", LARGE, "9" * 9])
def test_pages_that_nobody_turned_are_there(
    as_role: Callable[..., FlaskClient], session: Session, service: Service, number: str
) -> None:
    board = builders.a_board(session, builders.a_campaign(session, service))
    session.commit()
    administrator = as_role("administrator")
    for path in (
        f"/fr/b/{board.id}?page=",
        f"/fr/b/{board.id}?supported=",
        "/fr/desk/journal?before=",
    ):
        assert administrator.get(path + number).status_code == 200


@pytest.mark.parametrize("mark", [ENDLESS, HUGE, "٣", "-1"])
def test_an_endless_mark_is_one_too_many(client: FlaskClient, world: World, mark: str) -> None:
    code = world.cards()[0].code
    world.open()
    sent = {**ballot(code, 0, 0, 0), "mark-1": mark}
    for end in ("", "/check"):
        assert client.post(f"/fr/v/{world.poll.code}{end}", data=sent).status_code == 409


def test_an_endless_place_on_the_ballot_counts_as_none(
    as_role: Callable[..., FlaskClient], world: World
) -> None:
    ids = [str(line.proposal_id) for line in world.poll.lines]
    sent = {"proposals": ids, **{f"order-{one}": ENDLESS for one in ids}}
    answer = as_role("worker").send(f"/fr/desk/polls/{world.poll.id}/proposals", sent)
    assert answer.status_code == 303


def test_endless_counts_are_refused(
    as_role: Callable[..., FlaskClient], commitment: Commitment
) -> None:
    sent = {"progress": "done", "on": clock.today().isoformat(), "result": "Fait.", "people": HUGE}
    path = f"/fr/desk/commitments/{commitment.id}/follow-ups"
    assert as_role("worker").send(path, sent).status_code == 422


@pytest.mark.parametrize("replaces", ["x", HUGE, ENDLESS])
def test_no_answer_of_that_number_is_replaced(
    as_role: Callable[..., FlaskClient], world: World, replaces: str
) -> None:
    path = f"/fr/desk/proposals/{world.poll.lines[0].proposal_id}/answers"
    assert as_role("worker").send(path, {"replaces": replaces}).status_code in {404, 422}


@pytest.mark.parametrize("path", ["/v/%00", "/fr/v/%00/state", "/fr/c/%00/changed", "/q/%00"])
def test_nul_is_in_no_address(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_nul_is_in_no_text_of_the_desk(as_role: Callable[..., FlaskClient]) -> None:
    sent = {"name": "Ac\0cueil", "short_name": "accueil-2", "territory": "\0"}
    assert as_role("administrator").send("/fr/desk/structure", sent).status_code == 302


@pytest.mark.parametrize("origin", ["http://[", "null", "x", "http://elsewhere.example"])
def test_a_strange_origin_is_another_site(client: FlaskClient, world: World, origin: str) -> None:
    path = f"/fr/v/{world.poll.code}"
    sent = {"gesture": str(uuid4())}
    assert client.post(path, data=sent, headers={"Origin": origin}).status_code == 403


def test_static_files_are_protected_as_pages_are(app: Flask) -> None:
    answer = app.test_client().get("/static/img/mark.svg")
    assert answer.status_code == 200
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert "Access-Control-Allow-Origin" not in answer.headers
    answer.close()


def test_an_error_of_the_database_repeats_nothing_that_was_written(migrated: Database) -> None:
    own = Database(migrated.url)
    try:
        for engine in (own.engine, own.urn_engine):
            with engine.connect() as connected, pytest.raises(DBAPIError) as raised:
                connected.execute(text("SELECT :said FROM nowhere"), {"said": "my own words"})
            assert "my own words" not in str(raised.value)
    finally:
        own.close()
