"""What a synthesis says, as plain values: numbers, dates, codes, and words that people wrote.

Codes are turned into words by the page; texts are printed as staff or residents wrote them.
"""

from dataclasses import dataclass
from datetime import date

from participation.reports.figures import (
    Disagreement,
    QuestionFigures,
    Row,
    Split,
    Verbatim,
    VoteResult,
)
from participation.reports.promises import (
    CommitmentLine,
    MeansLine,
    Priority,
    ProposalAnswer,
    Waiting,
    Way,
)


@dataclass(frozen=True, slots=True)
class Cover:
    """Who writes, about what, in which edition (0: none was published), on what day."""

    structure: str
    services: tuple[str, ...]
    campaign: str
    edition: int
    on: date
    is_draft: bool = False
    is_demonstration: bool = False
    contact: str = ""
    next_meeting: date | None = None


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """Page one: enough to act without reading on."""

    priorities: tuple[Priority, ...]
    waiting: tuple[Waiting, ...]
    states: tuple[tuple[str, int], ...]
    proposals: int
    answered: int
    median_days: int | None = None
    voters: int = 0
    voted_on: date | None = None

    @property
    def commitments(self) -> int:
        """Every promise."""
        return sum(count for _, count in self.states)

    @property
    def kept(self) -> int:
        """Promises that are done."""
        return sum(count for state, count in self.states if state == "done")

    @property
    def asks(self) -> int:
        """How many decisions page one asks for."""
        return sum(priority.ask is not None for priority in self.priorities)


@dataclass(frozen=True, slots=True)
class Milestone:
    """A date of the campaign's calendar."""

    on: date
    text: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A workshop, as counted by the people who ran it."""

    on: date
    people: int
    languages: int
    interpreters: int


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Who answered one questionnaire; groups under the threshold stand together as "other"."""

    questionnaire: str
    responses: int
    languages: tuple[Row, ...]
    assistance: tuple[Row, ...]
    channels: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Turnout:
    """Who took part and who is missing; `responses` counts each questionnaire."""

    level_aimed: str
    levels_stated: tuple[tuple[str, int], ...]
    responses: tuple[tuple[str, int], ...]
    ideas_received: int
    ideas_published: int
    idea_languages: int
    meetings: tuple[Meeting, ...]
    milestones: tuple[Milestone, ...]
    breakdown: Breakdown | None
    missing: tuple[str, ...]
    council: str = ""


@dataclass(frozen=True, slots=True)
class Effect:
    """Something that changed, or did not, with the state that says so."""

    progress: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Method:
    """The rules applied to these figures, and what staff wrote about their limits."""

    smallest_shown: int
    smallest_split: int
    responses: int
    assisted: int
    biases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Synthesis:
    """The ten sections of a synthesis."""

    cover: Cover
    decision: DecisionPage
    turnout: Turnout
    method: Method
    figures: tuple[QuestionFigures, ...] = ()
    splits: tuple[Split, ...] = ()
    verbatims: tuple[Verbatim, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    votes: tuple[VoteResult, ...] = ()
    ways: tuple[Way, ...] = ()
    answers: tuple[ProposalAnswer, ...] = ()
    commitments: tuple[CommitmentLine, ...] = ()
    means: tuple[MeansLine, ...] = ()
    changed: tuple[Effect, ...] = ()
    unchanged: tuple[Effect, ...] = ()
