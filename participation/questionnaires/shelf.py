"""The questionnaires of a structure, as the editor lists them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from participation.campaigns.models import Campaign
from participation.questionnaires.models import Opening, Question, Questionnaire, Version
from participation.wording import Words


@dataclass(frozen=True, slots=True)
class OpenIn:
    """Where a version takes responses today, or did."""

    version_id: int
    campaign_name: str
    campaign_title: Words
    service: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version in the history."""

    id: int
    number: int
    published_at: datetime | None
    openings: tuple[OpenIn, ...]


@dataclass(frozen=True, slots=True)
class Shelved:
    """A questionnaire in the list; `questions` and `languages` are those of its last version."""

    short_name: str
    title: Words
    is_model: bool
    questions: int
    languages: tuple[str, ...]
    is_draft: bool
    version_id: int
    published_number: int | None
    changed_at: datetime | None
    open_in: tuple[OpenIn, ...]


def shelf(session: Session, structure_id: int, *, on: date) -> list[Shelved]:
    """Every questionnaire of a structure with a version, the one changed last first."""
    found = session.scalars(
        select(Questionnaire)
        .where(Questionnaire.structure_id == structure_id)
        .order_by(Questionnaire.id.desc())
        .options(selectinload(Questionnaire.versions))
    ).all()
    versions = [version for one in found for version in one.versions]
    counts = question_counts(session, [one.id for one in versions])
    openings = openings_of_versions(session, [one.id for one in versions], on=on)
    lines = [shelved(one, counts, openings) for one in found if one.versions]
    return sorted(lines, key=lambda one: (one.changed_at is not None, one.changed_at), reverse=True)


def shelved(
    questionnaire: Questionnaire, counts: dict[int, int], openings: Sequence[OpenIn]
) -> Shelved:
    """One line of the list."""
    last = questionnaire.versions[-1]
    published = [one for one in questionnaire.versions if one.published_at is not None]
    ids = {one.id for one in questionnaire.versions}
    return Shelved(
        short_name=questionnaire.short_name,
        title=questionnaire.title,
        is_model=questionnaire.is_model,
        questions=counts.get(last.id, 0),
        languages=tuple(last.languages),
        is_draft=last.published_at is None,
        version_id=last.id,
        published_number=published[-1].number if published else None,
        changed_at=last.changed_at or last.published_at,
        open_in=tuple(one for one in openings if one.is_open and one.version_id in ids),
    )


def question_counts(session: Session, version_ids: Sequence[int]) -> dict[int, int]:
    """How many questions each version has."""
    rows = session.execute(
        select(Question.version_id, func.count().label("questions"))
        .where(Question.version_id.in_(version_ids))
        .group_by(Question.version_id)
    )
    return {one.version_id: one.questions for one in rows}


def openings_of_versions(session: Session, version_ids: Sequence[int], *, on: date) -> list[OpenIn]:
    """Where versions are open or were, the newest opening first."""
    found = session.scalars(
        select(Opening)
        .where(Opening.version_id.in_(version_ids))
        .order_by(Opening.id.desc())
        .options(joinedload(Opening.campaign), joinedload(Opening.service))
    )
    return [
        OpenIn(
            one.version_id,
            one.campaign.short_name,
            one.campaign.title,
            one.service.name,
            one.is_open(on) and one.campaign.closed_at is None,
        )
        for one in found
    ]


def history(session: Session, questionnaire_id: int, *, on: date) -> list[VersionLine]:
    """The versions of a questionnaire, the newest first, and where each is open or was."""
    found = session.scalars(
        select(Version)
        .where(Version.questionnaire_id == questionnaire_id)
        .order_by(Version.number.desc())
    ).all()
    openings = openings_of_versions(session, [one.id for one in found], on=on)
    return [
        VersionLine(
            one.id,
            one.number,
            one.published_at,
            tuple(place for place in openings if place.version_id == one.id),
        )
        for one in found
    ]


def running_campaigns(session: Session, structure_id: int, *, on: date) -> Sequence[Campaign]:
    """The campaigns in which something can be opened, the one that ends first first."""
    return session.scalars(
        select(Campaign)
        .where(
            Campaign.structure_id == structure_id,
            Campaign.closed_at.is_(None),
            Campaign.closes_on >= on,
        )
        .order_by(Campaign.opens_on, Campaign.closes_on, Campaign.id)
        .options(selectinload(Campaign.services))
    ).all()


def own_models(session: Session, structure_id: int) -> Sequence[Questionnaire]:
    """The questionnaires that a structure keeps as models, by name."""
    return session.scalars(
        select(Questionnaire)
        .where(Questionnaire.structure_id == structure_id, Questionnaire.is_model)
        .order_by(Questionnaire.short_name)
        .options(selectinload(Questionnaire.versions).selectinload(Version.questions))
    ).all()
