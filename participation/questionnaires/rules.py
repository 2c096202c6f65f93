"""What a question is, who helps, and what stops an answer."""

from enum import StrEnum

from participation.errors import KeptAside, Refused


class OptionRole(StrEnum):
    """ "I don't know" and "I don't want to answer" are answers of their own, counted apart."""

    CHOICE = "choice"
    DONT_KNOW = "dont_know"
    RATHER_NOT = "rather_not"


class Assistance(StrEnum):
    """Mode de passation: who was there while answering."""

    ALONE = "alone"
    WORKER = "worker"
    VOLUNTEER = "volunteer"
    RELATIVE = "relative"
    PEER = "peer"
    INTERPRETER = "interpreter"


class OpeningClosed(Refused):
    """The opening takes no more responses."""


class ArrivedAfterClosing(KeptAside):
    """Sent after the closing: kept aside and shown to staff, counted only in a new edition."""


class AlreadyPublished(Refused):
    """The version was published before."""


class NothingToAsk(Refused):
    """A version without a question cannot be published."""


class BadAnswer(Refused):
    """An answer that the question does not offer; facts: question (its number)."""


class TooManyChoices(Refused):
    """More options than the question allows; facts: question, maximum."""


class NothingAnswered(Refused):
    """Not one question was answered: nothing is stored."""
