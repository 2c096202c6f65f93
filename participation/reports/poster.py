"""What a poster for residents says: what they said, what was done, what is still owed."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Line:
    """A text in the language that it is really in."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Change:
    """What was asked and what was done about it, with a pictogram's name."""

    asked: Line
    done: Line
    picto: str = "idea"


@dataclass(frozen=True, slots=True)
class Notice:
    """What is under way, refused with its reason, or unanswered; a date when there is one."""

    title: Line
    text: Line
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Poster:
    """One sheet of paper, in one language."""

    language: str
    structure: str
    service: str
    on: date
    changes: tuple[Change, ...]
    ongoing: tuple[Notice, ...] = ()
    refused: tuple[Notice, ...] = ()
    unanswered: tuple[Notice, ...] = ()
    next_meeting: date | None = None
    address: str = ""
    """Where the same news stands on the web; printed as a QR code."""
    is_reviewed: bool = False
    is_demonstration: bool = False
