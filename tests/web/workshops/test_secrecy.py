"""What must never be seen, kept or measured before the reveal, and after it."""

import re
import sqlite3
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import product
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event
from sqlalchemy.orm import Session

from participation import clock
from participation.app import create_app
from participation.people.models import Service
from participation.settings import Settings
from participation.storage.engine import Database
from participation.storage.migrate import migrate
from participation.web.workshops.screen import SYMBOLS
from participation.workshops import operations
from participation.workshops.models import Urn
from tests import builders
from tests.conftest import SECRET
from tests.postgres import new_database
from tests.web.workshops.world import World, a_world, ballot, phone, vote

AsRole = Callable[..., FlaskClient]
ROLES = ("reception", "volunteer", "worker", "manager", "administrator")
ONE_SIDED, EVEN = [(3, 2, 0)] * 5, [(0, 2, 3), (1, 1, 1), (2, 0, 3), (0, 0, 0), (3, 1, 1)]

OF_THIS_POLL = re.compile(
    r"[0-9a-f]{8}-[0-9a-f-]{27}"  # a gesture
    r"|name=\"csrf_token\"[^>]*"
    r"|/polls/[0-9]+"
    r"|name=\"proposals\" value=\"[0-9]+\"|order-[0-9]+"
    r"|<path stroke[^>]*>"  # the QR code
    r"|#(?:" + "|".join(SYMBOLS) + r")\b"
)


def reading_paths(app: Flask, world: World) -> list[str]:
    """Every address of votes that is only read."""
    values = {
        "language": "fr",
        "code": world.poll.code,
        "poll_id": world.poll.id,
        "short_name": world.campaign.short_name,
        "at": "voted",
    }
    with app.test_request_context():
        from flask import url_for

        return [
            url_for(rule.endpoint, **{name: values[name] for name in rule.arguments})
            for rule in app.url_map.iter_rules()
            if rule.endpoint.startswith("workshops.")
            and "GET" in (rule.methods or ())
            and rule.arguments <= values.keys()
        ]


def seen(client: FlaskClient, paths: list[str], world: World) -> list[str]:
    """Every page as it is read, without what chance or the poll's own names put there."""
    own = {world.poll.code: "CODE", world.campaign.short_name: "NAME"}
    found = []
    for path in paths:
        html = client.get(path).get_data(as_text=True)
        for name, token in own.items():
            html = html.replace(name, token)
        found.append(OF_THIS_POLL.sub("", html))
    return found


@pytest.mark.parametrize("role", ["anyone", *ROLES])
@pytest.mark.parametrize("is_closed", [False, True])
def test_nothing_before_the_reveal_depends_on_a_choice(
    app: Flask,
    client: FlaskClient,
    as_role: AsRole,
    session: Session,
    database: Database,
    service: Service,
    role: str,
    is_closed: bool,
) -> None:
    """Two votes with other choices look the same on every page, to every role."""
    looker = client if role == "anyone" else as_role(role)
    pages = []
    for name, ballots in (("one-sided", ONE_SIDED), ("even", EVEN)):
        world = a_world(session, database, service, short_name=name)
        cards = world.cards(5)
        world.open()
        for card, marks in zip(cards, ballots, strict=True):
            assert vote(client, world.poll, card.code, *marks).status_code == 303
        if is_closed:
            world.close()
        pages.append(seen(looker, reading_paths(app, world), world))
    assert len(pages[0]) >= 12
    assert pages[0] == pages[1]


