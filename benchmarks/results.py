"""What results cost when an opening has 100,000 responses to ten questions.

The figures (recount), the first page of results from the stored figures, a breakdown on request,
and one more response, against a bare COUNT by question and option with the raw driver, in the same
run.
The rows are written in bulk into a folder of their own, or into an empty PostgreSQL database, and
are gone afterwards. Run it by hand:

    .venv/bin/python -m benchmarks.results [--responses 100000] [--url postgresql+psycopg://...]
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any
from uuid import uuid4

from flask.testing import FlaskClient
from sqlalchemy import event
from sqlalchemy.orm import Session

from benchmarks.rows import ATTRIBUTES, a_questionnaire, marks_of
from participation import clock
from participation.app import create_app
from participation.campaigns import operations as campaigns
from participation.campaigns.rules import Channel, ParticipationLevel
from participation.people import operations as people
from participation.people.rules import Role
from participation.questionnaires import breakdowns, operations
from participation.questionnaires.cuts import take_cut
from participation.questionnaires.models import Opening
from participation.settings import Settings, prepare_data_folder
from participation.storage.engine import Database
from participation.storage.migrate import migrate
from participation.wording import Words

AT_ONCE = 5_000
TRIES = 5
Took = tuple[float, float]


@dataclass
class Place:
    """Where it is measured."""

    settings: Settings
    database: Database
    opening_id: int
    account: str

    def page(self) -> str:
        """The address of the results."""
        return f"/fr/desk/campaigns/mesure/results/{self.opening_id}"


def main() -> None:
    """Load, measure, print, forget."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--responses", type=int, default=100_000)
    parser.add_argument("--url", default="")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = prepare(Path(folder), asked.url)
        empty = time_of_responses(place)
        begun = time.perf_counter()
        rows = load(place, asked.responses)
        print(f"{asked.responses} responses, {rows} answer rows, loaded in {since(begun):.0f} s")
        measure(place, empty)
        place.database.close()


def prepare(folder: Path, url: str) -> Place:
    """An installation with one open questionnaire."""
    prepare_data_folder(folder)
    more = {"PARTICIPATION_DATABASE_URL": url} if url else {}
    settings = Settings.from_environ({"PARTICIPATION_DATA": str(folder), **more})
    database = Database(settings.database_url)
    migrate(database)
    with database.write() as session:
        structure = people.create_structure(session, short_name="banc", name="Banc d’essai")
        service = people.create_service(session, structure, short_name="accueil", name="Accueil")
        account = people.create_account(session, structure, sign_in_name="banc", name="Banc")
        people.give_role(session, account, role=Role.MANAGER, service=None)
        opening = operations.open_questionnaire(
            session,
            a_questionnaire(session, structure.id),
            campaigns.create_campaign(
                session,
                structure.id,
                short_name="mesure",
                title=Words.of(fr="Mesure"),
                level_aimed=ParticipationLevel.CONSULTATION,
                services=[service],
                languages=["fr", "ar", "uk"],
                opens_on=clock.today(),
                closes_on=clock.today() + timedelta(days=9),
            ),
            service,
            channels=[Channel.KIOSK, Channel.LINK, Channel.PAPER],
            opens_on=clock.today(),
            closes_on=clock.today() + timedelta(days=9),
        )
        return Place(settings, database, opening.id, f"{account.id}.{account.version}")


def load(place: Place, responses: int) -> int:
    """Write the rows in bulk; how many answers there are."""
    chance, rows = random.Random(1), 0
    with place.database.write() as session:
        questions = list(session.get_one(Opening, place.opening_id).version.questions)
        session.connection().exec_driver_sql(
            "PRAGMA cache_size=-500000" if place.database.is_sqlite else "SELECT 1"
        )
        for _batch in range(0, responses, AT_ONCE):
            batch = [response(place, chance) for _one in range(min(AT_ONCE, responses))]
            answers = [
                {"id": chance.getrandbits(62), "opening_id": place.opening_id, **mark}
                for one in batch
                for mark in marks_of(questions, one["id"], chance)
            ]
            write(session, "response", batch)
            write(session, "answer", answers)
            rows += len(answers)
        take_cut(session, place.opening_id, at=clock.now())
    if not place.database.is_sqlite:
        with place.database.write() as session:
            session.connection().exec_driver_sql("ANALYZE")
    return rows


