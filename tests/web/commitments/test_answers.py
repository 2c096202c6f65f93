"""From a proposal without an answer to a follow-up, each role as it may."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.commitments.models import Commitment, Decision
from participation.ideas.models import Proposal
from participation.people.models import Service
from tests.builders import a_campaign, a_proposal

ANSWER = {
    "outcome": "retained",
    "reason_fr": "Un enfant ne doit pas traduire.",
    "message_fr": "Un interprète au téléphone.",
    "message_ar": "مترجم عبر الهاتف.",
    "decider": "Hélène Marchetti",
    "decided_on": clock.today().isoformat(),
    "level": "coconstruction",
}


@pytest.fixture
def campaign(session: Session, service: Service) -> Campaign:
    made = a_campaign(session, service)
    session.commit()
    return made


@pytest.fixture
def proposal(session: Session, campaign: Campaign) -> Proposal:
    made = a_proposal(session, campaign)
    session.commit()
    return made


def drafted(client: FlaskClient, proposal: Proposal, session: Session) -> Decision:
    address = f"/fr/desk/proposals/{proposal.id}/answers"
    page = client.send(address, ANSWER)
    assert page.status_code == 302, page.text
    return session.scalars(select(Decision)).one()


def test_a_worker_drafts_and_a_manager_publishes(
    as_role: Callable[..., FlaskClient], session: Session, proposal: Proposal
) -> None:
    worker, manager = as_role("worker"), as_role("manager", may_publish=True)
    decision = drafted(worker, proposal, session)
    assert worker.send(f"/fr/desk/decisions/{decision.id}/publish").status_code == 403
    assert manager.send(f"/fr/desk/decisions/{decision.id}/publish").status_code == 302
    session.expire_all()
    assert decision.published_at is not None
    assert manager.send(f"/fr/desk/decisions/{decision.id}/publish").status_code == 409


def test_a_manager_without_the_right_does_not_publish(
    as_role: Callable[..., FlaskClient], session: Session, proposal: Proposal
) -> None:
    manager = as_role("manager")
    decision = drafted(manager, proposal, session)
    refused = manager.send(f"/fr/desk/decisions/{decision.id}/publish")
    assert refused.status_code == 409
    session.expire_all()
    assert decision.published_at is None


def test_an_answer_without_a_reason_keeps_what_was_typed(
    as_role: Callable[..., FlaskClient], session: Session, proposal: Proposal
) -> None:
    page = as_role("worker").send(
        f"/fr/desk/proposals/{proposal.id}/answers", {**ANSWER, "reason_fr": "   "}
    )
    assert page.status_code == 422
    assert "Hélène Marchetti" in page.text
    assert session.scalars(select(Decision)).all() == []


def test_a_proposal_without_an_answer_is_told_as_waiting(
    client: FlaskClient,
    as_role: Callable[..., FlaskClient],
    campaign: Campaign,
    proposal: Proposal,
) -> None:
    desk = as_role("worker").get(f"/fr/desk/campaigns/{campaign.short_name}/answers")
    assert proposal.title_fr in desk.text
    for language, title in (("fr", "Proposition 1"), ("ar", "اقتراح 1")):
        page = client.get(f"/{language}/c/{campaign.short_name}/changed")
        assert title in page.text
        assert "Set-Cookie" not in page.headers


def test_a_commitment_is_followed_and_told(
    client: FlaskClient,
    as_role: Callable[..., FlaskClient],
    session: Session,
    campaign: Campaign,
    proposal: Proposal,
) -> None:
    manager = as_role("manager", may_publish=True)
    decision = drafted(manager, proposal, session)
    manager.send(f"/fr/desk/decisions/{decision.id}/publish")
    asked = {"what": "Signer la convention", "who": "N. Ferhat", "due_on": "2026-12-01"}
    address = f"/fr/desk/decisions/{decision.id}/commitments"
    assert manager.send(address, {**asked, "due_on": ""}).status_code == 422
    assert manager.send(address, asked).status_code == 302
    commitment = session.scalars(select(Commitment)).one()
    follow = f"/fr/desk/commitments/{commitment.id}/follow-ups"
    said = {"progress": "done", "on": clock.today().isoformat(), "result": "41 appels, 9 langues"}
    assert manager.send(follow, said).status_code == 302
    assert "41 appels" in client.get(f"/fr/c/{campaign.short_name}/changed").text
    assert "مترجم عبر الهاتف" in client.get(f"/ar/c/{campaign.short_name}/changed").text


def test_means_nobody_answered_say_so(
    as_role: Callable[..., FlaskClient], campaign: Campaign
) -> None:
    worker = as_role("worker")
    address = f"/fr/desk/campaigns/{campaign.short_name}/means"
    assert worker.send(address, {"kind": "childcare", "asked": "Une garde"}).status_code == 302
    assert "Sans réponse" in worker.get(address).text


def test_another_structure_reaches_nothing(
    stranger: FlaskClient, campaign: Campaign, proposal: Proposal
) -> None:
    for path in (
        f"/fr/desk/campaigns/{campaign.short_name}/answers",
        f"/fr/desk/campaigns/{campaign.short_name}/means",
        f"/fr/desk/proposals/{proposal.id}/answers",
    ):
        assert stranger.get(path).status_code == 404


def test_the_page_of_the_campaign_shows_where_each_proposal_stands(
    as_role: Callable[..., FlaskClient], campaign: Campaign, proposal: Proposal
) -> None:
    page = as_role("manager").get(f"/fr/desk/campaigns/{campaign.short_name}")
    assert proposal.title_fr in page.text
    assert "Sans réponse définitive" in page.text


def test_means_nobody_answered_wait_on_the_desk_and_lead_to_their_page(
    as_role: Callable[..., FlaskClient], campaign: Campaign
) -> None:
    worker, manager = as_role("worker"), as_role("manager")
    address = f"/fr/desk/campaigns/{campaign.short_name}"
    worker.send(f"{address}/means", {"kind": "childcare", "asked": "Une garde le jeudi"})
    for path in (address, f"{address}/answers"):
        assert "Une garde le jeudi" in worker.get(path).text
    first = BeautifulSoup(manager.get("/fr/desk").text, "html5lib")
    assert [link["href"] for link in first.select("main a") if "Une garde" in link.text] == [
        f"{address}/means"
    ]
    assert "Une garde" not in worker.get("/fr/desk").text
