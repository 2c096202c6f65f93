"""How many in ten: the only way in which the answers inside a group are told."""

from dataclasses import dataclass
from enum import StrEnum


class Precision(StrEnum):
    """How the figure stands to the true share."""

    ABOUT = "about"
    FEWER_THAN = "fewer_than"
    MORE_THAN = "more_than"


@dataclass(frozen=True, slots=True)
class Tenths:
    """From 1 to 9 people in 10: "about 4 in 10", "fewer than 1 in 10", "more than 9 in 10"."""

    tenths: int
    precision: Precision


def tenths(part: int, whole: int) -> Tenths:
    """Round a share to tenths, halves upwards, and never say nobody or everybody.

    Nobody is "fewer than 1 in 10" as well, and everybody "more than 9 in 10": a row in which all
    the people of a group stand in one column would tell what each of them answered.
    Raises ValueError when the part is not a part of a whole.
    """
    if not 0 <= part <= whole or whole == 0:
        raise ValueError("a share needs a whole, and a part no larger than it")
    rounded = (20 * part + whole) // (2 * whole)
    if rounded == 0:
        return Tenths(1, Precision.FEWER_THAN)
    if rounded == 10:
        return Tenths(9, Precision.MORE_THAN)
    return Tenths(rounded, Precision.ABOUT)
