"""Own words given to questions, as they may be read beside the figures."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from participation.ideas.queries import may_show_own
from participation.questionnaires.models import FreeText, Question
from participation.voices.models import Utterance
from participation.voices.queries import QUOTE, Quote, quote
from participation.voices.rules import Moderation

MOST_QUOTES = 12


@dataclass(slots=True)
class SaidTo:
    """What was said to one question: how many may be read, how many wait, and some of them."""

    published: int = 0
    waiting: int = 0
    quotes: list[Quote] = field(default_factory=list)


def said_to_questions(
    session: Session, campaign_id: int, opening_ids: Sequence[int]
) -> dict[str, SaidTo]:
    """Question key -> what was said to it in some openings of a campaign; two statements.

    Words in a language that may not be shown stay out until they have their French.
    """
    found: dict[str, SaidTo] = {}
    published, waiting = (
        func.sum(case((is_so, 1), else_=0))
        for is_so in (Utterance.is_publishable, Utterance.moderation == Moderation.WAITING)
    )
    counted = (
        of_openings(opening_ids, Question.key, published, waiting)
        .group_by(Question.key)
        .order_by(Question.key)
    )
    for key, can_be_read, still_waits in session.execute(counted):
        found[key] = SaidTo(int(can_be_read), int(still_waits))
    place = func.row_number().over(partition_by=Question.key, order_by=Utterance.id)
    may_show = may_show_own(campaign_id).label("may_show_own")
    numbered = (
        of_openings(opening_ids, Question.key, Utterance.id, place.label("place"))
        .where(Utterance.is_publishable)
        .subquery()
    )
    some = (
        select(numbered.c.key, may_show)
        .add_columns(*QUOTE)
        .join(numbered, numbered.c.id == Utterance.id)
        .where(numbered.c.place <= MOST_QUOTES)
        .order_by(numbered.c.key, numbered.c.place)
    )
    for row in session.execute(some):
        said = quote(row, may_show_own=bool(row.may_show_own))
        if said.own or said.french:
            found[row.key].quotes.append(said)
    return found


def of_openings(opening_ids: Sequence[int], *columns: Any) -> Any:
    """A query of words given to questions of some openings."""
    return (
        select(*columns)
        .select_from(FreeText)
        .join(Utterance, Utterance.id == FreeText.utterance_id)
        .join(Question, Question.id == FreeText.question_id)
        .where(FreeText.opening_id.in_(opening_ids))
    )
