"""Figures of several openings: sums of their stored cuts, so that no page can be subtracted."""

from collections.abc import Iterable
from dataclasses import replace

from participation.questionnaires.figures import (
    BandFigure,
    OptionFigure,
    QuestionFigures,
    RankFigure,
    Shape,
    StatementFigure,
)


def joined(parts: Iterable[QuestionFigures]) -> list[QuestionFigures]:
    """Figures of several openings, counted together by key where the question kept its shape.

    A part that is withheld by itself stays out, or else subtracting the others would show it.
    """
    merged: dict[tuple[int, str, Shape], QuestionFigures] = {}
    for part in parts:
        name = (part.questionnaire_id, part.key, part.shape)
        known = merged.get(name)
        if known is None or known.withheld:
            merged[name] = part
        elif not part.withheld:
            merged[name] = together(known, part)
    return list(merged.values())


def together(earlier: QuestionFigures, later: QuestionFigures) -> QuestionFigures:
    """Two versions of a question: the words of the later one, the counts of both."""
    return replace(
        later,
        answered=earlier.answered + later.answered,
        texts=earlier.texts + later.texts,
        options=options_together(earlier.options, later.options),
        of=earlier.of + later.of,
        is_conditional=earlier.is_conditional or later.is_conditional,
        statements=statements_together(earlier.statements, later.statements),
        ranks=ranks_together(earlier.ranks, later.ranks),
        bands=bands_together(earlier.bands, later.bands),
        total=earlier.total + later.total,
    )


def options_together(
    earlier: Iterable[OptionFigure], later: Iterable[OptionFigure]
) -> tuple[OptionFigure, ...]:
    """Options of the later version first, then those that it no longer offers."""
    before = {one.key: one for one in earlier}
    both = [
        replace(one, count=one.count + (before.pop(one.key).count if one.key in before else 0))
        for one in later
    ]
    return (*both, *before.values())


def statements_together(
    earlier: Iterable[StatementFigure], later: Iterable[StatementFigure]
) -> tuple[StatementFigure, ...]:
    """The same for the rows of a table."""
    before = {one.key: one for one in earlier}
    both = [
        replace(row, options=options_together(before.pop(row.key).options, row.options))
        if row.key in before
        else row
        for row in later
    ]
    return (*both, *before.values())


def ranks_together(
    earlier: Iterable[RankFigure], later: Iterable[RankFigure]
) -> tuple[RankFigure, ...]:
    """The same for an order of importance; with other things to place, there may be more places."""
    found: dict[str, RankFigure] = {one.key: one for one in later}
    for one in earlier:
        known = found.get(one.key)
        found[one.key] = (
            one if known is None else replace(known, places=added(one.places, known.places))
        )
    most = max((len(one.places) for one in found.values()), default=0)
    return tuple(replace(one, places=added(one.places, (0,) * most)) for one in found.values())


def added(some: tuple[int, ...], others: tuple[int, ...]) -> tuple[int, ...]:
    """Place by place; the shorter one ends with zeros."""
    size = max(len(some), len(others))
    long, short = ((*one, *(0,) * (size - len(one))) for one in (some, others))
    return tuple(first + second for first, second in zip(long, short, strict=True))


def bands_together(
    earlier: Iterable[BandFigure], later: Iterable[BandFigure]
) -> tuple[BandFigure, ...]:
    """Bands of one shape, in order."""
    counts: dict[tuple[int, int], int] = {}
    for band in (*earlier, *later):
        counts[band.first, band.last] = counts.get((band.first, band.last), 0) + band.count
    return tuple(BandFigure(first, last, count) for (first, last), count in sorted(counts.items()))