def write(session: Session, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows by the raw driver: COPY where there is one."""
    names = list(rows[0])
    columns = ", ".join(names)
    cursor = session.connection().connection.cursor()
    values = [[plain(row[name]) for name in names] for row in rows]
    if session.get_bind().dialect.name == "sqlite":
        holes = ", ".join("?" for _name in names)
        cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({holes})", values)  # noqa: S608  # Names of ours.
        return
    with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for one in values:
            copy.write_row(one)


def plain(value: Any) -> Any:
    """A value as the driver takes it."""
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def response(place: Place, chance: random.Random) -> dict[str, Any]:
    """One row of a response."""
    chosen = {name: chance.choice(values) for name, values in ATTRIBUTES.items()}
    return {
        "id": chance.getrandbits(62),
        "opening_id": place.opening_id,
        "read_in": chosen["language"],
        "day": clock.today(),
        **chosen,
    }


def measure(place: Place, empty: list[float]) -> None:
    """Everything against the floor."""
    floor = least(lambda: bare_count(place))
    show("floor: COUNT by question and option, raw driver", floor, floor)
    with place.database.write() as session:
        show("recount of everything", least(lambda: recount(session, place)), floor, limit=1.5)
    client = signed_in(place)
    statements = Counter(place.database)
    cold = timed(lambda: opened(client, place))
    show(f"page of results, templates not compiled yet ({statements.seen} statements)", cold, floor)
    show("page of results", least(lambda: opened(client, place)), floor, limit=0.3)
    for key, attribute in (("q2", "language"), ("q5", "channel"), ("q3", "assistance")):
        taken = timed(lambda: break_down(place, key, attribute))  # noqa: B023  # Called at once.
        show(f"breakdown of {key} by {attribute}", taken, floor, limit=0.5)
    full = time_of_responses(place)
    for name, times in (("an empty opening", empty), ("this opening", full)):
        cuts = statistics.quantiles(times, n=20)
        print(f"a response to {name}: p50 {1000 * cuts[9]:.2f} ms, p95 {1000 * cuts[18]:.2f} ms")
    print(f"ratio of medians: {statistics.median(full) / statistics.median(empty):.2f}")


def bare_count(place: Place) -> None:
    """Count the answers by question and option, with nothing in between."""
    connection = place.database.engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute(
            "SELECT question_id, option_id, count(*) FROM answer GROUP BY question_id, option_id"
        )
        if not cursor.fetchall():
            raise RuntimeError("there is nothing to count")
    finally:
        connection.close()


def recount(session: Session, place: Place) -> None:
    """All the figures anew."""
    take_cut(session, place.opening_id, at=clock.now())


def opened(client: FlaskClient, place: Place) -> None:
    """The page, whole."""
    answer = client.get(place.page())
    if answer.status_code != 200 or b"bar-count" not in answer.data:
        raise RuntimeError(f"the page answered {answer.status_code}")


def break_down(place: Place, key: str, attribute: str) -> None:
    """Choose and take one breakdown."""
    with place.database.write() as session:
        opening = session.get_one(Opening, place.opening_id)
        question = next(one for one in opening.version.questions if one.key == key)
        made = breakdowns.choose(session, opening, question.id, attribute=attribute)
        if not made.figures:
            raise RuntimeError("the breakdown was not taken")


def time_of_responses(place: Place) -> list[float]:
    """Seconds of each of a hundred responses, each in a transaction of its own."""
    return [timed(lambda: respond(place))[0] for _one in range(100)]


def respond(place: Place) -> None:
    """One complete response."""
    with place.database.write() as session:
        operations.respond(
            session,
            session.get_one(Opening, place.opening_id),
            gesture=uuid4(),
            language="fr",
            read_in="fr",
            channel=Channel.LINK,
            assistance=None,
            answers={"q1": ["good"], "q2": ["a"], "q3": ["b"], "q4": ["c"], "q5": ["a", "b"]},
            texts={"q8": "40"},
            day=clock.today(),
        )


def signed_in(place: Place) -> FlaskClient:
    """A browser of the manager."""
    client = create_app(place.settings, place.database).test_client()
    with client.session_transaction() as stored:
        stored["_user_id"], stored["_fresh"] = place.account, True
    return client


class Counter:
    """How many statements were sent since it was made."""

    def __init__(self, database: Database) -> None:
        """Listen."""
        self.seen = 0
        event.listen(database.engine, "before_cursor_execute", self.count)

    def count(self, *_arguments: object) -> None:
        """One more."""
        self.seen += 1


def least(act: Callable[[], object]) -> Took:
    """The shortest of several tries: neighbours on the machine only add."""
    return min(timed(act) for _try in range(TRIES))


def timed(act: Callable[[], object]) -> Took:
    """Seconds that it took, and seconds of processor in this process."""
    begun, worked = time.perf_counter(), time.process_time()
    act()
    return since(begun), time.process_time() - worked


def since(begun: float) -> float:
    """Seconds since a moment."""
    return time.perf_counter() - begun


def show(name: str, took: Took, floor: Took, *, limit: float | None = None) -> None:
    """One line, with the ratio to the floor and the limit that was promised."""
    seconds, worked = took
    verdict = "" if limit is None else f", limit {1000 * limit:.0f} ms"
    if limit is not None and seconds > limit:
        verdict += " MISSED"
    print(
        f"{name}: {1000 * seconds:.1f} ms ({1000 * worked:.1f} of processor here),"
        f" {seconds / floor[0]:.1f} times the floor{verdict}"
    )


if __name__ == "__main__":
    main()
