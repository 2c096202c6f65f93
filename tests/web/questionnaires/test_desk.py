"""Staff see where questionnaires are open, and figures that tell of nobody."""

from collections.abc import Callable

from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.questionnaires.models import Opening
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


def test_others_see_nothing(
    as_role: AsRole,
    stranger: FlaskClient,
    client: FlaskClient,
    session: Session,
    campaign: Campaign,
) -> None:
    assert stranger.get(path(campaign)).status_code == 404
    assert client.get(path(campaign)).status_code == 302
    reception = as_role("reception")
    assert reception.get(path(campaign)).status_code == 200
