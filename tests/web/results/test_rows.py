"""Responses one by one: the administrator alone, late, journaled, without anything but answers."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.journal.models import JournalEntry
from participation.people.models import Service
from participation.questionnaires import operations
from participation.questionnaires.models import Opening, Response
from participation.questionnaires.rows import rows_of
from participation.questionnaires.rules import RowsNotYet, TooFewForRows
from participation.questionnaires.shown import shown
from tests.questionnaires import every_kind
from tests.questionnaires.every_kind import Sent

AsRole = Callable[..., FlaskClient]
GOOD = {"wanted": "json", "purpose": "Mémoire de master", "understood": "y"}
RESPONSES = 60


@pytest.fixture
def sent(session: Session, campaign: Campaign, service: Service) -> tuple[Opening, Sequence[Sent]]:
    """An opening of every kind, and what was sent to it; closed for more than a day."""
    version = every_kind.a_version(session, campaign.structure_id)
    opening = every_kind.an_opening(session, version, campaign, service)
    given = every_kind.send_all(session, opening, RESPONSES)
    operations.close_opening(session, opening, at=clock.now() - timedelta(hours=25))
    session.commit()
    return opening, given


def address(opening: Opening) -> str:
    """The page of its rows."""
    return f"/fr/desk/campaigns/{opening.campaign.short_name}/results/{opening.id}/rows"


def rows_in(content: bytes) -> list[dict[str, Any]]:
    """The rows of a JSON file."""
    found: list[dict[str, Any]] = json.loads(content)["Réponses"]
    return found


def one_choice(sent: Sequence[Sent], key: str) -> Counter[object]:
    """An independent recount of a question with one answer."""
    return Counter(answer for one in sent for answer in one.answers.get(key, ()))


def test_the_rows_hold_what_was_sent(as_role: AsRole, sent: tuple[Opening, Sequence[Sent]]) -> None:
    opening, given = sent
    got = as_role("administrator").send(address(opening), GOOD)
    rows = rows_in(got.data)
    assert len(rows) == RESPONSES
    for key in ("welcome", "first", "why", "place"):
        found = Counter(row[key] for row in rows if row[key] is not None)
        assert found == one_choice(given, key)
    for key in ("french", "work", "home", "nothing"):
        ticked = sum(1 for one in given if key in one.answers.get("needs", ()))
        assert sum(row[f"needs.{key}"] or 0 for row in rows) == ticked
    for key in ("speed", "listen", "clear"):
        places = Counter(row[f"order.{key}"] for row in rows if row[f"order.{key}"])
        assert places == Counter(
            int(pair.partition("=")[2])
            for one in given
            for pair in one.answers.get("order", ())
            if pair.startswith(f"{key}=")
        )
    calm = Counter(row["agree.calm"] for row in rows if row["agree.calm"])
    assert calm == Counter(
        pair.partition("=")[2]
        for one in given
        for pair in one.answers.get("agree", ())
        if pair.startswith("calm=")
    )
    waits = [float(one.texts["wait"]) for one in given if "wait" in one.texts]
    assert Counter(row["wait"] for row in rows if row["wait"] is not None) == Counter(
        int(wait) // 20 * 20 for wait in waits
    )
    assert {row["wait.apart"] for row in rows} == {None, "dont_know"}
    since = Counter(row["since"] for row in rows if row["since"])
    assert since == Counter(
        int(one.texts["since"][:7].replace("-", "")) for one in given if "since" in one.texts
    )


def test_a_row_is_one_response_whole(as_role: AsRole, sent: tuple[Opening, Sequence[Sent]]) -> None:
    opening, given = sent
    rows = rows_in(as_role("administrator").send(address(opening), GOOD).data)
    pairs = Counter((row["welcome"], row["why"], row["place"]) for row in rows)
    keys = ("welcome", "why", "place")
    assert pairs == Counter(tuple(one.answers.get(key, [None])[0] for key in keys) for one in given)


def test_nothing_but_answers_is_in_it(
    as_role: AsRole, session: Session, sent: tuple[Opening, Sequence[Sent]]
) -> None:
    opening, _given = sent
    client = as_role("administrator")
    for wanted in ("csv", "xlsx", "ods"):
        assert client.send(address(opening), {**GOOD, "wanted": wanted}).status_code == 200
    content = client.send(address(opening), GOOD).data.decode()
    assert "Des mots" not in content
    ids = session.scalars(select(Response.id).order_by(Response.id)).all()
    assert not any(str(one) in content for one in ids)
    names = set(rows_in(content.encode())[0])
    assert not {name for name in names if name.startswith(("wishes", "tell", "told"))}
    assert not names & {"language", "channel", "assistance", "day"}
    hidden = {one.key for one in shown(session, [opening]).questions if one.withheld}
    assert not {name.partition(".")[0] for name in names} & hidden


def test_two_files_are_in_two_orders(
    session: Session, sent: tuple[Opening, Sequence[Sent]]
) -> None:
    opening, _given = sent
    first, second = (rows_of(session, opening, at=clock.now()) for _ in range(2))
    assert first.rows != second.rows
    assert Counter(first.rows) == Counter(second.rows)


def test_each_file_is_in_the_journal(
    as_role: AsRole, session: Session, sent: tuple[Opening, Sequence[Sent]]
) -> None:
    opening, _given = sent
    got = as_role("administrator").send(address(opening), GOOD)
    assert "-rows-" in got.headers["Content-Disposition"]
    entry = session.scalars(select(JournalEntry)).one()
    assert entry.act == "rows_exported"
    assert entry.subject == (
        f"{opening.campaign.short_name}: tout 1, {opening.service.name}, 60 json. Mémoire de master"
    )


@pytest.mark.parametrize(
    ("left_out", "sentence"),
    [("purpose", "Écrivez à quoi il sert."), ("understood", "Cochez cette case")],
)
def test_without_a_purpose_and_a_promise_there_is_no_file(
    as_role: AsRole,
    session: Session,
    sent: tuple[Opening, Sequence[Sent]],
    left_out: str,
    sentence: str,
) -> None:
    told = {name: value for name, value in GOOD.items() if name != left_out}
    got = as_role("administrator").send(address(sent[0]), told)
    assert got.status_code == 422
    assert sentence in got.text
    assert session.scalar(select(func.count()).select_from(JournalEntry)) == 0


@pytest.mark.parametrize("role", ["manager", "worker", "reception", "volunteer"])
def test_nobody_else_gets_rows_even_by_the_address(
    as_role: AsRole, stranger: FlaskClient, sent: tuple[Opening, Sequence[Sent]], role: str
) -> None:
    here = address(sent[0])
    client = as_role(role)
    assert client.get(here).status_code == 403
    assert client.send(here, GOOD).status_code == 403
    assert stranger.get(here).status_code == 404
    assert stranger.send(here, GOOD).status_code == 404


def test_no_rows_while_another_may_arrive(
    as_role: AsRole, session: Session, sent: tuple[Opening, Sequence[Sent]]
) -> None:
    opening, _given = sent
    opening.closed_at = clock.now() - timedelta(hours=23)
    session.commit()
    client = as_role("administrator")
    assert "Des réponses peuvent encore arriver" in client.get(address(opening)).text
    got = client.send(address(opening), GOOD)
    assert got.status_code == 422
    assert session.scalar(select(func.count()).select_from(JournalEntry)) == 0
    with pytest.raises(RowsNotYet):
        rows_of(session, opening, at=clock.now())


def test_no_rows_under_eleven(
    as_role: AsRole, session: Session, campaign: Campaign, service: Service
) -> None:
    version = every_kind.a_version(session, campaign.structure_id)
    opening = every_kind.an_opening(session, version, campaign, service)
    every_kind.send_all(session, opening, 10)
    opening.closed_at = clock.now() - timedelta(days=2)
    session.commit()
    with pytest.raises(TooFewForRows):
        rows_of(session, opening, at=clock.now())
    client = as_role("administrator")
    assert "Moins de 11 réponses" in client.get(address(opening)).text
    assert client.send(address(opening), GOOD).status_code == 422


def test_the_page_says_what_it_is(as_role: AsRole, sent: tuple[Opening, Sequence[Sent]]) -> None:
    page = as_role("administrator").get(address(sent[0])).text
    assert "Ce fichier peut trahir des personnes" in page
    assert "60 réponses" in page
