"""What the templates of results may use."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from participation.questionnaires.figures import QuestionFigures
from participation.questionnaires.models import Cut
from participation.wording import Words


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """What templates/results/opening.html may use."""

    template: ClassVar[str] = "results/opening.html"
    campaign_name: str
    campaign_title: Words
    title: Words
    service: str
    responses: int
    cut: Cut | None
    taken_on: str
    questions: Sequence[QuestionFigures]
    withheld: str
