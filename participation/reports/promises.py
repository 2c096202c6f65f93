"""What was asked, answered, promised and done, as plain values.

Outcomes and progress are the codes of `commitments.rules`; two more are derived here: a promise can
be "late", and a request "unanswered".
"""

from dataclasses import dataclass
from datetime import date

LATE, UNANSWERED = "late", "unanswered"


@dataclass(frozen=True, slots=True)
class AskLine:
    """What is asked of one person, before a date, at a cost. All four are always there."""

    what: str
    of_whom: str
    before: date
    cost: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that residents are owed: since when, how many days, and by whom."""

    what: str
    since: date
    days: int
    who: str = ""
    is_studied: bool = False


@dataclass(frozen=True, slots=True)
class Stand:
    """Where one promise stands, in a code and a few words."""

    progress: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Priority:
    """One of the proposals voted first: what became of it and what is asked for it now."""

    rank: int
    title: str
    votes: int
    stands: tuple[Stand, ...] = ()
    ask: AskLine | None = None
    waiting: Waiting | None = None


@dataclass(frozen=True, slots=True)
class ProposalAnswer:
    """The answer to one part of a proposal; without an outcome it is printed as unanswered."""

    number: int
    title: str
    votes: int | None
    outcome: str = ""
    level: str = ""
    recipient: str = ""
    reason: str = ""
    message: str = ""
    decided_on: date | None = None
    decider: str = ""
    replaced: bool = False
    days: int = 0


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """A promise on the calendar: promised, due, perhaps put off, perhaps done; `title` is short."""

    number: int
    title: str
    what: str
    who: str
    promised_on: date
    due_on: date
    progress: str
    done_on: date | None = None
    new_due_on: date | None = None
    result: str = ""
    indicator: str = ""
    residents: int = 0

    @property
    def ends_on(self) -> date:
        """The date to draw last: done, or put off, or due."""
        return self.done_on or self.new_due_on or self.due_on


@dataclass(frozen=True, slots=True)
class MeansLine:
    """What was asked for and what was answered; nobody answered when `is_granted` is None."""

    kind: str
    asked: str
    is_granted: bool | None
    answer: str = ""
    asked_on: date | None = None
    days: int = 0


@dataclass(frozen=True, slots=True)
class WayStep:
    """One step of an idea: a code, its date when it has one, and the words."""

    step: str
    words: str
    on: date | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """How one idea travelled, from somebody's words to what changed."""

    steps: tuple[WayStep, ...]
