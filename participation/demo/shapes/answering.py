"""What was answered, promised, done, and what is still owed."""

from dataclasses import dataclass, field
from datetime import date

from participation.wording import Words


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer to a proposal, or to a part of it."""

    key: str
    proposal: int
    part_fr: str
    outcome: str
    level: str
    day: date
    decider: str
    reason_fr: str
    message: Words
    forwarded_to: str = ""
    owed_by: str = ""
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class Means:
    """What was asked, and what was answered; `is_granted` is None when nobody answered."""

    key: str
    kind: str
    label_fr: str
    asked_fr: str
    asked_on: date
    is_granted: bool | None = None
    answer_fr: str = ""
    proposal: int = 0


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What became of a commitment on a day; `result` is what residents read."""

    day: date
    state: str
    result: Words
    new_due: date | None = None
    attendances: int | None = None
    people: int | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """What was promised, by whom, with how many residents, by when."""

    key: str
    decision: str
    what: Words
    carriers: list[str]
    residents: int
    due: date
    indicator_fr: str
    state: str
    residents_fr: str = ""
    partners: list[str] = field(default_factory=list)
    partners_fr: str = ""
    follow_ups: tuple[FollowUp, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """What the next step needs: of whom, before when, at what cost."""

    proposal: int
    what_fr: str
    of_whom_fr: str
    before: date
    cost_fr: str
