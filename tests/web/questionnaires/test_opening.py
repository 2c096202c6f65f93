"""Staff open a questionnaire in some languages, show its code, and close it early."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel
from participation.journal.models import JournalEntry
from participation.people.models import Service, Structure
from participation.questionnaires import copying, operations
from participation.questionnaires.drafts import QuestionDraft
from participation.questionnaires.models import Opening, Version
from participation.questionnaires.rules import DatesOutsideCampaign
from participation.wording import Words
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
        "languages": ["fr", "ar"],
        "reading": "fr",
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
    [made] = openings(session)
    assert (sent.status_code, sent.location) == (302, f"{path(campaign)}#o{made.id}")
    assert (made.languages, made.reading) == (["fr", "ar"], "fr")
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
        ({"service": 99999}, "Choisissez un service de cette démarche"),
        ({"version": 99999}, "Choisissez un des questionnaires publiés"),
        ({"version": "x"}, "Choisissez un des questionnaires publiés"),
        ({"languages": []}, "Cochez une langue de la démarche"),
        ({"languages": ["ps"]}, "Cochez une langue de la démarche"),
        ({"opens_on": "2001-01-01"}, "La démarche va du"),
        ({"closes_on": "2999-01-01"}, "La démarche va du"),
        ({"reading": "uk"}, "choix"),
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
    reception = as_role("reception")
    assert reception.send(path(campaign), said(campaign, version)).status_code == 403
    assert 'name="opens_on"' not in reception.get(path(campaign)).get_data(as_text=True)
    assert openings(session) == []


def test_without_a_questionnaire_the_page_leads_to_the_models(
    as_role: AsRole, session: Session, campaign: Campaign
) -> None:
    session.commit()
    page = as_role("worker").get(path(campaign)).get_data(as_text=True)
    assert 'href="/fr/desk/editor/new"' in page
    assert 'name="opens_on"' not in page


def test_each_language_says_what_it_lacks_and_where_to_write_it(
    as_role: AsRole, session: Session, campaign: Campaign, version: Version
) -> None:
    session.commit()
    page = BeautifulSoup(as_role("worker").get(path(campaign)).get_data(as_text=True), "html5lib")
    lines = page.select(".opening-language")
    assert len(lines) == len(campaign.languages)
    said_of = {str(one.input["value"]): one for one in lines if one.input}
    assert "complet" in said_of["fr"].get_text()
    assert "textes manquent" in said_of["uk"].get_text()
    assert [one["value"] for one in page.select(".opening-language input[checked]")] == ["fr"]
    ways = {tag: [str(a["href"]) for a in one.select("a")] for tag, one in said_of.items()}
    assert ways["uk"] == ["/fr/desk/editor/accueil/words/fr"]


def test_the_version_asked_for_is_chosen(
    as_role: AsRole, session: Session, campaign: Campaign, version: Version
) -> None:
    other = copying.begin_questionnaire(
        session, campaign.structure_id, title=Words.of(fr="Un autre")
    )
    operations.add_question(
        session, other, QuestionDraft(key="q", kind="free_text", words=Words.of(fr="Quoi ?"))
    )
    operations.publish_version(session, other, at=clock.now())
    session.commit()
    desk = as_role("worker")
    for asked, chosen in (("", other.id), (f"?version={version.id}", version.id)):
        page = BeautifulSoup(desk.get(path(campaign) + asked).get_data(as_text=True), "html5lib")
        [hidden] = page.select("input[name=version]")
        assert hidden["value"] == str(chosen)
        [option] = page.select("#version-choice option[selected]")
        assert option["value"] == str(chosen)


def test_the_operation_itself_refuses_other_days(
    session: Session, campaign: Campaign, service: Service, version: Version
) -> None:
    first, last, day = campaign.opens_on, campaign.closes_on, timedelta(days=1)
    for opens_on, closes_on in ((first - day, last), (first, last + day)):
        with pytest.raises(DatesOutsideCampaign):
            operations.open_questionnaire(
                session,
                version,
                campaign,
                service,
                channels=[Channel.LINK],
                opens_on=opens_on,
                closes_on=closes_on,
            )


def test_an_opening_is_closed_early_once_and_for_good(
    as_role: AsRole, client: FlaskClient, session: Session, campaign: Campaign, opening: Opening
) -> None:
    desk, here = as_role("worker"), f"{path(campaign)}/{opening.id}/close"
    assert f'action="{here}"' in desk.get(path(campaign)).get_data(as_text=True)
    assert desk.send(here).location == f"{path(campaign)}#o{opening.id}"
    [closed] = openings(session)
    first = closed.closed_at
    assert first is not None
    desk.send(here)
    assert openings(session)[0].closed_at == first
    assert acts(session).count("questionnaire_closed") == 1
    assert f'action="{here}"' not in desk.get(path(campaign)).get_data(as_text=True)
    assert client.get(f"/fr/q/{opening.token}").status_code == 409


@pytest.mark.parametrize(
    ("tag", "why"), [("fr", "Ce questionnaire est fermé"), ("ar", "هذا الاستبيان مغلق")]
)
def test_a_link_to_a_closed_opening_says_so_in_one_sentence(
    tag: str, why: str, client: FlaskClient, session: Session, opening: Opening
) -> None:
    opening.closed_at = clock.now()
    session.commit()
    got = client.get(f"/{tag}/q/{opening.token}")
    assert got.status_code == 409
    page = BeautifulSoup(got.get_data(as_text=True), "html5lib")
    assert why in page.get_text()
    assert not page.select("form, main a"), "nothing begins again there"


def test_the_code_stands_alone_with_every_title(
    as_role: AsRole, session: Session, campaign: Campaign, opening: Opening
) -> None:
    page = as_role("reception").get(f"{path(campaign)}/{opening.id}/code").get_data(as_text=True)
    assert f"/q/{opening.token}" in page
    assert 'lang="ar" dir="rtl">استقبال' in page
    opening.channels = ["kiosk"]
    session.commit()
    assert as_role("manager").get(f"{path(campaign)}/{opening.id}/code").status_code == 409


def test_others_neither_close_nor_show(
    as_role: AsRole,
    stranger: PageClient,
    session: Session,
    structure: Structure,
    campaign: Campaign,
    opening: Opening,
) -> None:
    here = f"{path(campaign)}/{opening.id}"
    assert as_role("reception").send(f"{here}/close").status_code == 403
    assert stranger.send(f"{here}/close").status_code == 404
    assert stranger.get(f"{here}/code").status_code == 404
    other = builders.a_campaign(session, campaign.services[0], "automne")
    session.commit()
    manager = as_role("manager")
    assert manager.send(f"{path(other)}/{opening.id}/close").status_code == 404
    assert manager.get(f"{path(other)}/{opening.id}/code").status_code == 404
    assert openings(session)[0].closed_at is None


def test_the_campaign_leads_to_its_first_opening(
    as_role: AsRole, session: Session, campaign: Campaign
) -> None:
    session.commit()
    page = as_role("worker").get(f"/fr/desk/campaigns/{campaign.short_name}")
    assert f'href="{path(campaign)}"' in page.get_data(as_text=True)
