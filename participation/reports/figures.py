"""What people said and how they voted, as plain values that may all be shown."""

from dataclasses import dataclass
from datetime import date

FACES, BARS = "faces", "bars"


@dataclass(frozen=True, slots=True)
class Row:
    """One answer and how many responses hold it; `label` is text, or a code that the page knows."""

    label: str
    count: int
    picto: str = ""
    is_finding: bool = False


@dataclass(frozen=True, slots=True)
class QuestionFigures:
    """One question, its rows out of `total` responses to the questionnaire. `kind`: faces or bars.

    `at_most` is the number of options that a response may hold, 0 when there is no limit;
    `is_conditional`: only `total` responses were asked; `is_first_place`: rows count first places.
    """

    title: str
    kind: str
    total: int
    rows: tuple[Row, ...]
    questionnaire: str
    without_answer: int = 0
    declined: int = 0
    at_most: int = 1
    hidden: int = 0
    is_conditional: bool = False
    is_first_place: bool = False


@dataclass(frozen=True, slots=True)
class SplitRow:
    """One language's responses, and a rounded share of them; `precision` as in disclosure."""

    language: str
    responses: int
    tenths: int
    precision: str


@dataclass(frozen=True, slots=True)
class Split:
    """One answer to one question, by language."""

    questionnaire: str
    question: str
    answer: str
    rows: tuple[SplitRow, ...]


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A person's own words. `original` is empty when it may not stand beside the French.

    `source` is idea, answer or remark; `number` the proposal's, so that readers can follow it.
    """

    french: str
    language: str = "fr"
    original: str = ""
    state: str = "reviewed"
    source: str = "idea"
    number: int | None = None
    is_spoken: bool = False


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A minority view or a condition, kept apart from the numbers."""

    number: int
    title: str
    text: str
    people: int | None = None


@dataclass(frozen=True, slots=True)
class VoteRow:
    """One line of a ballot and what was said against it. `votes` is None when it was not voted."""

    number: int
    title: str
    votes: int | None
    rank: int | None = None
    ideas: int = 0
    minority: tuple[str, ...] = ()
    is_tied: bool = False


@dataclass(frozen=True, slots=True)
class VoteResult:
    """A count; `method` is dots or approval."""

    title: str
    on: date
    method: str
    ballots: int
    blank: int
    rows: tuple[VoteRow, ...]
    dots_each: int = 0
    dots_cap: int = 0

    @property
    def placed(self) -> int:
        """Every dot or approval given."""
        return sum(row.votes or 0 for row in self.rows)

    @property
    def unplaced(self) -> int:
        """Dots that nobody placed: not placing one is a choice too."""
        return self.ballots * self.dots_each - self.placed if self.method == "dots" else 0
