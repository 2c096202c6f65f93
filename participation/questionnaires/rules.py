"""What a question is, who helps, when an answer counts, and what stops it."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from participation.clock import LOCAL
from participation.errors import KeptAside, Refused

GRACE = timedelta(hours=24)
"""A page opened before the closing may arrive this long after it."""
ADDRESS_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Signs that nobody confuses when an address is read aloud or copied by hand."""
ADDRESS_LENGTH = 10


class Assistance(StrEnum):
    """Mode de passation: who was there while answering."""

    ALONE = "alone"
    WORKER = "worker"
    VOLUNTEER = "volunteer"
    RELATIVE = "relative"
    PEER = "peer"
    INTERPRETER = "interpreter"
    OTHER = "other"
    """Folded when the campaign closed; nobody is asked for it."""


class OpeningClosed(Refused):
    """The opening takes no more responses."""


class OpeningNotYet(Refused):
    """The opening has not begun; facts: opens_on."""


class ChannelNotOpen(Refused):
    """The opening does not take responses by this channel."""


class ArrivedAfterClosing(KeptAside):
    """Sent after the closing: kept aside and shown to staff, counted only in a new edition."""


class AlreadyPublished(Refused):
    """The version was published before."""


class NotPublished(Refused):
    """Only a published version can be opened."""


class NothingToAsk(Refused):
    """A version without a question cannot be published."""


class NothingToChoose(Refused):
    """A question with fewer than two answers to choose from; facts: question (its number)."""


class UnknownKind(Refused):
    """There is no such kind of question; facts: kind."""


class KeyTaken(Refused):
    """Two questions of a version, or two answers of a question, have the same key; facts: key."""


class QuestionNotWorded(Refused):
    """A question or an answer has no French words; facts: key."""


class FrenchStays(Refused):
    """French is what every other language starts from: it cannot be taken out."""


class TextChanged(Refused):
    """Somebody wrote the same text meanwhile; facts: number (of the question; 0: title), place."""


class DatesOutsideCampaign(Refused):
    """A questionnaire opens within its campaign; facts: first, last (the campaign's days)."""


class WrongService(Refused):
    """The campaign does not run in this service."""


class BadKey(Refused):
    """A key that is not made of small letters, digits, dots, dashes and underscores; facts: key."""


class BadMaximum(Refused):
    """The most answers is not between one and the number of answers; facts: question."""


class BadBounds(Refused):
    """The lowest number is not below the highest, or they are too far apart; facts: question."""


class BadPrecision(Refused):
    """A date is asked by day, month or year only; facts: question."""


class TooManyToRank(Refused):
    """Nobody can put so many things in order of importance; facts: question, most."""


class NoStatement(Refused):
    """An agreement table without a row; facts: question."""


class NotForThisKind(Refused):
    """Something was set that this kind of question does not have; facts: question, what."""


class BadCondition(Refused):
    """A condition that is not one, or that names an answer nobody offers; facts: question."""


class ConditionLater(Refused):
    """A condition about a question that comes later; facts: question, later (their numbers)."""


class ConditionCircular(Refused):
    """Two questions that wait for one another; facts: question, other (their numbers)."""


class DraftChanged(Refused):
    """Somebody else changed the draft since the editor looked at it: nothing was written."""


class QuestionGone(Refused):
    """The question was taken out of the draft meanwhile."""


class StillNeeded(Refused):
    """A later question is asked only after an answer to this one; facts: question, by."""


class MustComeBefore(Refused):
    """A question cannot pass one that rests on it; facts: question, before (their numbers)."""


class NothingToPutBack(Refused):
    """No question was taken out, or all came back."""


class NotTitled(Refused):
    """A questionnaire has a French title."""


class BadAnswer(Refused):
    """An answer that the question does not offer; facts: question (its number)."""


class TooManyChoices(Refused):
    """More options than the question allows; facts: question, maximum."""


class ContradictoryChoices(BadAnswer):
    """ "I don't know" together with another answer; facts: question."""


class NotANumber(BadAnswer):
    """Typed signs that are not a number; facts: question."""


class OutOfBounds(BadAnswer):
    """A number below the lowest or above the highest; facts: question, lowest, highest."""


class NotADate(BadAnswer):
    """Typed signs that are not a date; facts: question."""


class SamePlaceTwice(BadAnswer):
    """Two things at the same place in an order of importance; facts: question."""


class AnswerMissing(BadAnswer):
    """The service asks for an answer to this question; facts: question."""


class NoBreakdown(Refused):
    """This question cannot be told by group."""


class AlreadyBrokenDown(Refused):
    """The breakdown of this question was chosen before, for good."""


class NothingAnswered(Refused):
    """Not one question was answered: nothing is stored."""


class NotAForm(Refused):
    """A file that does not hold a questionnaire of this product."""


class OtherFormat(Refused):
    """A file of a later version of this product; facts: number, known (the highest one)."""


class FormTooLarge(Refused):
    """A file of too many bytes; facts: largest (in megabytes)."""


class FormBroken(Refused):
    """A part of the file is not as this product writes it; facts: place."""


class TooManyQuestions(Refused):
    """Nobody answers so many questions; facts: most."""


class MediumBroken(Refused):
    """A picture or a sound of a file that is not one; facts: number (its place in the file)."""


class MediumMissing(Refused):
    """A question names a picture or a sound that the file does not hold; facts: question."""


class TooFewForRows(Refused):
    """Responses are handed over one by one only from some number on; facts: fewest."""


class RowsNotYet(Refused):
    """Responses are handed over one by one only once no other may arrive; facts: hours."""


class BadAnswers(Refused):
    """Some answers cannot be taken; `found` holds question key -> refusal."""

    def __init__(self, found: dict[str, Refused]) -> None:
        """Keep each question's own refusal, so that the page can say it beside the question."""
        super().__init__(count=len(found))
        self.found = found


def closing_moment(closes_on: date, *closed_at: datetime | None) -> datetime:
    """When an opening stopped: the end of its last local day, or earlier by hand."""
    end_of_day = datetime.combine(closes_on + timedelta(days=1), time(), tzinfo=LOCAL)
    return min([end_of_day, *(moment for moment in closed_at if moment is not None)])


def counts_still(*, closed: datetime, at: datetime) -> bool:
    """Whether what was made on a page opened before the closing still counts when it arrives."""
    return at < closed + GRACE


def new_token() -> str:
    """What stands in the address of an opening: 49 random bits that can be read aloud."""
    return "".join(secrets.choice(ADDRESS_SIGNS) for _ in range(ADDRESS_LENGTH))


def twice(keys: Sequence[str]) -> str | None:
    """The first key that comes twice."""
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            return key
        seen.add(key)
    return None
