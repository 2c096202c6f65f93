"""What the templates of the board, of moderation and of proposals may use."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from participation.ideas.models import Theme
from participation.ideas.queries import IdeaView
from participation.languages import Language
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
