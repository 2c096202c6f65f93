"""What residents said, what it became, and the workshop that chose."""

from dataclasses import dataclass
from datetime import date

from participation.wording import Words


@dataclass(frozen=True, slots=True)
class Theme:
    """What ideas are about."""

    key: str
    pictogram: str
    name: Words


@dataclass(frozen=True, slots=True)
class Idea:
    """A resident's idea. `number` is 0 for a second wording (`of` says of which) or a complaint."""

    language: str
    original: str
    french: str
    theme: str
    kind: str
    place: str
    channel: str
    assistance: str
    day: date
    me_too: int
    takes_part: int
    number: int = 0
    of: int = 0
    oral: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A minority view or a condition; `people` when those who held it were counted."""

    french: str
    people: int | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What ideas became. Without dots it was not put to the vote."""

    number: int
    title: Words
    label_fr: str
    pictogram: str
    who_decides: str
    ideas: list[int]
    dots: int | None = None
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Poll:
    """The vote of the workshop."""

    title: Words
    dots: int
    cap: int
    voters: int
    used: int


@dataclass(frozen=True, slots=True)
class Limits:
    """Who is missing, and what the numbers do not say."""

    missing_fr: list[str]
    biases_fr: list[str]


@dataclass(frozen=True, slots=True)
class Workshop:
    """The meeting where people read, discussed and voted."""

    day: date
    begins: str
    ends: str
    service: str
    present: int
    languages_spoken: int
    interpreters: int
    volunteer_hours: int
