"""Answers and what follows from them."""

from datetime import date
from enum import StrEnum

from participation.errors import Refused


class Outcome(StrEnum):
    """What a decision says to a proposal, or to a part of it."""

    RETAINED = "retained"
    RETAINED_WITH_CHANGES = "retained_with_changes"
    UNDER_STUDY = "under_study"
    NOT_RETAINED = "not_retained"
    FORWARDED = "forwarded"

    @property
    def is_final(self) -> bool:
        """Whether nobody waits for another answer."""
        return self is not Outcome.UNDER_STUDY


class Progress(StrEnum):
    """Where a commitment stands."""

    TO_DO = "to_do"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    PARTLY_DONE = "partly_done"
    BLOCKED = "blocked"
    GIVEN_UP = "given_up"

    @property
    def is_over(self) -> bool:
        """Whether nothing more is to come."""
        return self in {Progress.DONE, Progress.GIVEN_UP}


class MeansKind(StrEnum):
    """What is asked for so that something can be done."""

    HOURS = "hours"
    EUROS = "euros"
    INTERPRETING = "interpreting"
    CHILDCARE = "childcare"
    ROOM = "room"
    TRAINING = "training"
    OTHER = "other"


class ReasonMissing(Refused):
    """A decision needs its reason in French."""


class MayNotPublish(Refused):
    """Publishing a decision is a right of its own."""


class DecisionPublished(Refused):
    """A published decision is never edited: a new one replaces it and both are shown."""


class DecidedBeforeTheVote(Refused):
    """A decision cannot be older than the vote it answers."""


class WhoMissing(Refused):
    """A decision, a request or a commitment names who."""


class WhatMissing(Refused):
    """A request or a commitment says what, in French."""


class NotPublishedYet(Refused):
    """Nobody commits to a decision that is still a draft."""


class MeansAnswered(Refused):
    """The request for means was answered before."""


class NoAnswerWritten(Refused):
    """Granting or refusing means needs a sentence."""


class DueDateMissing(Refused):
    """A commitment has a date."""


class GivenUpWithoutReason(Refused):
    """Giving up a commitment needs a sentence that says why."""


def is_late(progress: Progress, *, due_on: date, on: date, new_due_on: date | None = None) -> bool:
    """Late is computed: not over, and past its date or put off to a later one.

    What is partly done says so by itself: that word would be lost behind "late".
    """
    if progress.is_over or progress is Progress.PARTLY_DONE:
        return False
    return due_on < on or (new_due_on is not None and new_due_on > due_on)
