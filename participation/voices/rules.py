"""What may be said, what may be shown, and what moderation decides."""

import unicodedata
from enum import StrEnum

from participation.disclosure.thresholds import FEWEST_CROSSED
from participation.errors import Refused, TooLong

LONGEST = 2000
COMMON_LANGUAGE = FEWEST_CROSSED
"""Responses in a language from which words in it no longer point to somebody."""


class Moderation(StrEnum):
    """What staff decided about somebody's words before anybody else may see them."""

    WAITING = "waiting"
    PUBLISHED = "published"
    REFUSED = "refused"
    REROUTED = "rerouted"
    ALERT = "alert"
    WITHDRAWN = "withdrawn"


class Source(StrEnum):
    """Who speaks."""

    RESIDENT = "resident"
    GROUP = "group"
    VOLUNTEER = "volunteer"
    PROFESSIONAL = "professional"


class NothingSaid(Refused):
    """The words are empty once spaces and invisible signs are taken away."""


class ReasonMissing(Refused):
    """A refusal without a reason."""


class AlreadyErased(Refused):
    """The words were erased."""


class CauseMissing(Refused):
    """Words are erased for a cause, which is kept."""


class ModeratedMeanwhile(Refused):
    """Somebody else decided about the words first; facts: by."""


class NothingHidden(Refused):
    """None of the words to hide is in the text."""


class NotWrittenDown(Refused):
    """A voice that nobody has written down yet cannot be shown to others."""


def whole(text: str | None, transcript: str) -> str:
    """What somebody wrote, then what they said aloud."""
    return "\n".join(one for one in (text, transcript) if one)


def cleaned(text: str) -> str:
    """A person's words as they are stored: whole, without control or direction-override signs.

    Raises NothingSaid and TooLong. Line breaks, zero-width joiners (needed by Persian and
    Bengali) and every letter stay; controls and bidirectional overrides (Unicode categories Cc,
    and U+202A to U+202E, U+2066 to U+2069) go, because they can only disguise.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(sign for sign in text if sign == "\n" or not is_disguise(sign)).strip()
    if not any(not sign.isspace() and unicodedata.category(sign) != "Cf" for sign in kept):
        raise NothingSaid
    if len(kept) > LONGEST:
        raise TooLong(longest=LONGEST)
    return kept


def is_disguise(sign: str) -> bool:
    """Whether a sign has no place in words."""
    return (
        unicodedata.category(sign) in {"Cc", "Cs"}
        or sign in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


def may_show_original(*, told: bool, responses_in_language: int) -> bool:
    """Whether the own words may stand beside the French: the author was told, or many speak so."""
    return told or responses_in_language >= COMMON_LANGUAGE
