"""What the templates of workshops and votes may use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from markupsafe import Markup

from participation.campaigns.models import Campaign
from participation.ideas.models import Proposal
from participation.languages import Language
from participation.web.forms.base import BaseForm
from participation.workshops.models import Poll, Workshop
from participation.workshops.queries import PollResult, Turnout
from participation.workshops.urns import PrintedCard


@dataclass(frozen=True, slots=True)
class SentBallot:
    """What a page of the ballot holds and sends: `marks` is position -> dots, or 1 for yes."""

    gesture: str
    card: str = ""
    marks: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WorkshopsPage:
    """templates/workshops/list.html."""

    template: ClassVar[str] = "workshops/list.html"
    campaign: Campaign
    workshops: Sequence[Workshop]
    polls: Sequence[Poll]


@dataclass(frozen=True, slots=True)
class PlanPage:
    """templates/workshops/plan.html: `workshop` is None for a new one."""

    template: ClassVar[str] = "workshops/plan.html"
    campaign: Campaign
    workshop: Workshop | None
    form: BaseForm


@dataclass(frozen=True, slots=True)
class PreparePage:
    """templates/workshops/prepare.html."""

    template: ClassVar[str] = "workshops/prepare.html"
    campaign: Campaign
    proposals: Sequence[Proposal]
    form: BaseForm


@dataclass(frozen=True, slots=True)
class ChoosePage:
    """templates/workshops/choose.html."""

    template: ClassVar[str] = "workshops/choose.html"
    poll: Poll
    proposals: Sequence[Proposal]
    form: BaseForm


@dataclass(frozen=True, slots=True)
class RunPage:
    """templates/workshops/run.html: `turnout` counts cards; `result` is None before the reveal."""

    template: ClassVar[str] = "workshops/run.html"
    poll: Poll
    turnout: Turnout
    ballots: int
    is_rehearsed: bool
    is_out_of_reach: bool
    address: str
    result: PollResult | None
    form: BaseForm
    cards_form: BaseForm
    void_form: BaseForm
    reveal_form: BaseForm
    problem: str = ""


class RunPart(RunPage):
    """The numbers alone: templates/workshops/_turnout.html."""

    template: ClassVar[str] = "workshops/_turnout.html"


@dataclass(frozen=True, slots=True)
class CardsPage:
    """templates/workshops/cards.html: `sheets` hold ten cards at most; `drawings` are their QR."""

    template: ClassVar[str] = "workshops/cards.html"
    poll: Poll
    sheets: Sequence[Sequence[PrintedCard]]
    drawings: Mapping[str, Markup]
    address: str
    symbol: str


@dataclass(frozen=True, slots=True)
class PaperPage:
    """templates/workshops/paper.html: one paper ballot, keyed in with its six digits."""

    template: ClassVar[str] = "workshops/paper.html"
    poll: Poll
    sent: SentBallot
    choices: Sequence[int]
    form: BaseForm
    problem: str = ""


@dataclass(frozen=True, slots=True)
class CodePage:
    """templates/workshops/resident/code.html: the short code of the screen is typed here."""

    template: ClassVar[str] = "workshops/resident/code.html"
    typed: str = ""
    is_unknown: bool = False


@dataclass(frozen=True, slots=True)
class LanguagesPage:
    """templates/workshops/resident/languages.html."""

    template: ClassVar[str] = "workshops/resident/languages.html"
    languages: Sequence[Language]
    addresses: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class StatePage:
    """templates/workshops/resident/state.html: before, between and after.

    `at` says from where one looks: waiting, voting, voted, tried.
    """

    template: ClassVar[str] = "workshops/resident/state.html"
    poll: Poll
    at: str
    result: PollResult | None
    why: str


class StatePart(StatePage):
    """The same without its page: templates/workshops/resident/_state.html."""

    template: ClassVar[str] = "workshops/resident/_state.html"


@dataclass(frozen=True, slots=True)
class BallotPage:
    """templates/workshops/resident/ballot.html: `choices` are the marks that one line may get."""

    template: ClassVar[str] = "workshops/resident/ballot.html"
    poll: Poll
    sent: SentBallot
    choices: Sequence[int]
    is_rehearsal: bool
    problem: str = ""


@dataclass(frozen=True, slots=True)
class CheckPage:
    """templates/workshops/resident/check.html: `given` are the marks in the order of the lines."""

    template: ClassVar[str] = "workshops/resident/check.html"
    poll: Poll
    sent: SentBallot
    given: Sequence[int]
    is_rehearsal: bool


@dataclass(frozen=True, slots=True)
class ScreenPage:
    """templates/workshops/resident/screen.html: what the room sees."""

    template: ClassVar[str] = "workshops/resident/screen.html"
    poll: Poll
    used: int
    expected: int
    has_people: bool
    address: str
    drawing: Markup
    symbol: str
    invitations: Sequence[tuple[str, str]]
    result: PollResult | None
    why: str


class ScreenPart(ScreenPage):
    """The same without its page: templates/workshops/resident/_screen.html."""

    template: ClassVar[str] = "workshops/resident/_screen.html"
