"""Preparing, mending and closing a campaign."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns import operations
from participation.campaigns.models import Campaign
from participation.campaigns.rules import (
    CampaignClosed,
    CampaignState,
    DatesReversed,
    LanguageMissing,
    ParticipationLevel,
    ServiceMissing,
    ShortNameTaken,
    TitleMissing,
)
from participation.errors import Refused, UnknownLanguage
from participation.people.models import Service
from participation.people.rules import BadShortName
from participation.wording import Words
from tests import builders


def prepare(session: Session, service: Service, **changes: Any) -> Campaign:
    """A campaign as the form would send it."""
    values: dict[str, Any] = {
        "short_name": "automne",
        "title": Words.of(fr="À vous la parole"),
        "level_aimed": ParticipationLevel.CONCERTATION,
        "services": [service],
        "languages": ["fr", "ar"],
        "opens_on": date(2026, 9, 7),
        "closes_on": date(2027, 3, 15),
    }
    return operations.create_campaign(session, service.structure_id, **{**values, **changes})


def test_a_campaign_is_prepared_with_its_services(session: Session, service: Service) -> None:
    campaign = prepare(session, service, read_when=Words.of(fr="Nous lisons le lundi."))
    session.expire_all()
    assert campaign.service_ids == {service.id}
    assert campaign.languages == ["fr", "ar"]
    assert campaign.read_when.get("fr") == "Nous lisons le lundi."


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"title": Words.of(ar="الكلمة لكم")}, TitleMissing),
        ({"services": []}, ServiceMissing),
        ({"languages": ["ar"]}, LanguageMissing),
        ({"languages": ["fr", "xx"]}, UnknownLanguage),
        ({"closes_on": date(2026, 9, 6)}, DatesReversed),
        ({"short_name": "Été 2026"}, BadShortName),
    ],
)
def test_what_cannot_be_a_campaign_is_refused(
    session: Session, service: Service, changes: dict[str, Any], refusal: type[Refused]
) -> None:
    with pytest.raises(refusal):
        prepare(session, service, **changes)


def test_a_short_name_is_used_once(session: Session, service: Service) -> None:
    prepare(session, service)
    with pytest.raises(ShortNameTaken):
        prepare(session, service)


def test_a_service_of_another_structure_does_not_count(session: Session, service: Service) -> None:
    other = builders.a_service(session, builders.a_structure(session, "ailleurs"))
    with pytest.raises(ServiceMissing):
        prepare(session, service, services=[other])


def test_an_edit_changes_only_what_it_names(session: Session, service: Service) -> None:
    campaign = prepare(session, service, instance="Comité de résidents")
    operations.edit_campaign(session, campaign, closes_on=date(2027, 4, 1))
    session.expire_all()
    assert (campaign.closes_on, campaign.instance) == (date(2027, 4, 1), "Comité de résidents")


def test_an_edit_is_refused_like_a_new_campaign(session: Session, service: Service) -> None:
    campaign = prepare(session, service)
    with pytest.raises(DatesReversed):
        operations.edit_campaign(session, campaign, closes_on=date(2020, 1, 1))
    assert campaign.closes_on == date(2027, 3, 15)


def test_the_calendar_is_in_the_order_of_days(session: Session, service: Service) -> None:
    campaign = prepare(session, service)
    for day, text in [(date(2026, 11, 12), "Réponses"), (date(2026, 10, 15), "Atelier")]:
        operations.add_milestone(session, campaign, on=day, words=Words.of(fr=text))
    session.expire_all()
    assert [str(one.words) for one in campaign.milestones] == ["Atelier", "Réponses"]
    operations.remove_milestone(session, campaign, campaign.milestones[0].id)
    session.expire_all()
    assert [str(one.words) for one in campaign.milestones] == ["Réponses"]


def test_a_closed_campaign_stays_closed(session: Session, service: Service) -> None:
    campaign = prepare(session, service)
    operations.close_campaign(session, campaign, at=clock.now())
    assert campaign.state(date(2026, 10, 1)) is CampaignState.CLOSED
    with pytest.raises(CampaignClosed):
        operations.close_campaign(session, campaign, at=clock.now())
    with pytest.raises(CampaignClosed):
        operations.edit_campaign(session, campaign, instance="CVS")
