"""Voting on a phone."""

import re
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from participation.people.models import Service
from participation.storage.engine import Database
from participation.workshops import urns
from participation.workshops.rules import Method
from tests.web.workshops.world import World, a_world, ballot, vote

TAGS = ("fr", "en", "ar", "fa-AF", "uk")


def read(client: FlaskClient, path: str, status: int = 200) -> BeautifulSoup:
    """A page that must be there."""
    response = client.get(path)
    assert response.status_code == status
    return BeautifulSoup(response.get_data(as_text=True), "html5lib")


def test_the_short_code_is_typed_as_people_type(client: FlaskClient, world: World) -> None:
    typed = f" {world.poll.code.lower()} "
    response = client.get("/v", query_string={"code": typed})
    assert response.location.endswith(f"/v/{world.poll.code}")
    assert client.get("/v?code=ZZZZ9").status_code == 404


def test_a_code_leads_to_the_languages_of_the_campaign(client: FlaskClient, world: World) -> None:
    page = read(client, f"/v/{world.poll.code}")
    links = [link["href"] for link in page.select(".language a")]
    assert links == [f"/{tag}/v/{world.poll.code}" for tag in TAGS]


@pytest.mark.parametrize("tag", TAGS)
def test_the_ballot_is_there_in_every_language(client: FlaskClient, world: World, tag: str) -> None:
    world.open()
    page = read(client, f"/{tag}/v/{world.poll.code}")
    assert len(page.select("[data-line]")) == 3
    assert len(page.select("input[name=mark-1]")) == 4


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("fr", "3 au plus"),
        ("en", "3 at most"),
        ("ar", "3 على الأكثر"),
        ("fa-AF", "حداکثر 3"),
        ("uk", "Щонайбільше 3"),
    ],
)
def test_the_plus_can_say_how_many_dots_one_action_takes(
    client: FlaskClient, world: World, tag: str, said: str
) -> None:
    world.open()
    page = read(client, f"/{tag}/v/{world.poll.code}")
    assert [cap.text for cap in page.select("[data-steps] [data-cap][hidden]")] == [said] * 3


def test_a_vote_is_looked_at_then_cast(client: FlaskClient, world: World) -> None:
    card, *_rest = world.cards()
    world.open()
    sent = ballot(card.code, 3, 0, 2)
    check = client.post(f"/fr/v/{world.poll.code}/check", data=sent)
    page = BeautifulSoup(check.get_data(as_text=True), "html5lib")
    kept = {tag["name"]: tag["value"] for tag in page.select("form input[type=hidden]")}
    assert kept == sent
    assert urns.cards_used(world.urns, world.poll.id) == 0
    done = client.post(f"/fr/v/{world.poll.code}", data=kept)
    assert done.status_code == 303
    assert urns.cards_used(world.urns, world.poll.id) == 1
    assert "Votre vote" in read(client, done.location).text


