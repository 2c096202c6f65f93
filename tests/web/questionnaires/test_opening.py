"""Staff open a questionnaire, and take the ready model when there is none."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.journal.models import JournalEntry
from participation.people.models import Structure
from participation.questionnaires.models import Opening, Questionnaire, Version
from participation.questionnaires.ready import visit
from tests import builders
from tests.pages import PageClient
from tests.web.questionnaires.test_desk import path

AsRole = Callable[..., PageClient]


def said(campaign: Campaign, published: Version, /, **changes: object) -> dict[str, object]:
    """What the form sends."""
    values: dict[str, object] = {
        "version": published.id,
        "service": campaign.services[0].id,
        "channels": ["kiosk", "link"],
        "opens_on": campaign.opens_on.isoformat(),
        "closes_on": campaign.closes_on.isoformat(),
    }
    return {**values, **changes}


def openings(session: Session) -> list[Opening]:
    """Every opening, as it is stored now."""
    session.expire_all()
    return list(session.scalars(select(Opening).order_by(Opening.id)))


def acts(session: Session) -> list[str]:
    """What the journal says was done."""
    return list(session.scalars(select(JournalEntry.act).order_by(JournalEntry.id)))


@pytest.mark.parametrize("role", ["worker", "manager", "administrator"])
def test_who_opens_sees_the_address_and_residents_can_answer(
    role: str,
    as_role: AsRole,
    client: FlaskClient,
    session: Session,
    campaign: Campaign,
    version: Version,
) -> None:
    session.commit()
    desk = as_role(role)
    form = desk.get(path(campaign)).get_data(as_text=True)
    assert f'value="{campaign.opens_on.isoformat()}"' in form
    assert f'value="{campaign.closes_on.isoformat()}"' in form
    sent = desk.send(path(campaign), said(campaign, version))
    assert (sent.status_code, sent.location) == (302, path(campaign))
    [made] = openings(session)
    assert made.channels == ["kiosk", "link"]
    assert (made.opens_on, made.closes_on) == (campaign.opens_on, campaign.closes_on)
    assert "questionnaire_opened" in acts(session)
    page = desk.get(path(campaign)).get_data(as_text=True)
    assert f"/q/{made.token}" in page
    assert 'class="qr' in page
    assert client.get(f"/fr/q/{made.token}").status_code == 200


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"closes_on": "2001-01-01"}, "La fin précède le début"),
        ({"opens_on": ""}, "Écrivez une date"),
        ({"channels": []}, "Cochez une façon de répondre"),
        ({"service": 99999}, "Choisissez un service de cette campagne"),
        ({"version": 99999}, "Choisissez un des questionnaires publiés"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    changes: dict[str, object],
    why: str,
    as_role: AsRole,
    session: Session,
    campaign: Campaign,
    version: Version,
) -> None:
    session.commit()
    sent = as_role("worker").send(path(campaign), said(campaign, version, **changes))
    assert sent.status_code == 422
    [field] = changes
    page = sent.get_data(as_text=True)
    assert f'id="{field}-error"' in page
    assert why in page
    assert openings(session) == []


def test_a_worker_opens_only_where_they_work(
    as_role: AsRole, session: Session, structure: Structure, campaign: Campaign, version: Version
) -> None:
    other = builders.a_service(session, structure, "ormes")
    campaign.services.append(other)
    session.commit()
    data = said(campaign, version, service=other.id)
    assert as_role("worker").send(path(campaign), data).status_code == 422
    assert as_role("manager").send(path(campaign), data).status_code == 302
    assert [one.service_id for one in openings(session)] == [other.id]


def test_a_closed_campaign_opens_nothing_more(
    as_role: AsRole, session: Session, campaign: Campaign, version: Version
) -> None:
    campaign.closed_at = clock.now() - timedelta(hours=1)
    session.commit()
    desk = as_role("manager")
    assert 'name="opens_on"' not in desk.get(path(campaign)).get_data(as_text=True)
    sent = desk.send(path(campaign), said(campaign, version))
    assert sent.status_code == 422
    assert "Nous ne prenons plus rien ici" in sent.get_data(as_text=True)
    assert openings(session) == []


def test_others_open_nothing(
    as_role: AsRole,
    stranger: PageClient,
    session: Session,
    campaign: Campaign,
    version: Version,
) -> None:
    session.commit()
    assert stranger.send(path(campaign), said(campaign, version)).status_code == 404
    assert stranger.send(f"{path(campaign)}/ready").status_code == 404
    reception = as_role("reception")
    assert reception.send(path(campaign), said(campaign, version)).status_code == 403
    assert reception.send(f"{path(campaign)}/ready").status_code == 403
    assert 'name="opens_on"' not in reception.get(path(campaign)).get_data(as_text=True)
    assert openings(session) == []


def test_the_ready_model_is_taken_once_and_can_be_opened(
    as_role: AsRole, session: Session, campaign: Campaign
) -> None:
    session.commit()
    desk = as_role("worker")
    assert "Prendre le modèle" in desk.get(path(campaign)).get_data(as_text=True)
    for _press in range(2):
        assert desk.send(f"{path(campaign)}/ready").status_code == 302
    assert session.scalar(select(func.count()).select_from(Questionnaire)) == 1
    [version] = session.scalars(select(Version).order_by(Version.id))
    assert [one.key for one in version.questions] == [one.key for one in visit().questions]
    assert set(version.questions[0].words.texts) == {"fr", "fr-simple", "en", "ar", "fa-AF", "uk"}
    assert acts(session).count("questionnaire_taken") == 1
    assert "Votre passage à l’accueil" in desk.get(path(campaign)).get_data(as_text=True)
    assert desk.send(path(campaign), said(campaign, version)).status_code == 302
    assert len(openings(session)) == 1


def test_another_structure_takes_the_model_too(
    as_role: AsRole, session: Session, campaign: Campaign
) -> None:
    other = builders.a_structure(session, "montclair")
    names = [visit().short_name, f"{visit().short_name}-2"]
    for name in names:
        taken = Questionnaire(structure_id=other.id, short_name=name, title=visit().title)
        session.add(taken)
    session.commit()
    as_role("worker").send(f"{path(campaign)}/ready")
    mine = select(Questionnaire.short_name).where(
        Questionnaire.structure_id == campaign.structure_id
    )
    assert session.scalars(mine.order_by(Questionnaire.id)).all() == [f"{visit().short_name}-3"]


def test_the_campaign_leads_to_its_first_opening(
    as_role: AsRole, session: Session, campaign: Campaign
) -> None:
    session.commit()
    page = as_role("worker").get(f"/fr/desk/campaigns/{campaign.short_name}")
    assert f'href="{path(campaign)}"' in page.get_data(as_text=True)
