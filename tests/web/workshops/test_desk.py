"""Plan, prepare, print, run: the desk."""

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.people.models import Service
from participation.workshops import urns
from participation.workshops.models import Poll, Urn, Workshop
from tests.builders import a_campaign, a_proposal
from tests.web.workshops.world import KEY, World, vote

AsRole = Callable[..., FlaskClient]
RUNNERS = ("worker", "manager", "administrator")


def page_of(response: object) -> BeautifulSoup:
    """A response as a page."""
    return BeautifulSoup(response.get_data(as_text=True), "html5lib")  # type: ignore[attr-defined]  # a test response


def at(world: World, step: str = "") -> str:
    """An address of the poll at the desk."""
    return f"/fr/desk/polls/{world.poll.id}{step}"


@pytest.fixture
def campaign(session: Session, service: Service) -> Campaign:
    """A campaign with three published proposals."""
    made = a_campaign(session, service)
    for number in (1, 2, 3):
        a_proposal(session, made, number)
    session.commit()
    return made


def test_a_workshop_is_planned_then_completed(
    as_role: AsRole, session: Session, campaign: Campaign, service: Service
) -> None:
    worker = as_role("worker")
    planned = {
        "service": service.id,
        "on": clock.today().isoformat(),
        "begins": "14h00",
        "ends": "16:00",
        "people_present": 0,
        "languages_spoken": 0,
        "interpreters": 2,
        "volunteer_hours": 0,
    }
    worker.send(f"/fr/desk/campaigns/{campaign.short_name}/workshops/new", planned)
    made = session.scalars(select(Workshop)).one()
    assert (made.begins, made.ends, made.interpreters) == ("14:00", "16:00", 2)
    worker.send(f"/fr/desk/workshops/{made.id}", {**planned, "people_present": 23})
    session.refresh(made)
    assert made.people_present == 23
    listed = worker.get(f"/fr/desk/campaigns/{campaign.short_name}/workshops")
    assert "23" in page_of(listed).select_one(".ledger").text


def test_a_poll_is_prepared_in_the_languages_of_the_campaign(
    as_role: AsRole, session: Session, campaign: Campaign
) -> None:
    worker, path = as_role("worker"), f"/fr/desk/campaigns/{campaign.short_name}/polls/new"
    page = page_of(worker.get(path))
    asked = {tag["name"]: tag["value"] for tag in page.select("input[name^=question]")}
    assert asked["question_ar"] == "بماذا نبدأ؟"
    ids = [tag["value"] for tag in page.select("input[name=proposals]")]
    order = {f"order-{ids[0]}": 3, f"order-{ids[1]}": 1, f"order-{ids[2]}": 2}
    sent = {**asked, **order, "proposals": ids, "method": "dots", "dots": 5, "cap": 3}
    worker.send(path, {**sent, "workshop": 0})
    poll = session.scalars(select(Poll)).one()
    assert [line.proposal.number for line in poll.lines] == [2, 3, 1]
    assert poll.question.get("uk") == "Що зробимо насамперед?"


def test_one_proposal_is_no_choice(as_role: AsRole, session: Session, campaign: Campaign) -> None:
    worker, path = as_role("worker"), f"/fr/desk/campaigns/{campaign.short_name}/polls/new"
    page = page_of(worker.get(path))
    asked = {tag["name"]: tag["value"] for tag in page.select("input[name^=question]")}
    one = page.select("input[name=proposals]")[0]["value"]
    answer = worker.send(
        path, {**asked, "proposals": [one], "method": "dots", "dots": 5, "cap": 3, "workshop": 0}
    )
    assert page_of(answer).select(".problems li")
    assert session.scalars(select(Poll)).all() == []


def test_cards_are_shown_once_and_stored_nowhere(as_role: AsRole, world: World) -> None:
    worker = as_role("worker")
    page = page_of(worker.send(at(world, "/cards"), {"real": 12, "test": 2}))
    assert [len(sheet.select(".vote-card")) for sheet in page.select(".card-sheet")] == [10, 2, 2]
    code = page.select_one(".vote-card-code").text
    digits = re.sub(r"\s", "", page.select_one(".vote-card-digits").text)
    assert len(digits) == 6
    for path in ("", "/live"):
        assert code not in worker.get(at(world, path)).get_data(as_text=True)
    found = urns.find_card(world.urns, world.poll.id, key=KEY, code=code)
    assert found is urns.find_card(world.urns, world.poll.id, key=KEY, code=digits, by_digits=True)


def test_the_run_page_has_one_button_for_the_next_step(as_role: AsRole, world: World) -> None:
    world.cards(5)
    worker = as_role("worker")
    for step, state in (("open", "open"), ("close", "closed")):
        page = page_of(worker.get(at(world)))
        [button] = page.select(".button-primary")
        assert button.find_parent("form")["action"].endswith(f"/{step}")
        assert worker.send(at(world, f"/{step}")).status_code == 302
        world.session.expire_all()
        assert world.poll.state.value == state


