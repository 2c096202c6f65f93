"""Staff see where questionnaires are open, and figures that tell of nobody."""

from collections.abc import Callable

from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.people.models import Structure
from participation.questionnaires.models import Opening
from tests import builders
from tests.questionnaires.test_responding import answer

AsRole = Callable[..., FlaskClient]


def path(campaign: Campaign) -> str:
    """The address of a campaign's questionnaires."""
    return f"/fr/desk/campaigns/{campaign.short_name}/questionnaires"


def test_the_list_has_addresses_codes_and_counts(
    as_role: AsRole, session: Session, opening: Opening, campaign: Campaign
) -> None:
    for _one in range(3):
        answer(session, opening)
    session.commit()
    page = as_role("worker").get(path(campaign)).get_data(as_text=True)
    assert f"/q/{opening.token}" in page
    assert "<svg" in page
    assert "3 réponses" in page


def test_below_five_no_figure_is_shown(
    as_role: AsRole, session: Session, opening: Opening, campaign: Campaign
) -> None:
    for _one in range(4):
        answer(session, opening)
    session.commit()
    page = as_role("manager").get(f"{path(campaign)}/{opening.id}").get_data(as_text=True)
    assert "bar-count" not in page
    assert "Moins de 5 réponses" in page


def test_from_five_on_everybody_sees_the_same(
    as_role: AsRole, session: Session, opening: Opening, campaign: Campaign
) -> None:
    for _one in range(7):
        answer(session, opening)
    session.commit()
    html = as_role("manager").get(f"{path(campaign)}/{opening.id}").get_data(as_text=True)
    counts = {one.text for one in BeautifulSoup(html, "html5lib").select(".bar-count")}
    assert counts == {"0", "5"}
    assert "5 sur 5 ont répondu" in html
    assert "7 réponses" in html


def test_others_see_nothing(
    as_role: AsRole,
    stranger: FlaskClient,
    client: FlaskClient,
    session: Session,
    opening: Opening,
    campaign: Campaign,
) -> None:
    results = f"{path(campaign)}/{opening.id}"
    assert stranger.get(path(campaign)).status_code == 404
    assert stranger.get(results).status_code == 404
    assert client.get(path(campaign)).status_code == 302
    reception = as_role("reception")
    assert reception.get(path(campaign)).status_code == 200
    assert reception.get(results).status_code == 403


def test_an_opening_is_read_under_its_own_campaign(
    as_role: AsRole, session: Session, opening: Opening, campaign: Campaign, structure: Structure
) -> None:
    service = campaign.services[0]
    other = builders.a_campaign(session, service, "automne")
    session.commit()
    assert as_role("manager").get(f"{path(other)}/{opening.id}").status_code == 404
