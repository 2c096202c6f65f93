"""What the templates of the board, of moderation and of proposals may use."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from participation.campaigns.models import Campaign
from participation.ideas.models import Board, Theme
from participation.ideas.queries import IdeaView, ProposalView, RemarkView
from participation.ideas.queue import QueueItem
from participation.ideas.rules import Competence, ProposalState
from participation.languages import Language
from participation.voices.hints import Part
from participation.voices.queries import Quote
from participation.voices.rules import Moderation
from participation.web.ideas.forms import (
    ActForm,
    BoardForm,
    CaseForm,
    DictationForm,
    GroupForm,
    ProposalForm,
    RemarkForm,
    SameForm,
)
from participation.web.ideas.surface import Surface
from participation.wording import Words


@dataclass(frozen=True, slots=True)
class Place:
    """A board as its pages name it. `opens_on` is given when it is not open yet."""

    id: int
    title: Words
    service: str
    is_open: bool
    opens_on: date | None
    languages: Sequence[Language]


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed into the page that proposes an idea, kept when it is refused."""

    gesture: str
    language: str
    text: str = ""
    theme: str = ""
    kind: str = "wish"


@dataclass(frozen=True, slots=True)
class BoardPage:
    """What templates/ideas/resident/board.html may use."""

    template: ClassVar[str] = "ideas/resident/board.html"
    surface: Surface
    place: Place
    themes: Sequence[Theme]
    theme: str
    ideas: Sequence[IdeaView]
    total: int
    page: int
    pages: int
    supported: int
    joined: int
    gesture: Callable[[], UUID]


@dataclass(frozen=True, slots=True)
class ProposePage:
    """What templates/ideas/resident/propose.html may use."""

    template: ClassVar[str] = "ideas/resident/propose.html"
    surface: Surface
    place: Place
    themes: Sequence[Theme]
    typed: Typed
    problem: str
    longest: int
    written: Mapping[str, Language]
    emergency: Words
    read_when: Words


@dataclass(frozen=True, slots=True)
class ThanksPage:
    """What templates/ideas/resident/thanks.html may use."""

    template: ClassVar[str] = "ideas/resident/thanks.html"
    surface: Surface
    place: Place
    read_when: Words
    reply_by: str


@dataclass(frozen=True, slots=True)
class Case:
    """One person's words on a moderator's page. `hints` say why parts are pointed at."""

    item: QueueItem
    parts: Sequence[Part]
    hints: Sequence[str]
    origin: str
    kind: str
    source: str
    channel: str
    day: str
    form: CaseForm


@dataclass(frozen=True, slots=True)
class ModerationPage:
    """What templates/ideas/moderation.html may use."""

    template: ClassVar[str] = "ideas/moderation.html"
    campaign: Campaign
    state: Moderation
    states: Mapping[Moderation, object]
    counts: Mapping[Moderation, int]
    oldest: str
    cases: Sequence[Case]


@dataclass(frozen=True, slots=True)
class CasePage:
    """What templates/ideas/case.html may use."""

    template: ClassVar[str] = "ideas/case.html"
    campaign: Campaign
    states: Mapping[Moderation, object]
    case: Case


@dataclass(frozen=True, slots=True)
class DeskBoardPage:
    """What templates/ideas/desk.html may use. `grouped`: idea -> numbers of its proposals."""

    template: ClassVar[str] = "ideas/desk.html"
    campaign: Campaign
    board: Board
    is_open: bool
    closes_on: str
    ideas: Sequence[IdeaView]
    grouped: Mapping[int, Sequence[int]]
    proposals: Sequence[ProposalView]
    states: Mapping[ProposalState, object]
    competences: Mapping[Competence, object]
    waiting: int
    form: GroupForm
    same: SameForm
    wordings: Mapping[int, Sequence[Quote]]


@dataclass(frozen=True, slots=True)
class NewBoardPage:
    """What templates/ideas/new_board.html may use."""

    template: ClassVar[str] = "ideas/new_board.html"
    campaign: Campaign
    form: BoardForm


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """What templates/ideas/proposal.html may use."""

    template: ClassVar[str] = "ideas/proposal.html"
    campaign: Campaign
    proposal: ProposalView
    languages: Sequence[str]
    states: Mapping[ProposalState, object]
    remarks: Sequence[RemarkView]
    form: ProposalForm
    remark: RemarkForm
    act: ActForm


@dataclass(frozen=True, slots=True)
class DictationPage:
    """What templates/ideas/dictation.html may use."""

    template: ClassVar[str] = "ideas/dictation.html"
    campaign: Campaign
    form: DictationForm
