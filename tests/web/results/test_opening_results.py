"""Staff read figures that tell of nobody."""

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
    """The address of a campaign's results."""
    return f"/fr/desk/campaigns/{campaign.short_name}/results"


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
    opening: Opening,
    campaign: Campaign,
) -> None:
    here = f"{path(campaign)}/{opening.id}"
    assert client.get(here).status_code == 302
    assert stranger.get(here).status_code == 404
    for role in ("reception", "volunteer"):
        assert as_role(role).get(here).status_code == 403


def test_an_opening_is_read_under_its_own_campaign(
    as_role: AsRole, session: Session, opening: Opening, campaign: Campaign, structure: Structure
) -> None:
    service = campaign.services[0]
    other = builders.a_campaign(session, service, "automne")
    session.commit()
    assert as_role("manager").get(f"{path(other)}/{opening.id}").status_code == 404
