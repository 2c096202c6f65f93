"""What the templates of results may use."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from participation.ideas.answers import SaidTo
from participation.questionnaires.figures import QuestionFigures
from participation.web.forms.base import BaseForm
from participation.wording import Words

Label = Words | str


@dataclass(frozen=True, slots=True)
class Line:
    """One answer with how many gave it; `under` is the row of a table that it belongs to."""

    key: str
    label: Label
    count: int
    under: Label = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """One answer now and in the earlier campaign; None where it was not offered."""

    line: Line
    earlier: int | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """One question beside the same question of an earlier campaign, each of so many responses."""

    of: int
    earlier_of: int
    lines: Sequence[Beside]


@dataclass(frozen=True, slots=True)
class BreakdownTable:
    """Shares by group: `groups` are (name, responses), each row has one share for each group."""

    attribute: str
    responses: int
    groups: Sequence[tuple[str, int]]
    rows: Sequence[tuple[Label, Sequence[tuple[str, int]]]]
    withheld: str


@dataclass(frozen=True, slots=True)
class QuestionBlock:
    """One question as the page shows it."""

    figures: QuestionFigures
    said: str
    note: str
    lines: Sequence[Line]
    apart: Sequence[tuple[Label, int]]
    mean: str
    words: SaidTo
    may_break: bool
    breakdown: BreakdownTable | None
    comparison: Comparison | None

    @property
    def rows(self) -> Sequence[tuple[Label, int]]:
        """The lines as the chart takes them."""
        return [(one.label, one.count) for one in self.lines]


@dataclass(frozen=True, slots=True)
class PartTable:
    """Who took part, one way; `withheld` says why there is no table.

    `part` says on how many responses it rests, where an opening could not be shown this way.
    """

    head: str
    rows: Sequence[tuple[str, int]]
    withheld: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """What templates/results/results.html may use."""

    template: ClassVar[str] = "results/results.html"
    campaign_name: str
    campaign_title: Words
    title: Words
    service: str
    questionnaire_id: int
    opening_id: int | None
    tabs: Sequence[tuple[Label, str, str]]
    current: int
    responses: int
    shown: int
    taken_on: str
    withheld: str
    questions: Sequence[QuestionBlock]
    tables: Sequence[PartTable]
    services: Sequence[tuple[str, int]]
    compared: Words | None
    comparable: Sequence[tuple[Words, str, str]]
    alone: str
    attributes: Sequence[tuple[str, Any]]
    form: BaseForm


@dataclass(frozen=True, slots=True)
class QuestionnaireLine:
    """One questionnaire of a campaign."""

    title: Words
    address: str
    openings: int
    responses: int
    shown: int


@dataclass(frozen=True, slots=True)
class CampaignResultsPage:
    """What templates/results/campaign.html may use."""

    template: ClassVar[str] = "results/campaign.html"
    campaign_name: str
    campaign_title: Words
    lines: Sequence[QuestionnaireLine]
