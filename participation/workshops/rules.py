"""Polls, cards and urns: what is allowed, and what each refusal means to a voter."""

from enum import StrEnum

from participation.disclosure.thresholds import FEWEST_SHOWN
from participation.errors import Refused

FEWEST_VOTERS = FEWEST_SHOWN


class Method(StrEnum):
    """How people vote."""

    APPROVAL = "approval"
    DOTS = "dots"


class PollState(StrEnum):
    """A poll only goes forward."""

    PREPARED = "prepared"
    OPEN = "open"
    CLOSED = "closed"
    REVEALED = "revealed"


class CardState(StrEnum):
    """A card votes once; a test card votes only in a rehearsal."""

    UNUSED = "unused"
    USED = "used"
    VOID = "void"
    TEST = "test"


class PollNotOpen(Refused):
    """The poll takes no votes now; the card stays good."""


class UnknownCard(Refused):
    """No card of this poll has this code."""


class CardUsed(Refused):
    """The card has voted, by another gesture."""


class CardVoid(Refused):
    """The card was taken out of use."""


class TestCard(Refused):
    """A test card in a real vote."""


class BallotBroken(Refused):
    """A ballot against the rules (too many dots, over the cap); facts: dots, cap."""


class NothingToVoteOn(Refused):
    """A poll needs two proposals or more."""


class WrongStep(Refused):
    """The poll is not where this button leads from: somebody else pressed first."""


class UrnDisagrees(Refused):
    """The urn and the used cards do not have the same number; closing stops."""


class TooFewVoters(Refused):
    """Fewer than five ballots: nothing is published."""


class TooManyTries(Refused):
    """Ten wrong cards in a minute: this desk or tablet waits; facts: seconds."""
