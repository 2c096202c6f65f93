"""What a ballot must be before it is counted.

Once read, every ballot is a row of marks: one whole number for each proposal, in the order of the
proposals. Approval writes 0 or 1, dots the number of dots, colours 0 for "I pass" and 1 upwards
from the worst grade to the best. A blank ballot has only zeros.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeGuard

from participation.errors import Refused

Marks = tuple[int, ...]


class Reason(StrEnum):
    """Why a ballot, or a profile of grades, is against the rules."""

    UNREADABLE = "unreadable"
    UNKNOWN_PROPOSAL = "unknown_proposal"
    NAMED_TWICE = "named_twice"
    NOT_WHOLE = "not_whole"
    NEGATIVE = "negative"
    OVER_THE_CAP = "over_the_cap"
    TOO_MANY_DOTS = "too_many_dots"
    UNKNOWN_GRADE = "unknown_grade"
    WRONG_LENGTH = "wrong_length"


class BallotRefused(Refused):
    """A ballot against the rules; nothing is counted."""

    def __init__(self, position: int | str, reason: Reason, proposal: str | None = None) -> None:
        """Say which ballot (counted from 1; a profile says its proposal's name), why, and where."""
        super().__init__(position=position, reason=reason, proposal=proposal)
        self.position = position
        self.reason = reason
        self.proposal = proposal


class NamedPairs(dict[str, object]):
    """An object of names and values which remembers a name that was written twice."""

    def __init__(self, pairs: Sequence[tuple[str, object]]) -> None:
        """Keep the last value of each name, and the first name that came back."""
        super().__init__(pairs)
        self.repeated = first_repeated([name for name, _ in pairs])


def first_repeated(names: Sequence[str]) -> str | None:
    """The first name that stands in the list for the second time."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return None


def is_whole(number: object) -> TypeGuard[int]:
    """Tell whether this is a whole number; "true" is not one, nor is 2.0."""
    return isinstance(number, int) and not isinstance(number, bool)


def chosen(ballot: object, known: Mapping[str, int], *, position: int) -> list[str]:
    """Read a list of proposals. Raises BallotRefused: unreadable, unknown, or named twice."""
    if not isinstance(ballot, Sequence) or isinstance(ballot, str | bytes):
        raise BallotRefused(position, Reason.UNREADABLE)
    names = [known_name(name, known, position=position) for name in ballot]
    refuse_repeated(first_repeated(names), position=position)
    return names


def pairs(ballot: object, known: Mapping[str, int], *, position: int) -> dict[str, object]:
    """Read a value for each proposal named. Raises BallotRefused as `chosen` does."""
    if not isinstance(ballot, Mapping):
        raise BallotRefused(position, Reason.UNREADABLE)
    refuse_repeated(getattr(ballot, "repeated", None), position=position)
    return {known_name(name, known, position=position): ballot[name] for name in ballot}


def known_name(name: object, known: Mapping[str, int], *, position: int) -> str:
    """Let a proposal that was put to the vote pass. Raises BallotRefused for any other."""
    if not isinstance(name, str):
        raise BallotRefused(position, Reason.UNREADABLE)
    if name not in known:
        raise BallotRefused(position, Reason.UNKNOWN_PROPOSAL, name)
    return name


def refuse_repeated(name: str | None, *, position: int) -> None:
    """Raise BallotRefused when a name was written twice."""
    if name is not None:
        raise BallotRefused(position, Reason.NAMED_TWICE, name)


def places(proposals: Sequence[str]) -> dict[str, int]:
    """Where each proposal stands in a row of marks."""
    return {name: place for place, name in enumerate(proposals)}


def as_marks(marks: Mapping[str, int], known: Mapping[str, int]) -> Marks:
    """The row of marks of one ballot; a proposal that is not named gets zero."""
    return tuple(marks.get(name, 0) for name in known)
