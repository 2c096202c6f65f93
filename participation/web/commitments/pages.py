"""What the templates of answers and commitments may use."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from participation.campaigns.models import Campaign
from participation.commitments.models import Commitment, Decision, Means
from participation.commitments.owed import Unanswered
from participation.commitments.standing import Standing
from participation.ideas.models import Proposal
from participation.languages import Language
from participation.web.commitments.forms import (
    CommitmentForm,
    DecisionForm,
    FollowUpForm,
    MeansAnswerForm,
    MeansForm,
)
from participation.wording import Words


@dataclass(frozen=True, slots=True)
class AnswersPage:
    """templates/commitments/answers.html."""

    template: ClassVar[str] = "commitments/answers.html"
    campaign: Campaign
    standings: Sequence[Standing]
    unanswered: Sequence[Unanswered]


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """templates/commitments/proposal.html: the answers to one proposal."""

    template: ClassVar[str] = "commitments/proposal.html"
    campaign: Campaign
    proposal: Proposal
    standing: Standing
    drafts: Sequence[Decision]
    form: DecisionForm
    may_publish: bool


@dataclass(frozen=True, slots=True)
class CommitPage:
    """templates/commitments/commit.html: commit to what an answer announced."""

    template: ClassVar[str] = "commitments/commit.html"
    decision: Decision
    form: CommitmentForm


@dataclass(frozen=True, slots=True)
class FollowPage:
    """templates/commitments/follow.html: one commitment and its follow-ups."""

    template: ClassVar[str] = "commitments/follow.html"
    commitment: Commitment
    form: FollowUpForm


@dataclass(frozen=True, slots=True)
class MeansPage:
    """templates/commitments/means.html: what is asked for and what was answered."""

    template: ClassVar[str] = "commitments/means.html"
    campaign: Campaign
    means: Sequence[Means]
    form: MeansForm
    answer_form: MeansAnswerForm
    may_answer: bool


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """One proposal for residents: what they said, what was answered, what is done."""

    number: int
    title: Words
    pictogram: str
    outcome: str
    message: Words
    progress: str
    result: Words
    answer_on: date | None


@dataclass(frozen=True, slots=True)
class Surface:
    """Where the screen is looked at; `home` is empty anywhere but on a kiosk."""

    layout: str
    home: str = ""
    start: str = ""
    idle_seconds: int = 0


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """templates/commitments/resident/changed.html."""

    template: ClassVar[str] = "commitments/resident/changed.html"
    campaign: Campaign
    done: Sequence[ChangedLine]
    begun: Sequence[ChangedLine]
    refused: Sequence[ChangedLine]
    waiting: Sequence[ChangedLine]
    surface: Surface
    languages: Sequence[tuple[Language, str]]
