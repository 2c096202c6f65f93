"""The results of some openings as they leave the product: what everybody sees, and nothing more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.ideas.published import published_words
from participation.questionnaires.asked import VersionAsked
from participation.questionnaires.figures import QuestionFigures
from participation.questionnaires.models import Breakdown, Cut, Opening
from participation.questionnaires.queries import asked
from participation.questionnaires.shown import (
    Shown,
    breakdowns_of,
    cuts_of,
    openings_of_questionnaire,
    shown,
)
from participation.voices.queries import Quote
from participation.wording import Words


@dataclass(frozen=True, slots=True)
class ExportedOpening:
    """Where a version was asked; `shown` is how many responses its stored figures rest on."""

    service: str
    version: int
    opens_on: str
    closes_on: str
    shown: int
    taken_on: str


@dataclass(frozen=True, slots=True)
class ExportedQuestionnaire:
    """One questionnaire over its openings; `breakdowns` only where there is one opening.

    `words`: question key -> published words, for the questions whose figures are shown.
    `versions`: number -> what was asked.
    """

    short_name: str
    title: Words
    openings: tuple[ExportedOpening, ...]
    shown: Shown
    words: Mapping[str, Sequence[Quote]]
    versions: Mapping[int, VersionAsked]
    breakdowns: Mapping[int, Breakdown]

    @property
    def questions(self) -> Sequence[QuestionFigures]:
        """The figures; none while there are fewer than five responses."""
        return self.shown.questions if self.shown.responses else ()

    @property
    def told(self) -> Sequence[QuestionFigures]:
        """The questions whose figures are shown."""
        return [one for one in self.questions if not one.withheld]


@dataclass(frozen=True, slots=True)
class Exported:
    """What a file of results holds."""

    campaign: str
    title: Words
    opens_on: str
    closes_on: str
    questionnaires: tuple[ExportedQuestionnaire, ...]


def exported(session: Session, campaign: Campaign, openings: Sequence[Opening]) -> Exported:
    """The stored figures of some openings of a campaign, added up by questionnaire."""
    names = dict.fromkeys(one.version.questionnaire_id for one in openings)
    return Exported(
        campaign.short_name,
        campaign.title,
        campaign.opens_on.isoformat(),
        campaign.closes_on.isoformat(),
        tuple(
            exported_questionnaire(session, campaign, openings_of_questionnaire(openings, one))
            for one in names
        ),
    )


def exported_questionnaire(
    session: Session, campaign: Campaign, openings: Sequence[Opening]
) -> ExportedQuestionnaire:
    """The same for the openings of one questionnaire."""
    figures, cuts = shown(session, openings), cuts_of(session, openings)
    questionnaire = openings[-1].version.questionnaire
    told = {one.key for one in figures.questions if figures.responses and not one.withheld}
    words = published_words(session, campaign.id, [one.id for one in openings])
    versions = {one.version.number: one.version_id for one in openings}
    return ExportedQuestionnaire(
        questionnaire.short_name,
        openings[-1].version.title,
        tuple(exported_opening(one, cuts.get(one.id)) for one in openings),
        figures,
        {key: quotes for key, quotes in words.items() if key in told},
        {number: asked(session, versions[number]) for number in sorted(versions)},
        breakdowns_of(session, openings[0].id) if len(openings) == 1 else {},
    )


def exported_opening(opening: Opening, cut: Cut | None) -> ExportedOpening:
    """Where and when it was asked."""
    return ExportedOpening(
        opening.service.name,
        opening.version.number,
        opening.opens_on.isoformat(),
        opening.closes_on.isoformat(),
        cut.responses if cut else 0,
        clock.day_of(cut.taken_at).isoformat() if cut else "",
    )
