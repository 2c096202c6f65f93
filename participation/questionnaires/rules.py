"""What a question is, who helps, when an answer counts, and what stops it."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from participation.clock import LOCAL
from participation.errors import KeptAside, Refused
from participation.wording import Words

GRACE = timedelta(hours=24)
"""A page opened before the closing may arrive this long after it."""
ADDRESS_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Signs that nobody confuses when an address is read aloud or copied by hand."""
ADDRESS_LENGTH = 10


class OptionRole(StrEnum):
    """ "I don't know" and "I don't want to answer" are answers of their own, counted apart."""

    CHOICE = "choice"
    DONT_KNOW = "dont_know"
    RATHER_NOT = "rather_not"
    NOTHING = "nothing"
    """ "None of these": an answer like the others, but nobody gives it together with another."""

    @property
    def stands_alone(self) -> bool:
        """Whether it contradicts any other answer to the same question."""
        return self is not OptionRole.CHOICE


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


class WrongService(Refused):
    """The campaign does not run in this service."""


class BadAnswer(Refused):
    """An answer that the question does not offer; facts: question (its number)."""


class TooManyChoices(Refused):
    """More options than the question allows; facts: question, maximum."""


class ContradictoryChoices(BadAnswer):
    """ "I don't know" together with another answer; facts: question."""


class NothingAnswered(Refused):
    """Not one question was answered: nothing is stored."""


class BadAnswers(Refused):
    """Some answers cannot be taken; `found` holds question key -> refusal."""

    def __init__(self, found: dict[str, Refused]) -> None:
        """Keep each question's own refusal, so that the page can say it beside the question."""
        super().__init__(count=len(found))
        self.found = found


@dataclass(frozen=True, slots=True)
class OptionDraft:
    """One answer to offer; its `role` says whether it stands alone."""

    key: str
    words: Words
    pictogram: str = ""
    role: OptionRole = OptionRole.CHOICE


@dataclass(frozen=True, slots=True)
class OptionAsked:
    """One answer that a published question offers."""

    id: int
    key: str
    role: OptionRole
    words: Words
    pictogram: str


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """One question of a published version; `number` is its place, counted from 1."""

    id: int
    number: int
    key: str
    kind: str
    words: Words
    hint: Words
    pictogram: str
    maximum: int | None
    options: tuple[OptionAsked, ...]

    def option(self, key: str) -> OptionAsked:
        """The option of a key; raise BadAnswer when the question does not offer it."""
        for option in self.options:
            if option.key == key:
                return option
        raise BadAnswer(question=self.number)

    @property
    def names(self) -> str:
        """The name of the question's fields on a page."""
        return f"q{self.number}"


@dataclass(frozen=True, slots=True)
class VersionAsked:
    """A published version: it never changes, so it may be kept in memory."""

    id: int
    title: Words
    questions: tuple[QuestionAsked, ...]

    def question(self, key: str) -> QuestionAsked:
        """The question of a key; raise BadAnswer for one that is not asked."""
        for question in self.questions:
            if question.key == key:
                return question
        raise BadAnswer(question=0)


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