def test_somebody_else_pressed_first(as_role: AsRole, world: World) -> None:
    worker, manager = as_role("worker"), as_role("manager")
    for step in ("open", "close"):
        assert worker.send(at(world, f"/{step}")).status_code == 302
        answer = manager.send(at(world, f"/{step}"))
        assert answer.status_code == 409
        assert "avant vous" in page_of(answer).select_one(".notice").text


def test_a_spoilt_card_votes_no_more(as_role: AsRole, client: FlaskClient, world: World) -> None:
    card, *_rest = world.cards()
    world.open()
    as_role("worker").send(at(world, "/void"), {"digits": f"{card.digits[:3]} {card.digits[3:]}"})
    assert vote(client, world.poll, card.code, 1, 0, 0).status_code == 409


def paper(digits: str, *marks: int) -> dict[str, str]:
    """A paper ballot as it is keyed in."""
    lines = {f"mark-{place}": str(mark) for place, mark in enumerate(marks, 1)}
    return {"gesture": str(uuid4()), "card": digits, **lines}


def test_a_paper_ballot_is_keyed_in_by_its_digits(as_role: AsRole, world: World) -> None:
    card, other, *_rest = world.cards()
    world.open()
    worker = as_role("worker")
    assert worker.send(at(world, "/paper"), paper(card.digits, 3, 2, 0)).status_code == 302
    assert worker.send(at(world, "/paper"), paper(card.digits, 3, 2, 0)).status_code == 409
    assert worker.send(at(world, "/paper"), paper(other.code, 3, 2, 0)).status_code == 409
    assert urns.cards_used(world.urns, world.poll.id) == 1


def test_ten_wrong_cards_in_a_minute_pause_the_desk(
    as_role: AsRole, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    card, *_rest = world.cards()
    world.open()
    worker = as_role("worker")
    for _ in range(10):
        assert worker.send(at(world, "/paper"), paper("1", 1)).status_code == 409
    paused = worker.send(at(world, "/paper"), paper(card.digits, 1))
    assert "Attendez" in page_of(paused).select_one(".notice").text
    assert urns.cards_used(world.urns, world.poll.id) == 0
    later = clock.now() + timedelta(seconds=61)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert worker.send(at(world, "/paper"), paper(card.digits, 1)).status_code == 302


def test_closing_leaves_no_ballot_in_the_urn(
    as_role: AsRole, client: FlaskClient, world: World
) -> None:
    cards = world.cards(5)
    world.open()
    for card in cards:
        vote(client, world.poll, card.code, 2, 2, 1)
    as_role("worker").send(at(world, "/close"))
    world.urns.expire_all()
    assert bytes(world.urns.get_one(Urn, world.poll.id).ballots) == b""


def test_under_five_ballots_only_the_order_and_only_if_the_group_agrees(
    as_role: AsRole, client: FlaskClient, world: World
) -> None:
    cards = world.cards(4)
    world.open()
    for card in cards:
        vote(client, world.poll, card.code, 3, 1, 0)
    world.close()
    worker = as_role("worker")
    assert worker.send(at(world, "/reveal")).status_code == 409
    assert worker.send(at(world, "/reveal"), {"group_agrees": "y"}).status_code == 302
    page = page_of(worker.get(at(world)))
    assert not page.select(".ledger")
    assert len(page.select(".vote-list li")) == 3
    screen = page_of(client.get(f"/fr/screen/{world.poll.code}"))
    assert [tag.text for tag in screen.select(".result .rank bdi")] == ["1", "2", "3"]
    assert not screen.select(".points, .dots")
    assert not page_of(client.get(f"/fr/v/{world.poll.code}")).select(".vote-result")


@pytest.mark.parametrize("role", ["reception", "volunteer"])
def test_others_do_not_run_votes(as_role: AsRole, world: World, role: str) -> None:
    assert as_role(role).get(at(world)).status_code == 403


def test_another_structure_finds_nothing(stranger: FlaskClient, world: World) -> None:
    for path in ("", "/paper", "/live"):
        assert stranger.get(at(world, path)).status_code == 404
    for path in ("/open", "/close", "/reveal", "/cards", "/void", "/paper"):
        assert stranger.send(at(world, path), {"digits": "1", "real": 1}).status_code == 404


def test_the_campaign_leads_to_its_votes(as_role: AsRole, world: World) -> None:
    page = page_of(as_role("worker").get(f"/fr/desk/campaigns/{world.campaign.short_name}"))
    addresses = [link["href"] for link in page.select(".loop a")]
    assert f"/fr/desk/campaigns/{world.campaign.short_name}/workshops" in addresses
