"""Order of importance, for five things at most."""

from collections.abc import Sequence
from typing import ClassVar

from participation.questionnaires.asked import QuestionAsked
from participation.questionnaires.drafts import OptionDraft, OptionRole
from participation.questionnaires.kinds.base import (
    Given,
    Kind,
    Mark,
    Raw,
    pairs,
    read_apart,
)
from participation.questionnaires.rules import BadAnswer, SamePlaceTwice, TooManyToRank

MOST_TO_RANK = 5


class Ranking(Kind):
    """What counts most first; nobody has to place everything."""

    name: ClassVar[str] = "ranking"

    def offered(self, options: Sequence[OptionDraft], *, number: int) -> Sequence[OptionDraft]:
        """Two to five things; raise NothingToChoose, TooManyToRank."""
        options = super().offered(options, number=number)
        if sum(one.role is OptionRole.CHOICE for one in options) > MOST_TO_RANK:
            raise TooManyToRank(question=number, most=MOST_TO_RANK)
        return options

    def read(self, raw: Raw, question: QuestionAsked) -> Given:
        """The things placed, first to last: a place left out moves the next ones up.

        Raises SamePlaceTwice, and BadAnswer for a place that is not on the page.
        """
        places, alone = pairs(raw.chosen, question)
        wanted = {str(place) for place in range(1, len(question.choices) + 1)}
        if not set(places.values()) <= wanted:
            raise BadAnswer(question=question.number)
        if len(set(places.values())) < len(places):
            raise SamePlaceTwice(question=question.number)
        ordered = [question.option(key) for key in sorted(places, key=lambda key: places[key])]
        if any(one.role.stands_alone for one in ordered):
            raise BadAnswer(question=question.number)
        own = Given(tuple(Mark(option, value=rank) for rank, option in enumerate(ordered, start=1)))
        return read_apart(Raw(only_apart(alone, question)), question, own)


def only_apart(keys: Sequence[str], question: QuestionAsked) -> Sequence[str]:
    """Keys of answers that stand apart; raise BadAnswer for a thing without its place."""
    if any(not question.option(key).role.stands_alone for key in keys):
        raise BadAnswer(question=question.number)
    return keys
