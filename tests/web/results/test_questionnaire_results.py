"""Openings together or apart, an earlier campaign beside, breakdowns, and what it all costs."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.journal.models import JournalEntry
from participation.people.models import Service
from participation.questionnaires.cuts import take_cut
from participation.questionnaires.models import Breakdown, Cut, Opening
from participation.storage.engine import Database
from participation.voices import operations as voices
from participation.voices.models import Utterance
from participation.voices.rules import Moderation
from tests import builders
from tests.questionnaires.every_kind import a_version, an_opening, send_all

AsRole = Callable[..., FlaskClient]


@pytest.fixture
def whole(session: Session, campaign: Campaign, service: Service) -> Opening:
    """A questionnaire with every kind, open."""
    made = an_opening(session, a_version(session, campaign.structure_id), campaign, service)
    session.commit()
    return made


def path(campaign: Campaign) -> str:
    """The address of a campaign's results."""
    return f"/fr/desk/campaigns/{campaign.short_name}/results"


def together(opening: Opening) -> str:
    """The address of all the openings of its questionnaire."""
    return f"{path(opening.campaign)}/questionnaires/{opening.version.questionnaire_id}"


def read(client: FlaskClient, address: str) -> BeautifulSoup:
    """A page that opens."""
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.get_data(as_text=True), "html5lib")


def words_of(page: BeautifulSoup, key: int) -> str:
    """What the page says of one question, on one line."""
    return " ".join(page.select(".result")[key].get_text(" ").split())


def test_the_only_questionnaire_opens_at_once(
    as_role: AsRole, session: Session, whole: Opening, campaign: Campaign
) -> None:
    client = as_role("worker")
    assert client.get(path(campaign)).location == together(whole)
    second = a_version(session, campaign.structure_id, "second")
    an_opening(session, second, campaign, whole.service)
    session.commit()
    assert len(read(client, path(campaign)).select("tbody tr")) == 2


def test_every_kind_has_its_table(as_role: AsRole, session: Session, whole: Opening) -> None:
    send_all(session, whole, 60)
    session.commit()
    page = read(as_role("manager"), together(whole))
    assert len(page.select(".result")) == 13
    said = page.get_text(" ")
    assert "Merci d’être là" not in said
    assert "Posée" in words_of(page, 11)
    assert "En moyenne environ" in words_of(page, 7)
    assert "2025" in words_of(page, 8)
    assert len(page.select(".result .cells")) == 2


def test_openings_add_up_and_stand_apart(
    as_role: AsRole, session: Session, whole: Opening, campaign: Campaign, service: Service
) -> None:
    other = builders.a_service(session, service.structure, "glycines")
    campaign.services.append(other)
    second = an_opening(session, whole.version, campaign, other)
    send_all(session, whole, 10)
    send_all(session, second, 15, seed=2)
    session.commit()
    client = as_role("manager")
    page = read(client, together(whole))
    assert "sur 25" in words_of(page, 0)
    tabs = [str(one["href"]) for one in page.select(".tabs a")]
    assert tabs == [together(whole), *(f"{path(campaign)}/{one.id}" for one in (whole, second))]
    assert "sur 15" in words_of(read(client, tabs[2]), 0)
    assert [one.text for one in page.select("aside .bars")[0].select("th[scope=row]")] == [
        "Espace glycines",
        "Espace tilleuls",
    ]


def test_a_table_that_leaves_an_opening_out_says_on_how_many_it_rests(
    as_role: AsRole, session: Session, whole: Opening, campaign: Campaign, service: Service
) -> None:
    other = builders.a_service(session, service.structure, "glycines")
    campaign.services.append(other)
    second = an_opening(session, whole.version, campaign, other)
    send_all(session, whole, 60)
    send_all(session, second, 5, seed=2)
    session.commit()
    cut = session.scalars(select(Cut).where(Cut.opening_id == second.id)).one()
    cut.figures = {**cut.figures, "by:language": {}}
    session.commit()
    page = read(as_role("manager"), together(whole))
    notes = {
        str(one.contents[0]).strip(): one.get_text(" ", strip=True)
        for one in page.select("aside .bars caption")
    }
    assert "60 réponses sur 65" in notes["Langue"]
    assert notes["Service"] == "Service"


def test_a_worker_adds_up_the_openings_of_their_service(
    as_role: AsRole, session: Session, whole: Opening, campaign: Campaign, service: Service
) -> None:
    other = builders.a_service(session, service.structure, "glycines")
    campaign.services.append(other)
    second = an_opening(session, whole.version, campaign, other)
    send_all(session, whole, 10)
    send_all(session, second, 15, seed=2)
    session.commit()
    client = as_role("worker")
    assert "sur 10" in words_of(read(client, together(whole)), 0)
    assert client.get(f"{path(campaign)}/{second.id}").status_code == 404