def test_the_same_gesture_again_is_a_thank_you(client: FlaskClient, world: World) -> None:
    card, *_rest = world.cards()
    world.open()
    sent = ballot(card.code, 1, 0, 0)
    answers = [client.post(f"/fr/v/{world.poll.code}", data=sent) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert urns.cards_used(world.urns, world.poll.id) == 1


def test_a_card_typed_in_small_letters_with_its_hyphens_votes(
    client: FlaskClient, world: World
) -> None:
    card, *_rest = world.cards()
    world.open()
    assert vote(client, world.poll, urns.as_printed(card.code).lower(), 1, 0, 0).status_code == 303


def test_six_digits_do_not_vote_on_a_phone(client: FlaskClient, world: World) -> None:
    card, *_rest = world.cards()
    world.open()
    assert vote(client, world.poll, card.digits, 1, 0, 0).status_code == 409


@pytest.mark.parametrize("marks", [(3, 3, 0), (4, 0, 0), (-1, 0, 0), (1, 1, 1, 1)])
def test_a_broken_ballot_keeps_what_was_chosen(
    client: FlaskClient, world: World, marks: tuple[int, ...]
) -> None:
    card, *_rest = world.cards()
    world.open()
    for path in ("", "/check"):
        sent = ballot(card.code, *marks)
        answer = client.post(f"/fr/v/{world.poll.code}{path}", data=sent)
        assert answer.status_code == 409
        page = BeautifulSoup(answer.get_data(as_text=True), "html5lib")
        assert page.select_one("#card")["value"] == card.code
        checked = [tag["value"] for tag in page.select("input[type=radio][checked]")]
        assert checked == [str(mark) if 0 <= mark <= 3 else "0" for mark in marks[:3]]
    assert vote(client, world.poll, card.code, 3, 2, 0).status_code == 303


def test_each_refusal_has_its_own_sentence(client: FlaskClient, world: World) -> None:
    used, voided, _third, test = world.cards(3, 1)
    early = vote(client, world.poll, used.code, 1)
    world.open()
    vote(client, world.poll, used.code, 1, 0, 0)
    urns.void_card(world.urns, world.poll.id, key=key(), digits=voided.digits)
    world.urns.commit()
    answers = [early] + [
        vote(client, world.poll, code, 1) for code in (used.code, voided.code, test.code, "no")
    ]
    assert [answer.status_code for answer in answers] == [409] * 5
    sentences = [notice(answer.get_data(as_text=True)) for answer in answers]
    assert len(set(sentences)) == 5


def key() -> bytes:
    """The key of the installation under test."""
    from tests.web.workshops.world import KEY

    return KEY


def notice(html: str) -> str:
    """The first notice of a page."""
    found = BeautifulSoup(html, "html5lib").select_one(".notice")
    assert found is not None
    return found.text.strip()


def test_a_missing_gesture_changes_nothing(client: FlaskClient, world: World) -> None:
    card, *_rest = world.cards()
    world.open()
    answer = client.post(f"/fr/v/{world.poll.code}", data={"card": card.code, "mark-1": "1"})
    assert answer.status_code == 409
    assert urns.cards_used(world.urns, world.poll.id) == 0


def test_a_test_card_is_tried_before_the_vote(client: FlaskClient, world: World) -> None:
    *_real, test = world.cards(1, 1)
    page = read(client, f"/fr/v/{world.poll.code}?try=1")
    assert page.select_one("input[name=try]") is not None
    done = client.post(f"/fr/v/{world.poll.code}", data={**ballot(test.code, 1), "try": "1"})
    assert done.location.endswith("/tried")
    assert urns.cards_used(world.urns, world.poll.id) == 0


def test_approval_says_yes_as_often_as_one_likes(
    client: FlaskClient, session: object, database: Database, service: Service
) -> None:
    world = a_world(session, database, service, Method.APPROVAL)  # type: ignore[arg-type]  # a fixture
    card, *_rest = world.cards()
    world.open()
    assert len(read(client, f"/fr/v/{world.poll.code}").select("input[name=mark-1]")) == 2
    assert vote(client, world.poll, card.code, 1, 1, 1).status_code == 303


def test_asking_again_costs_nothing_when_nothing_changed(client: FlaskClient, world: World) -> None:
    first = client.get(f"/fr/v/{world.poll.code}/state")
    again = {"If-None-Match": first.headers["ETag"]}
    second = client.get(f"/fr/v/{world.poll.code}/state", headers=again)
    assert (second.status_code, second.data) == (304, b"")
    world.open()
    assert client.get(f"/fr/v/{world.poll.code}/state", headers=again).status_code == 200


def test_the_result_comes_to_the_phone_after_the_reveal(client: FlaskClient, world: World) -> None:
    cards = world.cards(5)
    world.open()
    for card in cards:
        vote(client, world.poll, card.code, 3, 1, 0)
    world.close()
    path = f"/fr/v/{world.poll.code}"
    assert not read(client, path).select(".vote-result")
    world.reveal()
    page = read(client, path)
    assert [tag.text for tag in page.select(".points")] == ["15", "5", "0"]
    assert re.sub(r"\s+", " ", page.select_one(".vote-figures").text).count("20") == 1


def test_an_unknown_poll_or_gesture_is_refused(client: FlaskClient, world: World) -> None:
    assert client.get("/fr/v/ZZZZZ").status_code == 404
    assert client.post("/fr/v/ZZZZZ", data=ballot("x", 1)).status_code == 404
    foreign = {"Origin": "http://elsewhere.example"}
    sent = ballot("x", 1, gesture=str(uuid4()))
    assert client.post(f"/fr/v/{world.poll.code}", data=sent, headers=foreign).status_code == 403
