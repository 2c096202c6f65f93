"""What the page of a form needs to know of its version, and how much of an answer is read."""

from collections.abc import Iterator, Mapping, Sequence

from babel.dates import get_month_names
from flask import request
from werkzeug.datastructures import MultiDict

from participation import clock
from participation.errors import BrokenForm
from participation.questionnaires.asked import QuestionAsked, VersionAsked
from participation.questionnaires.kinds import kind_named
from participation.web.languages import language, locale
from participation.web.questionnaires.forms import Known
from participation.web.questionnaires.pages import Calendar
from participation.web.questionnaires.sent import MOST_FIELDS
from participation.wording import Words

YEARS_AHEAD, YEARS_BEHIND = 3, 110


def form_sent() -> MultiDict[str, str]:
    """The fields of a request; raise BrokenForm before thousands of them are read."""
    request.max_form_parts = MOST_FIELDS
    is_in_parts = request.mimetype == "multipart/form-data"
    if not is_in_parts and request.get_data().count(b"&") > MOST_FIELDS:
        raise BrokenForm
    return request.form


def numbers_of(questions: Sequence[QuestionAsked]) -> Mapping[str, int]:
    """Key -> number, counted from 1, of the questions that are answered."""
    answered = [one.key for one in questions if kind_named(one.kind).is_answered]
    return {key: number for number, key in enumerate(answered, start=1)}


def texts_of(question: QuestionAsked) -> Iterator[Words]:
    """Every text of a question that a reader meets."""
    own = (question.words, question.hint, question.unit)
    options = (one.words for one in question.options)
    statements = (one.words for one in question.statements)
    yield from filter(None, (*own, *options, *statements))


def lacks_words(version: VersionAsked, tag: str) -> bool:
    """Whether something on the page has to be read in another language."""
    return any(not text.get(tag) for one in version.questions for text in texts_of(one))


def read_in(found: Known) -> str:
    """The language in which most of the questions are read."""
    tag, asked = language().tag, found.version.questions
    worded = sum(bool(one.words.get(tag)) for one in asked)
    return tag if 2 * worded >= len(asked) else found.opening.reading


def calendar() -> Calendar:
    """What a date is chosen from where no keyboard is wanted."""
    names = get_month_names("wide", context="stand-alone", locale=locale())
    this_year = clock.today().year
    years = range(this_year + YEARS_AHEAD, this_year - YEARS_BEHIND, -1)
    return Calendar([names[month] for month in range(1, 13)], list(years))
