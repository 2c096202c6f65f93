"""All the own words given to questions that may be read, for a file."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.ideas.answers import of_openings
from participation.ideas.queries import may_show_own
from participation.questionnaires.models import Question
from participation.voices.models import Utterance
from participation.voices.queries import QUOTE, Quote, quote


def published_words(
    session: Session, campaign_id: int, opening_ids: Sequence[int]
) -> dict[str, list[Quote]]:
    """Question key -> what was said to it and may be read, in an order that tells nothing."""
    said = of_openings(opening_ids, Question.key, Utterance.id).subquery()
    statement = (
        select(said.c.key, may_show_own(campaign_id).label("may_show_own"))
        .add_columns(*QUOTE)
        .join(said, said.c.id == Utterance.id)
        .where(Utterance.is_publishable)
        .order_by(said.c.key, Utterance.id)
    )
    found: dict[str, list[Quote]] = {}
    for row in session.execute(statement):
        found.setdefault(row.key, []).append(quote(row, may_show_own=bool(row.may_show_own)))
    return found
