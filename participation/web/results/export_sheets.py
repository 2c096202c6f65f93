"""Results as sheets, in the words of the person who asks: the same figures as on the page."""

from collections.abc import Iterator, Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from participation.exchange.sheets import Cell, Sheet
from participation.questionnaires.breakdowns import shares
from participation.questionnaires.dates import readable
from participation.questionnaires.figures import QuestionFigures
from participation.questionnaires.models import Breakdown
from participation.reports.exported import Exported, ExportedQuestionnaire
from participation.reports.exported_json import largest_first, participation
from participation.voices.queries import Quote
from participation.web.languages import language
from participation.web.results.codebook import codebook
from participation.web.results.names import ATTRIBUTES, band_name, date_name, group_name, share_name
from participation.web.results.reading_guide import how_to_read
from participation.wording import State, Words

Row = list[Cell]
TRANSLATIONS = {
    State.DRAFT: lazy_gettext("a translation that nobody has checked"),
    State.MACHINE: lazy_gettext("a translation by a machine"),
    State.REVIEWED: lazy_gettext("a translation that somebody has checked"),
}


def results_sheets(found: Exported) -> list[Sheet]:
    """Every sheet of a file of results; "By group" only where a breakdown is shown."""
    by_group = [row for one in found.questionnaires for row in breakdown_rows(one)]
    return [
        results_sheet(found),
        *([Sheet(_("By group"), breakdown_head(), by_group)] if by_group else []),
        Sheet(
            _("Who took part"),
            [_("Questionnaire"), _("Told by"), _("Group of responses"), _("Responses")],
            [row for one in found.questionnaires for row in part_rows(one)],
        ),
        Sheet(
            _("Published words"),
            words_head(),
            [row for one in found.questionnaires for row in words_rows(one)],
        ),
        codebook(found),
        how_to_read(found),
    ]


def results_sheet(found: Exported) -> Sheet:
    """One line for each answer: how many gave it, of how many who were asked."""
    head = [
        _("Questionnaire"),
        _("Question number"),
        _("Question key"),
        _("Question"),
        _("Row of the table"),
        _("Answer"),
        _("Answer key"),
        _("What is counted"),
        _("n"),
        _("N"),
        _("Mean"),
    ]
    rows = [
        [in_words(one.title), figures.number, figures.key, in_words(figures.words), *line]
        for one in found.questionnaires
        for figures in one.questions
        for line in lines_of(figures)
    ]
    return Sheet(_("Results"), head, rows)


def in_words(words: Words) -> str:
    """The text in the language of the page, or what stands for it."""
    return words.best(language().tag).text


def lines_of(figures: QuestionFigures) -> Iterator[Row]:
    """Row, answer, its key, what is counted, n, N, mean."""
    if figures.withheld:
        yield ["", "", "", _("hidden: asked of fewer than 5"), None, None, None]
        return
    yield from counted_lines(figures)
    of, mean = figures.of, figures.mean
    for one in figures.apart:
        yield ["", in_words(one.words), one.key, _("counted apart"), one.count, of, None]
    if figures.texts:
        yield ["", "", "", _("gave own words"), figures.texts, of, None]
    yield ["", "", "", _("answered"), figures.answered, of, None if mean is None else float(mean)]
    yield ["", "", "", _("no answer"), figures.skipped, of, None]


def counted_lines(figures: QuestionFigures) -> Iterator[Row]:
    """What was chosen, placed, counted or dated."""
    of = figures.of
    for row in figures.statements:
        for one in row.options:
            said = [in_words(row.words), in_words(one.words), f"{row.key}:{one.key}"]
            yield [*said, _("chose this answer"), one.count, of, None]
    for thing in figures.ranks:
        for place, count in enumerate(thing.places, start=1):
            said = ["", in_words(thing.words), thing.key]
            yield [*said, _("put at place %(n)s", n=place), count, of, None]
    for name, key, count in banded(figures):
        yield ["", name, key, _("in this band"), count, of, None]
    for one in figures.choices:
        yield ["", in_words(one.words), one.key, _("chose this answer"), one.count, of, None]


def banded(figures: QuestionFigures) -> Iterator[tuple[str, str, int]]:
    """The bands of a number or a date as the page names them, by their first value."""
    if figures.kind == "date":
        step, bands = readable(figures.bands, figures.shape[-1])
        for one in bands:
            yield date_name(one, step), str(one.first), one.count
    else:
        for one in figures.bands:
            yield band_name(one, in_words(figures.unit)), str(one.first), one.count


def breakdown_head() -> list[str]:
    """The columns of the sheet of breakdowns."""
    return [
        _("Questionnaire"),
        _("Question key"),
        _("Question"),
        _("Answer"),
        _("Answer key"),
        _("Told by"),
        _("Group of responses"),
        _("Responses of the group"),
        _("Share of the group"),
    ]


def breakdown_rows(found: ExportedQuestionnaire) -> Iterator[Row]:
    """One line for each answer and group of eleven or more."""
    for figures in found.told:
        breakdown = found.breakdowns.get(figures.question_id)
        if breakdown is not None:
            named: Row = [in_words(found.title), figures.key, in_words(figures.words)]
            yield from ([*named, *line] for line in group_lines(figures, breakdown))


def group_lines(figures: QuestionFigures, breakdown: Breakdown) -> Iterator[Row]:
    """Answer, its key, attribute, group, size, share."""
    by = breakdown.attribute
    for group in shares(breakdown.figures, [one.id for one in figures.options]):
        for option, share in zip(figures.options, group.shares, strict=True):
            named = [in_words(option.words), option.key, str(ATTRIBUTES[by])]
            yield [*named, group_name(by, group.name), group.responses, share_name(share)]


def part_rows(found: ExportedQuestionnaire) -> Iterator[Row]:
    """One line for each group of five or more, small groups together."""
    for by, groups in participation(found):
        head = _("Service") if by == "service" else str(ATTRIBUTES[by])
        if not groups:
            yield [in_words(found.title), head, _("groups too small to be shown"), None]
        for name, count in largest_first(groups):
            group = name if by == "service" else group_name(by, name)
            yield [in_words(found.title), head, group, count]
        elsewhere = found.shown.responses - sum(groups.values())
        if groups and elsewhere:
            yield [in_words(found.title), head, _("groups too small to be shown"), elsewhere]


def words_head() -> list[str]:
    """The columns of the sheet of own words."""
    return [
        _("Questionnaire"),
        _("Question key"),
        _("Question"),
        _("In the person’s own words"),
        _("Language of these words"),
        _("In French"),
        _("In easy French"),
        _("The French is"),
    ]


def words_rows(found: ExportedQuestionnaire) -> Iterator[Row]:
    """One line for each text that may be read, each on its own: no profile, no day."""
    questions = {one.key: in_words(one.words) for one in found.questions}
    for key, quotes in found.words.items():
        for one in quotes:
            yield [in_words(found.title), key, questions.get(key, ""), *said(one)]


def said(one: Quote) -> Sequence[Cell]:
    """Own words and their language where they may be shown, then the French."""
    is_own = bool(one.own) and one.written_in == "fr"
    tongue = group_name("language", one.written_in) if one.own else None
    french = one.own if is_own else one.french
    return [one.own or None, tongue, french or None, one.simple or None, french_is(one, is_own)]


def french_is(one: Quote, is_own: bool) -> str:
    """Whether the French is the person's, or a translation and of what sort."""
    if is_own:
        return str(_("what the person said"))
    if not one.french:
        return str(_("not there yet"))
    return str(TRANSLATIONS[one.french_state])
