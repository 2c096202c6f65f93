"""What a synthesis says, as plain values: numbers, dates, codes, and words that people wrote.

Codes are turned into words by the templates; texts are printed as staff or residents wrote them.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Cover:
    """Who writes to whom, about what, in which edition."""

    structure: str
    services: tuple[str, ...]
    campaign: str
    recipient: str
    edition: int
    on: date
    is_draft: bool = False
    is_demonstration: bool = False
    contact: str = ""
    next_meeting: date | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity of means; `unit` is a code: euros, euros_year, hours, hours_week, half_days, fte."""

    quantity: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked of one person, before a date, at a cost. All four are always there."""

    what: str
    who: str
    before: date
    costs: tuple[Amount, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that residents are owed: since when, how many days, and by whom."""

    what: str
    since: date
    days: int
    who: str
    is_studied: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a promise stands; `state` is todo, ongoing, partly, done, late, unanswered or dropped."""

    state: str
    text: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Priority:
    """One of the proposals voted first."""

    rank: int
    title: str
    votes: int
    progress: tuple[Progress, ...] = ()
    ask: Ask | None = None
    waiting: Waiting | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that was kept, in a few words."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """Page one: enough to act without reading on."""

    priorities: tuple[Priority, ...]
    decided: tuple[Decided, ...]
    waiting: tuple[Waiting, ...]
    states: tuple[tuple[str, int], ...]
    proposals: int
    answered: int
    median_days: int | None
    kept: int
    commitments: int
    headline: str = ""
    lede: str = ""
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One answer and how many gave it; `label` is text, or a code where the template knows it."""

    label: str
    count: int
    picto: str = ""
    is_finding: bool = False


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step of the campaign: listening, grouping, workshop, answers, council, feedback, followup."""

    step: str
    starts: date
    ends: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Somebody who did not take part, and what is known of why."""

    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Turnout:
    """Who took part, and who is missing. `responses` counts each questionnaire by its title."""

    level_aimed: str
    levels_reached: tuple[tuple[str, int], ...]
    responses: tuple[tuple[str, int], ...]
    ideas_received: int
    ideas_published: int
    idea_languages: int
    attendants: int
    attendant_languages: int
    interpreters: int
    milestones: tuple[Milestone, ...]
    about: str
    """The questionnaire that the breakdowns by language, assistance and channel are about."""
    languages: tuple[Row, ...]
    assistance: tuple[Row, ...]
    channels: tuple[Row, ...]
    missing: tuple[Gap, ...]
    instance: str = ""


@dataclass(frozen=True, slots=True)
class QuestionFigures:
    """One question: its rows out of `total`. `kind` is faces or bars."""

    title: str
    kind: str
    total: int
    rows: tuple[Row, ...]
    finding: str = ""
    questionnaire: str = ""
    skipped: int = 0
    declined: int = 0
    at_most: int = 1
    """How many options one response may hold; 0 when there is no limit."""


@dataclass(frozen=True, slots=True)
class Split:
    """One question by language, in shares rounded to tenths: (language or "other", n, tenths)."""

    title: str
    question: str
    rows: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A person's own words. `original` is empty when it may not stand beside the French."""

    french: str
    language: str = "fr"
    original: str = ""
    state: str = "reviewed"
    source: str = "idea"
    number: int | None = None
    is_spoken: bool = False


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A minority view or an isolated signal, kept apart from the numbers."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class VoteRow:
    """One line of a ballot: votes, and where it came from. `votes` is None when it was not voted."""

    title: str
    votes: int | None
    rank: int | None = None
    ideas: tuple[int, ...] = ()
    minority: str = ""
    is_tied: bool = False
    grades: tuple[int, ...] = ()
    """For a vote by colours: counts from the best grade to the worst, then "no opinion"."""


@dataclass(frozen=True, slots=True)
class VoteResult:
    """A count: method is dots, approval, colours or budget."""

    title: str
    on: date
    method: str
    ballots: int
    blank: int
    rows: tuple[VoteRow, ...]
    dots_each: int = 0
    dots_cap: int = 0
    dots_placed: int = 0

    @property
    def dots_given(self) -> int:
        """All the dots that were handed out."""
        return self.ballots * self.dots_each

    @property
    def dots_unused(self) -> int:
        """Dots that nobody placed: they are a way to vote too."""
        return self.dots_given - self.dots_placed


@dataclass(frozen=True, slots=True)
class Way:
    """How one idea travelled: own words, proposal, decision, commitment, change."""

    idea: int
    words: Verbatim
    proposal_number: int
    proposal: str
    votes: int | None
    outcome: str
    decided_on: date
    reason: str
    commitment: str
    change: str


@dataclass(frozen=True, slots=True)
class ProposalAnswer:
    """The answer to one part of a proposal; without an outcome it is printed as unanswered."""

    number: int
    title: str
    votes: int | None
    level: str = ""
    outcome: str = ""
    """retained, studied, refused, passed, or nothing."""
    recipient: str = ""
    means: str = ""
    reason: str = ""
    message: str = ""
    decided_on: date | None = None
    decider: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """A promise on the calendar."""

    number: int
    action: str
    bearers: str
    starts: date
    state: str
    due: date | None = None
    done: date | None = None
    expected: date | None = None
    text: str = ""
    with_residents: bool = False


@dataclass(frozen=True, slots=True)
class MeansLine:
    """What was asked and what was granted; `answer` is granted, partly, refused or unanswered."""

    what: str
    asked: str
    granted: str
    answer: str
    reason: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """What became of an earlier promise, with the reason of a delay."""

    title: str
    state: str
    happened: str
    then: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """Statements judged in colours: (statement, counts from the best grade to "no opinion")."""

    title: str
    ballots: int
    rows: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Effects:
    """What changed, what did not: (state, lead, text)."""

    changed: tuple[tuple[str, str, str], ...]
    unchanged: tuple[tuple[str, str, str], ...]
    profile: Profile | None = None


@dataclass(frozen=True, slots=True)
class Method:
    """The rules that were applied to these figures."""

    smallest_shown: int
    smallest_split: int
    assisted: int
    responses: int
    folded: int
    frozen_on: date
    uses_recordings: bool = False
    paper: int = 0
    biases: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """One measure: a code, what was aimed at and what was reached, both as "n of N" or a number."""

    code: str
    reached: int
    out_of: int | None = None
    aimed: int | None = None


@dataclass(frozen=True, slots=True)
class Synthesis:
    """The ten sections of a synthesis."""

    cover: Cover
    decision: DecisionPage
    turnout: Turnout
    figures: tuple[QuestionFigures, ...] = ()
    splits: tuple[Split, ...] = ()
    verbatims: tuple[Verbatim, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    votes: tuple[VoteResult, ...] = ()
    ways: tuple[Way, ...] = ()
    answers: tuple[ProposalAnswer, ...] = ()
    commitments: tuple[CommitmentLine, ...] = ()
    means: tuple[MeansLine, ...] = ()
    followups: tuple[FollowUpLine, ...] = ()
    effects: Effects | None = None
    method: Method | None = None
    evidence: tuple[str, ...] = ()
    """HAS criteria that this document gives facts for."""
    indicators: tuple[Indicator, ...] = ()
