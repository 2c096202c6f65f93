"""What everybody sees of some openings: stored figures and their sums, nothing live."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.questionnaires.counting import ATTRIBUTES
from participation.questionnaires.cuts import participation_in
from participation.questionnaires.figures import QuestionFigures, figures_of_version
from participation.questionnaires.joining import joined
from participation.questionnaires.models import Breakdown, Cut, Opening, Version
from participation.questionnaires.queries import asked


@dataclass(frozen=True, slots=True)
class Shown:
    """Figures of some openings. `responses` is how many they rest on: 0 when nothing is shown yet.

    `participation`: attribute -> group -> responses, "other" for those that were put together;
    `services`: name -> responses. `taken_at` is when the newest of them were taken.
    """

    responses: int
    taken_at: datetime | None
    questions: tuple[QuestionFigures, ...]
    participation: Mapping[str, Mapping[str, int]]
    services: Mapping[str, int]


def shown(session: Session, openings: Sequence[Opening]) -> Shown:
    """The stored figures of some openings added up, questions by key.

    A group that one opening told as "other" stays there, whatever its size in another opening.
    """
    cuts = cuts_of(session, openings)
    parts: list[QuestionFigures] = []
    participation: dict[str, dict[str, int]] = {name: {} for name in ATTRIBUTES}
    services: dict[str, int] = {}
    versions = {one: asked(session, one) for one in {opening.version_id for opening in openings}}
    for opening in sorted(openings, key=lambda one: (one.version_id, one.id)):
        cut = cuts.get(opening.id)
        version = versions[opening.version_id]
        parts += figures_of_version(
            version,
            opening.version.questionnaire_id,
            cut.figures if cut else {},
            cut.responses if cut else 0,
        )
        if cut:
            add(services, {opening.service.name: cut.responses})
            for name, groups in participation_in(cut).items():
                add(participation[name], groups)
    return Shown(
        sum(cut.responses for cut in cuts.values()),
        max((cut.taken_at for cut in cuts.values()), default=None),
        tuple(joined(parts)),
        participation,
        services,
    )


def add(counts: dict[str, int], more: Mapping[str, int]) -> None:
    """Add counts under the same names."""
    for name, count in more.items():
        counts[name] = counts.get(name, 0) + count


def cuts_of(session: Session, openings: Iterable[Opening]) -> dict[int, Cut]:
    """Opening -> its stored figures, for those that have any."""
    ids = [one.id for one in openings]
    found = session.scalars(select(Cut).where(Cut.opening_id.in_(ids)).order_by(Cut.opening_id))
    return {one.opening_id: one for one in found}


def breakdowns_of(session: Session, opening_id: int) -> dict[int, Breakdown]:
    """Question id -> the breakdown that was chosen for it."""
    found = session.scalars(
        select(Breakdown).where(Breakdown.opening_id == opening_id).order_by(Breakdown.question_id)
    )
    return {one.question_id: one for one in found}


def earlier_campaigns(
    session: Session, campaign: Campaign, questionnaire_id: int
) -> Sequence[Campaign]:
    """Campaigns that began earlier and have figures of the same questionnaire, the latest first."""
    return session.scalars(
        select(Campaign)
        .join(Opening, Opening.campaign_id == Campaign.id)
        .join(Version, Version.id == Opening.version_id)
        .join(Cut, Cut.opening_id == Opening.id)
        .where(
            Version.questionnaire_id == questionnaire_id,
            Campaign.structure_id == campaign.structure_id,
            Campaign.id != campaign.id,
            Campaign.opens_on <= campaign.opens_on,
        )
        .order_by(Campaign.opens_on.desc(), Campaign.id.desc())
        .distinct()
    ).all()


def openings_of_questionnaire(openings: Iterable[Opening], questionnaire_id: int) -> list[Opening]:
    """Those in which one questionnaire is asked, in any version."""
    return [one for one in openings if one.version.questionnaire_id == questionnaire_id]
