"""The desk and the pages of a campaign."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns import operations
from participation.campaigns.models import Campaign
from participation.campaigns.rules import CampaignState, ParticipationLevel
from participation.journal.models import JournalEntry
from participation.people.models import Service, Structure
from participation.wording import State, Words
from participation.workshops.models import Poll
from participation.workshops.rules import Method, PollState
from tests import builders

DESK = "/fr/desk/campaigns"


@pytest.fixture
def campaign(session: Session, service: Service) -> Campaign:
    """A campaign that is open today."""
    made = builders.a_campaign(session, service)
    session.commit()
    return made


def sent(service: Service, **changes: Any) -> dict[str, Any]:
    """What the form of a new campaign sends."""
    values: dict[str, Any] = {
        "title-fr": "À vous la parole",
        "title-ar": "الكلمة لكم",
        "services": [service.id],
        "languages": ["fr", "ar"],
        "opens_on": "2026-09-07",
        "closes_on": "2027-03-15",
        "level_aimed": "coconstruction",
    }
    return {**values, **changes}


def test_a_worker_prepares_a_campaign(
    as_role: Callable[..., FlaskClient], session: Session, service: Service
) -> None:
    worker = as_role("worker")
    answer = worker.send(f"{DESK}/new", sent(service))
    assert answer.location == f"{DESK}/a-vous-la-parole/notice"
    made = session.scalars(select(Campaign)).one()
    assert made.level_aimed is ParticipationLevel.COCONSTRUCTION
    assert made.service_ids == {service.id}
    assert made.title.texts["ar"].state is State.DRAFT
    assert len(made.notice) == 6
    for step in ("", "/edit", "/notice", "/calendar", "/close"):
        assert worker.get(f"{DESK}/a-vous-la-parole{step}").status_code == 200
    assert session.scalars(select(JournalEntry.act)).all() == ["campaign_created"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title-fr": " "}, "title-fr-error"),
        ({"closes_on": "2026-09-06"}, "closes_on-error"),
        ({"closes_on": "31/31/2026"}, "closes_on-error"),
        ({"opens_on": ""}, "opens_on-error"),
        ({"services": []}, "services-error"),
        ({"languages": ["ar"]}, "languages-error"),
        ({"level_aimed": "everything"}, "level_aimed-error"),
        ({"title-uk": "а" * 301}, "title-uk-error"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_kept(
    as_role: Callable[..., FlaskClient],
    session: Session,
    service: Service,
    changes: dict[str, Any],
    field: str,
) -> None:
    answer = as_role("manager").send(f"{DESK}/new", sent(service, **changes))
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert f'id="{field}"' in page
    assert "الكلمة لكم" in page
    assert session.scalars(select(Campaign)).all() == []


def test_services_and_languages_are_boxes_and_a_lone_service_is_ticked(
    as_role: Callable[..., FlaskClient], service: Service
) -> None:
    page = BeautifulSoup(as_role("worker").get(f"{DESK}/new").data, "html5lib")
    services = page.select("input[type=checkbox][name=services][checked]")
    assert [box["value"] for box in services] == [str(service.id)]
    assert len(page.select("input[type=checkbox][name=languages][checked]")) == 5


def test_a_taken_short_name_is_refused_on_the_form(
    as_role: Callable[..., FlaskClient], service: Service, campaign: Campaign
) -> None:
    answer = as_role("manager").send(f"{DESK}/new", sent(service, short_name=campaign.short_name))
    assert answer.status_code == 422
    assert campaign.short_name in answer.get_data(as_text=True)


def test_an_edit_keeps_the_services_out_of_reach(
    as_role: Callable[..., FlaskClient],
    session: Session,
    structure: Structure,
    service: Service,
    campaign: Campaign,
) -> None:
    other = builders.a_service(session, structure, "residence")
    campaign.services.append(other)
    session.commit()
    as_role("worker").send(f"{DESK}/{campaign.short_name}/edit", sent(service))
    session.expire_all()
    assert campaign.service_ids == {service.id, other.id}
    assert campaign.closes_on == date(2027, 3, 15)


def test_the_first_screen_is_written_line_by_line(
    as_role: Callable[..., FlaskClient], session: Session, campaign: Campaign
) -> None:
    values = {
        "lines-0-pictogram": "speech",
        "lines-0-words-fr": "Votre avis compte.",
        "lines-0-words-ar": "رأيكم مهم.",
        "lines-1-pictogram": "stop",
        "lines-1-words-fr": "",
        "read_when-fr": "Nous lisons le jeudi.",
    }
    worker = as_role("worker")
    done = worker.send(f"{DESK}/{campaign.short_name}/notice", values)
    assert done.location == f"{DESK}/{campaign.short_name}/calendar"
    session.expire_all()
    assert [line["pictogram"] for line in campaign.notice] == ["speech"]
    assert campaign.read_when.get("fr") == "Nous lisons le jeudi."
    refused = worker.send(
        f"{DESK}/{campaign.short_name}/notice", {**values, "lines-1-words-uk": "Лише українською"}
    )
    assert refused.status_code == 422
    assert 'id="lines-1-words-fr-error"' in refused.get_data(as_text=True)


def test_a_line_keeps_only_a_pictogram_that_is_drawn(
    as_role: Callable[..., FlaskClient], session: Session, campaign: Campaign
) -> None:
    path = f"{DESK}/{campaign.short_name}/notice"
    values = {
        "lines-0-pictogram": "no-such-drawing",
        "lines-0-words-fr": "Votre avis compte.",
        "lines-1-pictogram": '"><b',
        "lines-1-words-fr": "Merci.",
        "lines-2-pictogram": "stop",
        "lines-2-words-fr": "Vous pouvez dire non.",
    }
    worker = as_role("worker")
    assert worker.send(path, values).status_code == 302
    session.expire_all()
    kept = [line["pictogram"] for line in campaign.notice]
    assert kept == ["information", "information", "stop"]
    assert worker.get(path).status_code == 200


def test_a_text_that_did_not_change_keeps_its_review(
    as_role: Callable[..., FlaskClient], session: Session, service: Service, campaign: Campaign
) -> None:
    campaign.title = Words.of(fr="Votre avis", ar="رأيكم")
    session.commit()
    values = sent(service, **{"title-fr": "Votre avis", "title-ar": "رأيكم", "title-uk": "Думка"})
    as_role("worker").send(f"{DESK}/{campaign.short_name}/edit", values)
    session.expire_all()
    states = {tag: text.state for tag, text in campaign.title.texts.items()}
    assert states == {"fr": State.REVIEWED, "ar": State.REVIEWED, "uk": State.DRAFT}


def test_dates_are_added_and_removed(
    as_role: Callable[..., FlaskClient], session: Session, campaign: Campaign
) -> None:
    worker = as_role("worker")
    address = f"{DESK}/{campaign.short_name}/calendar"
    worker.send(address, {"on": "2026-10-15", "words-fr": "Atelier et vote"})
    session.expire_all()
    [milestone] = campaign.milestones
    assert milestone.on == date(2026, 10, 15)
    assert "Atelier et vote" in worker.get(f"{DESK}/{campaign.short_name}").get_data(as_text=True)
    assert worker.send(address, {"on": "", "words-fr": ""}).status_code == 422
    worker.send(f"{address}/{milestone.id}/remove")
    session.expire_all()
    assert campaign.milestones == []


def test_what_is_in_another_language_says_so(
    as_role: Callable[..., FlaskClient], session: Session, campaign: Campaign
) -> None:
    words = Words.of(ar="لقاء <b>")
    operations.add_milestone(session, campaign, on=date(2098, 10, 15), words=words)
    session.commit()
    page = as_role("worker").get(f"{DESK}/{campaign.short_name}").get_data(as_text=True)
    assert page.count('<span lang="ar" dir="rtl">لقاء &lt;b&gt;</span>') == 2


def test_a_campaign_closes_once(
    as_role: Callable[..., FlaskClient], session: Session, campaign: Campaign
) -> None:
    worker = as_role("worker")
    address = f"{DESK}/{campaign.short_name}/close"
    assert worker.send(address).location == f"{DESK}/{campaign.short_name}"
    session.expire_all()
    assert campaign.state(clock.today()) is CampaignState.CLOSED
    assert worker.get(f"{DESK}/{campaign.short_name}").status_code == 200
    assert worker.send(address).status_code == 409


def test_a_campaign_does_not_close_on_people_who_vote(
    as_role: Callable[..., FlaskClient], session: Session, campaign: Campaign
) -> None:
    poll = Poll(
        structure_id=campaign.structure_id,
        campaign_id=campaign.id,
        code="123",
        question=Words.of(fr="Que voulez-vous ?"),
        method=Method.DOTS,
        state=PollState.OPEN,
    )
    session.add(poll)
    session.commit()
    answer = as_role("worker").send(f"{DESK}/{campaign.short_name}/close")
    assert answer.status_code == 409
    session.expire_all()
    assert campaign.closed_at is None


def test_closing_ends_the_board(
    as_role: Callable[..., FlaskClient], session: Session, campaign: Campaign
) -> None:
    board = builders.a_board(session, campaign)
    session.commit()
    as_role("worker").send(f"{DESK}/{campaign.short_name}/close")
    session.expire_all()
    assert not board.is_open(clock.today())


@pytest.mark.parametrize("role", ["reception", "volunteer"])
def test_who_welcomes_sees_open_campaigns_without_what_was_said(
    as_role: Callable[..., FlaskClient],
    session: Session,
    service: Service,
    campaign: Campaign,
    role: str,
) -> None:
    yesterday = clock.today() - timedelta(days=1)
    builders.a_campaign(
        session, service, "passee", title=Words.of(fr="Finie"),
        opens_on=yesterday, closes_on=yesterday,
    )  # fmt: skip
    session.commit()
    client = as_role(role)
    page = client.get("/fr/desk").get_data(as_text=True)
    assert "Votre avis" in page
    assert "Finie" not in page
    assert f'"{DESK}/{campaign.short_name}"' not in page
    assert client.get(f"{DESK}/{campaign.short_name}").status_code == 403


@pytest.mark.parametrize("role", ["worker", "manager", "administrator", "reception", "volunteer"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_first_page_is_never_empty(
    as_role: Callable[..., FlaskClient], role: str, language: str
) -> None:
    page = as_role(role).get(f"/{language}/desk").get_data(as_text=True)
    assert 'class="empty"' in page


def test_another_service_does_not_see_the_campaign(
    as_role: Callable[..., FlaskClient], session: Session, structure: Structure
) -> None:
    other = builders.a_service(session, structure, "residence")
    hidden = builders.a_campaign(session, other, "cachee", title=Words.of(fr="Cachée"))
    session.commit()
    worker = as_role("worker")
    assert "Cachée" not in worker.get("/fr/desk").get_data(as_text=True)
    assert worker.get(f"{DESK}/{hidden.short_name}").status_code == 404
    assert as_role("manager").get(f"{DESK}/{hidden.short_name}").status_code == 200
