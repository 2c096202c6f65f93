"""Five taps on the same button, at the same moment, on a real database."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.rules import Channel
from participation.questionnaires import operations, queries
from participation.questionnaires.models import Answer, Response
from participation.receipts.operations import OtherContent
from participation.storage.engine import Database
from participation.storage.migrate import migrate
from participation.voices.models import Utterance
from tests import builders
from tests.postgres import new_database
from tests.questionnaires.conftest import build_questionnaire

TAPS = 5


@pytest.fixture
def real(tmp_path: Path, migrated: Database) -> Iterator[Database]:
    """A database of its own, of the kind that the tests run on; its transactions really commit."""
    url = f"sqlite:///{tmp_path / 'participation.sqlite3'}"
    if not migrated.is_sqlite:
        url = new_database(migrated.url, f"at_once_{uuid4().hex}")
    made = Database(url)
    migrate(made)
    yield made
    made.close()


def prepare(database: Database) -> str:
    """An opening, and the token of its address."""
    with database.write() as session:
        structure = builders.a_structure(session)
        service = builders.a_service(session, structure)
        campaign = builders.a_campaign(session, service)
        version = build_questionnaire(session, structure.id).versions[0]
        today = clock.today()
        opening = operations.open_questionnaire(
            session,
            version,
            campaign,
            service,
            channels=[Channel.LINK],
            opens_on=today,
            closes_on=today + timedelta(days=1),
        )
        return opening.token


def tap(session: Session, token: str, gesture: object, face: str) -> bool:
    """Send one response."""
    return operations.respond(
        session,
        queries.opening_of_token(session, token),
        gesture=gesture,  # type: ignore[arg-type]  # a UUID
        language="ar",
        read_in="ar",
        channel=Channel.LINK,
        assistance=None,
        answers={"welcome": [face]},
        texts={"add": "شكرًا"},
        day=clock.today(),
    )


def all_at_once(database: Database, token: str, faces: list[str]) -> list[object]:
    """The same gesture from several threads that start together."""
    gate, gesture, seen = threading.Barrier(len(faces)), uuid4(), list[object]()

    def send(face: str) -> None:
        gate.wait()
        try:
            with database.write() as session:
                seen.append(tap(session, token, gesture, face))
        except OtherContent:
            seen.append("kept aside")

    threads = [threading.Thread(target=send, args=(face,)) for face in faces]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return seen


def how_many(database: Database) -> tuple[int, int, int]:
    """Responses, answers and utterances."""
    with database.session() as session:
        one, two, three = (
            session.scalar(select(func.count()).select_from(model)) or 0
            for model in (Response, Answer, Utterance)
        )
        return one, two, three


def test_five_taps_are_one_response(real: Database) -> None:
    seen = all_at_once(real, prepare(real), ["good"] * TAPS)
    assert sorted(map(str, seen)) == ["False"] * (TAPS - 1) + ["True"]
    assert how_many(real) == (1, 2, 1)


def test_of_five_different_ones_the_first_counts(real: Database) -> None:
    seen = all_at_once(real, prepare(real), ["good", "bad", "very_good", "not_good", "good"])
    assert seen.count(True) == 1
    assert how_many(real) == (1, 2, 1)
