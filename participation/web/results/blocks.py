"""One question's figures in words: lines of a table, what stands apart, what must be known."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from flask_babel import format_decimal
from flask_babel import gettext as _

from participation.disclosure.thresholds import Withheld
from participation.ideas.answers import SaidTo
from participation.questionnaires.breakdowns import BROKEN_DOWN, shares
from participation.questionnaires.dates import readable
from participation.questionnaires.figures import QuestionFigures
from participation.questionnaires.models import Breakdown
from participation.web.languages import language
from participation.web.results.names import band_name, date_name, group_name, share_name, why
from participation.web.results.pages import (
    Beside,
    BreakdownTable,
    Comparison,
    Label,
    Line,
    QuestionBlock,
)


def blocks(
    questions: Sequence[QuestionFigures],
    words: Mapping[str, SaidTo],
    *,
    breakdowns: Mapping[int, Breakdown] | None = None,
    earlier: Mapping[str, QuestionFigures] | None = None,
) -> list[QuestionBlock]:
    """Every question; `breakdowns` is None where none can be chosen (several openings)."""
    return [
        block_of(
            one,
            words.get(one.key, SaidTo()),
            None if breakdowns is None else breakdowns.get(one.question_id),
            (earlier or {}).get(one.key),
            may_break=breakdowns is not None,
        )
        for one in questions
    ]


def block_of(
    figures: QuestionFigures,
    words: SaidTo,
    breakdown: Breakdown | None,
    earlier: QuestionFigures | None,
    *,
    may_break: bool,
) -> QuestionBlock:
    """One question; nothing of it is told when too few people were asked."""
    is_told = not figures.withheld
    lines = lines_of(figures) if is_told else []
    return QuestionBlock(
        figures=figures,
        said=said_of(figures),
        note=note_of(figures),
        lines=lines,
        apart=apart_of(figures) if is_told else [],
        mean=mean_of(figures),
        words=words if is_told else SaidTo(),
        may_break=may_break and is_told and breakdown is None and figures.kind in BROKEN_DOWN,
        breakdown=table_of(figures, breakdown) if breakdown and is_told else None,
        comparison=compared(figures, earlier) if is_told else None,
    )


def said_of(figures: QuestionFigures) -> str:
    """Of how many it was asked, and how many answered."""
    if figures.withheld:
        return str(_("Asked of fewer than 5, because of earlier answers: the figures stay hidden."))
    if figures.is_conditional:
        return str(
            _(
                "Asked of %(all)s because of earlier answers, answered by %(n)s",
                all=figures.of,
                n=figures.answered,
            )
        )
    return str(_("%(n)s of %(all)s answered this question", n=figures.answered, all=figures.of))


def note_of(figures: QuestionFigures) -> str:
    """What the reader must know so that the rows add up."""
    if figures.kind == "several_choices":
        if figures.maximum:
            return str(_("At most %(n)s answers each.", n=figures.maximum))
        return str(_("Several answers were possible."))
    if figures.ranks:
        most = len(figures.ranks[0].places)
        return str(_("A first place is worth %(most)s points, the last place 1 point.", most=most))
    return ""


def lines_of(figures: QuestionFigures) -> list[Line]:
    """Options, options in each row, first places, bands or dates."""
    if figures.statements:
        return [
            Line(f"{row.key}:{one.key}", one.words, one.count, row.words)
            for row in figures.statements
            for one in row.options
        ]
    if figures.ranks:
        return [Line(one.key, one.words, one.places[0]) for one in figures.ranks]
    if figures.kind == "number":
        unit = figures.unit.best(language().tag).text
        return [Line(str(one.first), band_name(one, unit), one.count) for one in figures.bands]
    if figures.kind == "date":
        step, bands = readable(figures.bands, figures.shape[-1])
        return [Line(str(one.first), date_name(one, step), one.count) for one in bands]
    return [Line(one.key, one.words, one.count) for one in figures.choices]


def apart_of(figures: QuestionFigures) -> list[tuple[Label, int]]:
    """ "I don't know" and "I don't want to answer", in the questionnaire's words; skipped."""
    apart: list[tuple[Label, int]] = [(one.words, one.count) for one in figures.apart]
    return [*apart, (_("No answer"), figures.skipped)]


def mean_of(figures: QuestionFigures) -> str:
    """The rounded mean of a number, with its unit."""
    if figures.mean is None or figures.withheld:
        return ""
    unit = figures.unit.best(language().tag).text
    return str(_("On average about %(mean)s", mean=f"{number(figures.mean)} {unit}".strip()))


def number(value: Decimal) -> str:
    """With the decimal sign of the page's language."""
    return str(format_decimal(value.normalize()))


def table_of(figures: QuestionFigures, breakdown: Breakdown) -> BreakdownTable:
    """The breakdown as it may be shown, or why it may not."""
    attribute = breakdown.attribute
    by_group = shares(breakdown.figures, [one.id for one in figures.options])
    return BreakdownTable(
        attribute,
        breakdown.responses,
        [(group_name(attribute, one.name), one.responses) for one in by_group],
        [
            (
                option.words,
                [
                    (share_name(group.shares[place]), 10 * group.shares[place].tenths)
                    for group in by_group
                ],
            )
            for place, option in enumerate(figures.options)
        ],
        why_no_table(breakdown),
    )


def why_no_table(breakdown: Breakdown) -> str:
    """The reason to give instead of the table."""
    if not breakdown.responses:
        return str(
            _("This table comes with the next figures, so that nobody is told by subtraction.")
        )
    if not breakdown.figures:
        return why(Withheld.NOT_TWO_GROUPS)
    return ""


def compared(figures: QuestionFigures, earlier: QuestionFigures | None) -> Comparison | None:
    """The same answers in an earlier campaign, where the question kept its form."""
    if earlier is None or earlier.shape != figures.shape or earlier.withheld:
        return None
    lines = [] if figures.kind == "date" else lines_of(figures)
    if not lines:
        return None
    before = {one.key: one.count for one in lines_of(earlier)}
    lines += [Line(one.key, one.words, one.count) for one in figures.apart]
    before |= {one.key: one.count for one in earlier.apart}
    return Comparison(figures.of, earlier.of, [Beside(one, before.get(one.key)) for one in lines])