def test_an_earlier_campaign_stands_beside(
    as_role: AsRole, session: Session, whole: Opening, campaign: Campaign, service: Service
) -> None:
    before = builders.a_campaign(
        session, service, "avant", opens_on=campaign.opens_on - timedelta(days=300)
    )
    silent = builders.a_campaign(
        session, service, "silence", opens_on=campaign.opens_on - timedelta(days=200)
    )
    send_all(session, an_opening(session, whole.version, before, service), 20, seed=3)
    send_all(session, an_opening(session, whole.version, silent, service), 4, seed=4)
    send_all(session, whole, 10)
    session.commit()
    client = as_role("manager")
    page = read(client, together(whole))
    links = [str(one["href"]) for one in page.select("aside a[href*='with=']")]
    assert links == [f"{together(whole)}?with=avant"]
    beside = words_of(read(client, links[0]), 0)
    assert "sur 10" in beside
    assert "sur 20" in beside
    assert client.get(f"{together(whole)}?with=silence").status_code == 404


def test_only_published_words_are_read_here(
    as_role: AsRole, session: Session, whole: Opening
) -> None:
    send_all(session, whole, 10)
    said = session.scalars(
        select(Utterance).where(Utterance.language == "fr").order_by(Utterance.id)
    ).all()
    shown, hidden = said[0], said[1:]
    voices.mask(session, shown, text="Des mots que tous lisent")
    voices.moderate(session, shown, moderation=Moderation.PUBLISHED, by="Nadia")
    session.commit()
    page = read(as_role("manager"), together(whole))
    assert "Des mots que tous lisent" in page.get_text()
    assert len(page.select(".result-words li")) == 1
    assert hidden
    assert page.select_one(f"a[href='/fr/desk/campaigns/{whole.campaign.short_name}/moderation']")


def test_a_breakdown_is_chosen_once_and_noted(
    as_role: AsRole, session: Session, whole: Opening, campaign: Campaign
) -> None:
    send_all(session, whole, 60)
    session.commit()
    question = next(one for one in whole.version.questions if one.key == "first")
    client, here = as_role("worker"), f"{path(campaign)}/{whole.id}"
    act = f"{here}/questions/{question.id}/breakdown"
    answer = client.send(act, {"attribute": "language"})  # type: ignore[attr-defined]  # PageClient has it
    assert answer.status_code == 303
    told = words_of(read(client, here), 1)
    assert "Par langue" in told
    assert "sur 10" in told
    again = client.send(act, {"attribute": "channel"})  # type: ignore[attr-defined]  # PageClient has it
    assert again.status_code == 409
    assert "a déjà sa répartition" in again.get_data(as_text=True)
    assert session.scalars(select(Breakdown.attribute)).all() == ["language"]
    notes = session.scalars(select(JournalEntry.act).order_by(JournalEntry.id)).all()
    assert notes.count("breakdown_chosen") == 1


def test_a_breakdown_that_waits_says_so(
    as_role: AsRole, session: Session, whole: Opening, campaign: Campaign
) -> None:
    send_all(session, whole, 58)
    session.commit()
    question = next(one for one in whole.version.questions if one.key == "first")
    client, here = as_role("worker"), f"{path(campaign)}/{whole.id}"
    client.send(f"{here}/questions/{question.id}/breakdown", {"attribute": "language"})  # type: ignore[attr-defined]  # PageClient has it
    assert "prochains chiffres" in words_of(read(client, here), 1)


def test_others_choose_nothing(
    as_role: AsRole, stranger: FlaskClient, whole: Opening, campaign: Campaign
) -> None:
    question = whole.version.questions[2]
    act = f"{path(campaign)}/{whole.id}/questions/{question.id}/breakdown"
    assert stranger.send(act, {"attribute": "language"}).status_code == 404  # type: ignore[attr-defined]  # PageClient has it
    reception = as_role("reception")
    for address in (path(campaign), together(whole)):
        assert stranger.get(address).status_code == 404
        assert reception.get(address).status_code == 403


def test_a_page_costs_the_same_with_many_responses(
    as_role: AsRole, session: Session, database: Database, whole: Opening
) -> None:
    client = as_role("manager")
    send_all(session, whole, 10)
    session.commit()
    few = statements_of(database, lambda: client.get(together(whole)))
    send_all(session, whole, 90, seed=2)
    session.commit()
    many = statements_of(database, lambda: client.get(together(whole)))
    assert few == many
    assert few < 30


def test_figures_cost_the_same_with_many_responses(
    session: Session, database: Database, whole: Opening
) -> None:
    counts = []
    for seed, more in ((1, 5), (2, 50)):
        send_all(session, whole, more, seed=seed)
        counts.append(statements_of(database, lambda: take_cut(session, whole.id, at=clock.now())))
    assert counts[0] == counts[1] < 12


def statements_of(database: Database, act: Callable[[], object]) -> int:
    """How many statements something sends."""
    seen: list[str] = []

    def note(_one: object, _two: object, statement: str, *_more: object) -> None:
        seen.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        act()
    finally:
        event.remove(database.engine, "before_cursor_execute", note)
    return len(seen)
