"""Who is there and when: the structure, its staff, its two campaigns."""

from dataclasses import dataclass
from datetime import date

from participation.wording import Words


@dataclass(frozen=True, slots=True)
class Structure:
    """The structure that the demonstration invents."""

    name: str
    short_name: str
    contact_fr: str
    languages: list[str]


@dataclass(frozen=True, slots=True)
class Service:
    """A place where people are received."""

    key: str
    name: str
    territory: str


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody who works there; `service` is empty for those who see all of them."""

    key: str
    name: str
    title_fr: str
    role: str
    service: str = ""
    publishes: bool = False


@dataclass(frozen=True, slots=True)
class Partner:
    """Another organisation that a decision or a commitment names."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Campaign:
    """One turn of the loop. The open one says its dates as distances from today."""

    slug: str
    level: str
    services: list[str]
    instance: str
    title: Words
    question: Words
    opens: date | None = None
    closes: date | None = None
    listening_ends: date | None = None
    reply_by: date | None = None
    opens_days_ago: int = 0
    closes_in_days: int = 0


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day, or some days, of the first campaign's calendar."""

    step: str
    on: date
    says: Words


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the first screen."""

    pictogram: str
    says: Words


@dataclass(frozen=True, slots=True)
class PreparedPoll:
    """The poll that waits in the open campaign."""

    dots: int
    cap: int
    test_cards: int
    real_cards: int
    title: Words
