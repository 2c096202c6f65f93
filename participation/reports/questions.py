"""One question's figures as a document draws them: rows of bars, whatever its kind."""

from collections.abc import Iterator, Mapping

from participation.questionnaires.bands import PER_MONTH
from participation.questionnaires.dates import readable
from participation.questionnaires.drafts import OptionRole
from participation.questionnaires.figures import (
    BandFigure,
    OptionFigure,
    QuestionFigures,
    RankFigure,
)
from participation.reports import figures as drawn
from participation.reports.figures import BARS, FACES, Row

SEVERAL = "several_choices"
MOST_FINDINGS = 3


def drawings(counted: QuestionFigures, questionnaire: str) -> Iterator[drawn.QuestionFigures]:
    """What is drawn of one question: a table of statements is one drawing for each row.

    Own words have no drawing (they are quoted); nor has what too few people were asked.
    """
    if counted.withheld:
        return
    title = counted.words.best("fr").text
    if counted.statements:
        for statement in counted.statements:
            named = f"{title} – {statement.words.best('fr').text}"
            rows = rows_of(counted, [*statement.options, *counted.apart])
            answered = statement.answered + sum(one.count for one in counted.apart)
            yield drawing(counted, questionnaire, named, rows, answered)
        return
    rows = rows_of_kind(counted)
    if rows:
        yield drawing(counted, questionnaire, title, rows, counted.answered)


def rows_of_kind(counted: QuestionFigures) -> list[Row]:
    """Options; first places; bands of numbers; months, years or decades."""
    if counted.ranks:
        return [*firsts(counted.ranks), *rows_of(counted, counted.apart)]
    if counted.kind == "number":
        unit = counted.unit.best("fr").text
        bands = [Row(f"{span(one)} {unit}".strip(), one.count) for one in counted.bands]
        return [*bands, *rows_of(counted, counted.apart)]
    if counted.kind == "date":
        step, dates = readable(counted.bands, counted.shape[-1])
        told = [Row(month(one) if step == "month" else span(one), one.count) for one in dates]
        return [*told, *rows_of(counted, counted.apart)]
    return rows_of(counted, counted.options) if counted.choices else []


def firsts(ranks: tuple[RankFigure, ...]) -> list[Row]:
    """How many put each thing first, most first."""
    found = [Row(one.words.best("fr").text, one.places[0], one.pictogram) for one in ranks]
    return sorted(found, key=lambda row: -row.count)


def span(band: BandFigure) -> str:
    """10–19, or 10."""
    return str(band.first) if band.first == band.last else f"{band.first}–{band.last}"


def month(band: BandFigure) -> str:
    """11/2026."""
    return f"{band.first % PER_MONTH:02}/{band.first // PER_MONTH}"


def rows_of(
    counted: QuestionFigures, options: tuple[OptionFigure, ...] | list[OptionFigure]
) -> list[Row]:
    """Options with the largest marked; whoever did not want to answer is told in the notes."""
    shown = [one for one in options if one.role != OptionRole.RATHER_NOT]
    if counted.kind == SEVERAL:
        shown.sort(key=lambda one: -one.count)
    marked = findings({one.key: one.count for one in shown}, is_several=counted.kind == SEVERAL)
    return [
        Row(one.words.best("fr").text, one.count, one.pictogram, one.key in marked) for one in shown
    ]


def drawing(
    counted: QuestionFigures, questionnaire: str, title: str, rows: list[Row], answered: int
) -> drawn.QuestionFigures:
    """One drawing; refusals and skips are told apart, and add up."""
    return drawn.QuestionFigures(
        title=title,
        kind=FACES if counted.kind == FACES else BARS,
        total=counted.of,
        rows=tuple(rows),
        questionnaire=questionnaire,
        without_answer=max(counted.of - answered, 0),
        declined=sum(one.count for one in counted.options if one.role == OptionRole.RATHER_NOT),
        at_most=(counted.maximum or 0) if counted.kind == SEVERAL else 1,
        is_conditional=counted.is_conditional,
        is_first_place=bool(counted.ranks),
    )


def findings(counts: Mapping[str, int], *, is_several: bool) -> frozenset[str]:
    """The rows drawn dark: the largest, or the three largest where several could be chosen."""
    wanted = MOST_FINDINGS if is_several else 1
    largest = sorted((count for count in counts.values() if count), reverse=True)[:wanted]
    if not largest:
        return frozenset()
    found = frozenset(key for key, count in counts.items() if count >= largest[-1])
    return found if len(found) <= MOST_FINDINGS else frozenset()
