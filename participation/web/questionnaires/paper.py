"""A questionnaire as a sheet: the browser prints it, and a volunteer keys the answers in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from flask.typing import ResponseReturnValue

from participation.errors import NotFound
from participation.languages import REGISTRY
from participation.questionnaires import queries
from participation.questionnaires.asked import QuestionAsked
from participation.questionnaires.reading import numbers_of
from participation.questionnaires.worded import progress
from participation.web.access import open_to
from participation.web.database import session
from participation.web.languages import language
from participation.web.questionnaires.blueprint import questionnaires
from participation.web.questionnaires.opening_form import OPENERS
from participation.web.questionnaires.preview import FRAMED, framed, speak, version_to_show
from participation.web.render import render
from participation.wording import Words

SHORT = 14
"""Signs of an answer that stands beside two others on a line."""


@dataclass(frozen=True, slots=True)
class PaperPage:
    """What templates/questionnaires/resident/paper.html may use.

    `numbers`: key -> the number of a question that is answered; `french`: its words beneath, for
    whoever keys the answers in; `columns`: key -> how many answers stand on a line.
    """

    template: ClassVar[str] = "questionnaires/resident/paper.html"
    title: Words
    code: str
    number: int
    is_draft: bool
    is_reviewed: bool
    shows_french: bool
    questions: Sequence[QuestionAsked]
    numbers: Mapping[str, int]
    columns: Mapping[str, int]


@questionnaires.get("/<language>/desk/editor/<short_name>/paper/<tag>")
@open_to(*OPENERS)
def show_paper(short_name: str, tag: str) -> ResponseReturnValue:
    """The sheet in one language, with the French small beneath."""
    version = version_to_show(short_name)
    if tag not in REGISTRY:
        raise NotFound
    asked = queries.asked(session(), version.id)
    far = progress(asked, tag)
    speak(tag)
    page = PaperPage(
        title=asked.title,
        code=version.questionnaire.short_name,
        number=version.number,
        is_draft=version.published_at is None,
        is_reviewed=far.reviewed == far.texts,
        shows_french=tag not in {"fr", "fr-simple"},
        questions=asked.questions,
        numbers=numbers_of(asked.questions),
        columns={one.key: columns_of(one) for one in asked.questions},
    )
    return framed(render(page), FRAMED)


def columns_of(question: QuestionAsked) -> int:
    """Faces side by side; three short answers on a line; else two."""
    if question.kind == "faces":
        return 4
    longest = max((len(text(one.words)) for one in question.choices), default=0)
    return 3 if longest <= SHORT and len(question.choices) % 3 == 0 else 2


def text(words: Words) -> str:
    """The words as the reader gets them."""
    return words.best(language().tag).text
