"""How many answered what to one question, of every kind, as plain values made from a stored cut."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from participation.disclosure.thresholds import FEWEST_SHOWN
from participation.questionnaires.asked import OptionAsked, QuestionAsked, VersionAsked
from participation.questionnaires.bands import number_bands, width_of
from participation.questionnaires.drafts import OptionRole
from participation.questionnaires.kinds import kind_named
from participation.wording import Words

Counts = Mapping[str, int]
Shape = tuple[str, int | None, int | None, int, str]
APART = frozenset({OptionRole.DONT_KNOW.value, OptionRole.RATHER_NOT.value})
"""Answers that say nothing about the subject; "none of these" is an answer like the others."""
STEPS_IN_A_BAND = 10


@dataclass(frozen=True, slots=True)
class OptionFigure:
    """How many responses chose one option."""

    key: str
    words: Words
    pictogram: str
    role: str
    count: int
    id: int = 0

    @property
    def is_apart(self) -> bool:
        """Whether it is "I don't know" or "I don't want to answer"."""
        return self.role in APART


@dataclass(frozen=True, slots=True)
class StatementFigure:
    """One row of an agreement table: how many chose each column."""

    key: str
    words: Words
    options: tuple[OptionFigure, ...]

    @property
    def answered(self) -> int:
        """How many responses answered this row."""
        return sum(one.count for one in self.options)


@dataclass(frozen=True, slots=True)
class RankFigure:
    """One thing to put in order: how many put it first, second, and so on."""

    key: str
    words: Words
    pictogram: str
    places: tuple[int, ...]

    @property
    def placed(self) -> int:
        """How many responses gave it a place."""
        return sum(self.places)

    @property
    def points(self) -> int:
        """A first place is worth as many points as there are places, the last place one."""
        return sum(count * worth for worth, count in enumerate(reversed(self.places), start=1))


@dataclass(frozen=True, slots=True)
class BandFigure:
    """How many values from `first` to `last`: whole numbers, months 202611, or years."""

    first: int
    last: int
    count: int


@dataclass(frozen=True, slots=True)
class QuestionFigures:
    """One question: of how many responses it was asked, how many answered, and what.

    `of` is smaller than all the responses when the question has a condition. `total` is the sum of
    the numbers, in their smallest unit: only `mean` may be shown. `withheld` says that fewer than
    five people were asked.
    """

    questionnaire_id: int
    key: str
    number: int
    kind: str
    words: Words
    pictogram: str
    maximum: int | None
    answered: int
    texts: int
    options: tuple[OptionFigure, ...]
    question_id: int = 0
    of: int = 0
    is_conditional: bool = False
    statements: tuple[StatementFigure, ...] = ()
    ranks: tuple[RankFigure, ...] = ()
    bands: tuple[BandFigure, ...] = ()
    total: int = 0
    shape: Shape = ("", None, None, 0, "")
    unit: Words = field(default_factory=Words)

    @property
    def withheld(self) -> bool:
        """Whether the figures stay hidden: its people are a group too small by itself."""
        return self.is_conditional and self.of < FEWEST_SHOWN

    @property
    def skipped(self) -> int:
        """How many were asked and did not answer."""
        return max(self.of - self.answered, 0)

    @property
    def choices(self) -> tuple[OptionFigure, ...]:
        """What was chosen among the answers offered."""
        return tuple(one for one in self.options if not one.is_apart)

    @property
    def apart(self) -> tuple[OptionFigure, ...]:
        """ "I don't know" and "I don't want to answer", counted apart."""
        return tuple(one for one in self.options if one.is_apart)

    @property
    def values(self) -> int:
        """How many numbers or dates were given."""
        return sum(band.count for band in self.bands)

    @property
    def mean(self) -> Decimal | None:
        """The mean of the numbers, to a tenth of a band: five answers may not give away a sixth.

        None for dates, and for fewer than five numbers.
        """
        kind, lowest, highest, decimals, _precision = self.shape
        if kind != "number" or self.values < FEWEST_SHOWN:
            return None
        exact = Decimal(self.total) / self.values / Decimal(10**decimals)
        step = Decimal(width_of(lowest or 0, highest or 0)) / STEPS_IN_A_BAND
        steps: Decimal = (exact / step).quantize(Decimal(1), rounding=ROUND_HALF_UP)
        return steps * step


def figures_of_version(
    version: VersionAsked, questionnaire_id: int, figures: Mapping[str, Counts], responses: int
) -> list[QuestionFigures]:
    """Every question that can be answered, with what a cut of so many responses says."""
    return [
        figures_for(one, questionnaire_id, figures, responses)
        for one in version.questions
        if kind_named(one.kind).is_answered
    ]


def figures_for(
    question: QuestionAsked,
    questionnaire_id: int,
    figures: Mapping[str, Counts],
    responses: int = 0,
) -> QuestionFigures:
    """One question with its counts; what nobody chose counts 0."""
    found = figures.get(str(question.id), {})
    return QuestionFigures(
        questionnaire_id,
        question.key,
        question.number,
        question.kind,
        question.words,
        question.pictogram,
        question.maximum,
        found.get("answered", 0),
        found.get("text", 0),
        options_of(question, found),
        question_id=question.id,
        of=found.get("asked", responses if question.condition is None else 0),
        is_conditional=question.condition is not None,
        statements=statements_of(question, found),
        ranks=ranks_of(question, found),
        bands=bands_of(question, found),
        total=found.get("sum", 0),
        shape=shape_of(question),
        unit=question.unit,
    )


def shape_of(question: QuestionAsked) -> Shape:
    """What two versions of a question must share for their answers to be added up."""
    bounds = (question.lowest, question.highest) if question.kind == "number" else (None, None)
    return (question.kind, *bounds, question.decimals, question.precision)


def options_of(question: QuestionAsked, found: Counts) -> tuple[OptionFigure, ...]:
    """The answers chosen one by one; in a table or an order, only those that stand apart."""
    by_itself = not question.statements and question.kind != "ranking"
    offered = question.options if by_itself else question.apart
    return tuple(option_figure(one, found.get(str(one.id), 0)) for one in offered)


def option_figure(option: OptionAsked, count: int) -> OptionFigure:
    """One option with its count."""
    return OptionFigure(
        option.key, option.words, option.pictogram, option.role.value, count, option.id
    )


def statements_of(question: QuestionAsked, found: Counts) -> tuple[StatementFigure, ...]:
    """The rows of an agreement table."""
    return tuple(
        StatementFigure(
            row.key,
            row.words,
            tuple(
                option_figure(one, found.get(f"{row.id}:{one.id}", 0)) for one in question.choices
            ),
        )
        for row in question.statements
    )


def ranks_of(question: QuestionAsked, found: Counts) -> tuple[RankFigure, ...]:
    """The things put in order, in the order in which they were asked."""
    if question.kind != "ranking":
        return ()
    places = range(1, len(question.choices) + 1)
    return tuple(
        RankFigure(
            one.key,
            one.words,
            one.pictogram,
            tuple(found.get(f"{one.id}@{place}", 0) for place in places),
        )
        for one in question.choices
    )


def bands_of(question: QuestionAsked, found: Counts) -> tuple[BandFigure, ...]:
    """All the bands of a number, empty ones too; the months or years that somebody named."""
    if question.kind == "number":
        return tuple(
            BandFigure(first, last, found.get(f"@{first}", 0))
            for first, last in number_bands(question)
        )
    if question.kind == "date":
        named = sorted(int(mark[1:]) for mark in found if mark.startswith("@"))
        return tuple(BandFigure(one, one, found[f"@{one}"]) for one in named)
    return ()