def test_asking_never_writes(app: Flask, world: World) -> None:
    world.cards(5)
    world.open()
    written: list[str] = []
    database = app.extensions["participation.database"]

    def watch(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.lstrip().upper().startswith(("SELECT", "SAVEPOINT", "RELEASE", "ROLL")):
            written.append(statement)

    engines = {database.engine, database.urn_engine}
    for engine in engines:
        event.listen(engine, "before_cursor_execute", watch)
    try:
        seen(app.test_client(), reading_paths(app, world), world)
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", watch)
    assert written == []


def test_a_phone_gets_no_cookie_and_keeps_nothing(client: FlaskClient, world: World) -> None:
    card, *_rest = world.cards()
    world.open()
    path = f"/fr/v/{world.poll.code}"
    answers = [
        client.get("/v"),
        client.get(f"/v/{world.poll.code}"),
        client.get(path),
        client.post(f"{path}/check", data=ballot(card.code, 1, 0, 0)),
        client.post(f"{path}/change", data=ballot(card.code, 1, 0, 0)),
        client.post(path, data=ballot("wrong", 1, 0, 0)),
        client.post(path, data=ballot(card.code, 1, 0, 0)),
        client.get(f"{path}/voted"),
    ]
    assert [answer.headers.get("Set-Cookie") for answer in answers] == [None] * 8
    assert all("no-store" in answer.headers["Cache-Control"] for answer in answers)


def test_answers_have_the_same_size_whatever_the_choice(client: FlaskClient, world: World) -> None:
    """What is asked for and what comes back: a listener on the network learns nothing."""
    cards = iter(world.cards(40))
    world.open()
    sizes: Counter[tuple[int, int, int, int]] = Counter()
    path = f"/fr/v/{world.poll.code}"
    for marks in product(range(4), repeat=3):
        if sum(marks) > 5 or len(sizes) > 1 or sum(sizes.values()) == 40:
            continue
        sent = ballot(next(cards).code, *marks)
        check = client.post(f"{path}/check", data=sent)
        changed = client.post(f"{path}/change", data=sent)
        done = client.post(path, data=sent)
        assert (check.status_code, changed.status_code, done.status_code) == (200, 200, 303)
        asked = sum(len(name) + len(value) for name, value in sent.items())
        sizes[asked, len(check.data), len(changed.data), len(done.data)] += 1
    assert list(sizes.values()) == [40]


def test_no_card_is_written_to_a_log(
    client: FlaskClient, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    card, *_rest = world.cards()
    world.open()
    caplog.set_level(0)
    vote(client, world.poll, card.code, 1, 0, 0)
    vote(client, world.poll, card.code, 0, 1, 0)
    assert card.code not in caplog.text


@pytest.fixture
def installation(tmp_path: Path, migrated: Database) -> Iterator[tuple[Flask, Database]]:
    """A whole installation of its own, where each request commits."""
    url = f"sqlite:///{tmp_path / 'participation.sqlite3'}"
    if not migrated.is_sqlite:
        url = new_database(migrated.url, f"votes_{uuid4().hex}")
    database = Database(url)
    migrate(database)
    yield create_app(settings_of(url, tmp_path), database), database
    database.close()


def settings_of(url: str, folder: Path) -> Settings:
    """Settings of an installation."""
    return Settings(data=folder, database_url=url, secret_key=SECRET, password_memory_kib=64)


@pytest.fixture
def real_world(installation: tuple[Flask, Database]) -> Iterator[World]:
    """A poll in that installation."""
    _app, database = installation
    with database.session() as session:
        structure = builders.a_structure(session)
        world = a_world(session, database, builders.a_service(session, structure))
        yield world
        world.urns.close()


def at_once(work: list[Callable[[], int]]) -> list[int]:
    """Run everything at the same moment; what each answered, in no order."""
    answers: list[int] = []
    gate = threading.Barrier(len(work))

    def run(one: Callable[[], int]) -> None:
        gate.wait()
        answers.append(one())

    threads = [threading.Thread(target=run, args=(one,)) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def casting(app: Flask, world: World, sent: dict[str, str]) -> Callable[[], int]:
    """One phone that sends one ballot."""
    return lambda: phone(app).post(f"/fr/v/{world.poll.code}", data=sent).status_code


def test_forty_phones_with_duplicates_and_replays_give_the_exact_tally(
    installation: tuple[Flask, Database], real_world: World
) -> None:
    app, _database = installation
    cards = real_world.cards(20)
    real_world.open()
    chosen = [EVEN[number % 5] for number in range(20)]
    sent = [ballot(card.code, *marks) for card, marks in zip(cards, chosen, strict=True)]
    replays = sent[:10]
    stolen = [ballot(card.code, 0, 0, 3) for card in cards[10:]]
    answers = at_once([casting(app, real_world, one) for one in (*sent, *replays, *stolen)])
    assert len(answers) == 40
    assert Counter(answers) == {303: 30, 409: 10}
    tally = operations.close_poll(
        real_world.session, real_world.urns, real_world.poll, at=clock.now()
    )
    assert tally.figures["ballots"] == 20


def test_the_exact_totals_when_nobody_steals(
    installation: tuple[Flask, Database], real_world: World
) -> None:
    app, _database = installation
    cards = real_world.cards(40)
    real_world.open()
    chosen = [EVEN[number % 5] for number in range(40)]
    sent = [ballot(card.code, *marks) for card, marks in zip(cards, chosen, strict=True)]
    assert at_once([casting(app, real_world, one) for one in sent]) == [303] * 40
    tally = operations.close_poll(
        real_world.session, real_world.urns, real_world.poll, at=clock.now()
    )
    assert tally.figures["totals"] == [sum(column) for column in zip(*chosen, strict=True)]
    assert tally.figures["blank"] == 8


def test_one_card_five_times_at_once_counts_once(
    installation: tuple[Flask, Database], real_world: World
) -> None:
    app, _database = installation
    card, *_rest = real_world.cards()
    real_world.open()
    five = [ballot(card.code, *marks) for marks in EVEN]
    answers = at_once([casting(app, real_world, one) for one in five])
    assert Counter(answers) == {303: 1, 409: 4}


def test_nothing_keeps_a_ballot_after_the_close(
    installation: tuple[Flask, Database], real_world: World, tmp_path: Path
) -> None:
    app, database = installation
    cards = real_world.cards(8)
    real_world.open()
    for card in cards[:6]:
        assert casting(app, real_world, ballot(card.code, 3, 1, 1))() == 303
    kept = bytes(real_world.urns.get_one(Urn, real_world.poll.id).ballots)
    real_world.urns.rollback()
    if database.is_sqlite:
        assert kept in (tmp_path / "participation.urns.sqlite3").read_bytes()
    real_world.close()
    database.vacuum_urns()
    assert len(kept) == 6
    assert bytes(real_world.urns.get_one(Urn, real_world.poll.id).ballots) == b""
    if database.is_sqlite:
        assert_no_trace(tmp_path / "participation.urns.sqlite3", kept)


def assert_no_trace(file: Path, kept: bytes) -> None:
    """Neither the bytes of the file nor its dump hold the ballots."""
    assert kept not in file.read_bytes()
    assert not file.with_name(f"{file.name}-journal").exists()
    with closing(sqlite3.connect(file)) as connection:
        dump = "\n".join(connection.iterdump())
    assert kept.hex().upper() not in dump.upper()
    assert "X''" in dump
