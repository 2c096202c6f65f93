"""What changes a campaign: prepare, edit, date, close."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign, Milestone
from participation.campaigns.rules import (
    CampaignClosed,
    ParticipationLevel,
    ShortNameTaken,
    refuse_bad_campaign,
)
from participation.people.models import Service
from participation.people.rules import refuse_bad_short_name
from participation.wording import Words


class CampaignTexts(TypedDict, total=False):
    """What may be said about a campaign when it is made, and mended later."""

    purpose: Words
    instance: str
    notice: list[dict[str, object]]
    read_when: Words
    emergency: Words
    reply_by: date | None
    missing_people: str
    biases: str


def create_campaign(  # noqa: PLR0913  # A campaign is nothing without each of these.
    session: Session,
    structure_id: int,
    *,
    short_name: str,
    title: Words,
    level_aimed: ParticipationLevel,
    services: Sequence[Service],
    languages: Sequence[str],
    opens_on: date,
    closes_on: date,
    **texts: Unpack[CampaignTexts],
) -> Campaign:
    """Prepare a campaign.

    Raises BadShortName, ShortNameTaken, TitleMissing, ServiceMissing, LanguageMissing,
    UnknownLanguage and DatesReversed.
    """
    refuse_bad_short_name(short_name)
    if session.scalar(select(Campaign.id).where(Campaign.short_name == short_name)):
        raise ShortNameTaken(name=short_name)
    of_structure = [one for one in services if one.structure_id == structure_id]
    made = Campaign(structure_id=structure_id, short_name=short_name)
    session.add(made)
    return _fill(
        session,
        made,
        title=title,
        level_aimed=level_aimed,
        services=of_structure,
        languages=list(languages),
        opens_on=opens_on,
        closes_on=closes_on,
        **texts,
    )


def edit_campaign(session: Session, campaign: Campaign, **changes: Any) -> Campaign:
    """Change what a campaign says of itself. Raises as create_campaign does, and CampaignClosed."""
    if campaign.closed_at is not None:
        raise CampaignClosed
    return _fill(session, campaign, **changes)


def _fill(session: Session, campaign: Campaign, **values: Any) -> Campaign:
    """Set values and flush, unless the whole would be refused."""
    with session.no_autoflush:
        wanted = {name: values.get(name, getattr(campaign, name)) for name in CHECKED}
        refuse_bad_campaign(
            has_title="fr" in wanted["title"],
            has_service=bool(wanted["services"]),
            languages=wanted["languages"],
            opens_on=wanted["opens_on"],
            closes_on=wanted["closes_on"],
        )
        for name, value in values.items():
            setattr(campaign, name, value)
    session.flush()
    return campaign


CHECKED = ("title", "services", "languages", "opens_on", "closes_on")


def add_milestone(session: Session, campaign: Campaign, *, on: date, words: Words) -> Milestone:
    """Write one date of the calendar."""
    made = Milestone(on=on, words=words)
    campaign.milestones.append(made)
    session.flush()
    return made


def remove_milestone(session: Session, campaign: Campaign, milestone_id: int) -> None:
    """Take one date off the calendar; an unknown one changes nothing."""
    for milestone in [one for one in campaign.milestones if one.id == milestone_id]:
        campaign.milestones.remove(milestone)
        session.delete(milestone)
    session.flush()


def close_campaign(session: Session, campaign: Campaign, *, at: datetime) -> None:
    """Close for good: nothing more is taken. Raises CampaignClosed when it was closed before."""
    if campaign.closed_at is not None:
        raise CampaignClosed
    campaign.closed_at = at
    session.flush()
