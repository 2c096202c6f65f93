"""What a moderator should look at twice: signs that a text names or locates somebody."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

HIDDEN = "[…]"
"""What stands in place of hidden words, in every language."""


class HintKind(StrEnum):
    """Why a part of a text is pointed at."""

    EMAIL = "email"
    PHONE = "phone"
    NUMBER = "number"
    ADDRESS = "address"
    PERSON = "person"
    AGE = "age"


_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_PATTERNS: tuple[tuple[HintKind, re.Pattern[str]], ...] = (
    (HintKind.EMAIL, re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+")),
    (HintKind.PHONE, re.compile(r"(?<![\w+])(?:\+|00)\d(?:[ .\-/]?\d){7,14}(?!\d)")),
    (HintKind.PHONE, re.compile(r"(?<!\d)0[1-9](?:[ .\-/]?\d{2}){4}(?!\d)")),
    (HintKind.NUMBER, re.compile(r"(?<!\d)\d(?:[ .\-]?\d){5,}(?!\d)")),
    (
        HintKind.ADDRESS,
        re.compile(
            r"\b\d{1,4}\s?(?:bis|ter)?,?\s(?:rue|avenue|boulevard|place|impasse|allée|chemin|quai"
            r"|route|cours|square|passage)\b(?:\s[\w’'-]+){1,4}",
            re.IGNORECASE,
        ),
    ),
    (
        HintKind.ADDRESS,
        re.compile(
            r"\b(?:chambre|appartement|appt?|logement|porte)\s?(?:n°\s?)?\d+", re.IGNORECASE
        ),
    ),
    (
        HintKind.PERSON,
        re.compile(
            rf"\b(?:M\.|MM\.|Mr\.?|Mrs\.?|Ms\.?|Mme\.?|Mlle|Monsieur|Madame|Mademoiselle|Docteur|Dr\.?)"
            rf"\s{_NAME}(?:\s{_NAME})?"
        ),
    ),
    (HintKind.PERSON, re.compile(rf"(?i:\b(?:je m[’']appelle|my name is))\s{_NAME}(?:\s{_NAME})?")),
    (HintKind.AGE, re.compile(r"(?<!\d)\d{1,2}\s(?:ans|years old|ani|años|anos)\b", re.IGNORECASE)),
)
_ASCII_DIGITS = {zero + n: ord("0") + n for zero in (0x660, 0x6F0, 0x9E6) for n in range(10)}


@dataclass(frozen=True, slots=True)
class Hint:
    """A part of a text, from `start` up to `end`, and why it is pointed at."""

    kind: HintKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text; `hint` is None where there is nothing to look at."""

    text: str
    hint: HintKind | None = None


def hints(text: str) -> list[Hint]:
    """The parts to look at twice, in order and without overlap. Arabic and Bengali digits count."""
    plain = text.translate(_ASCII_DIGITS)
    found: list[Hint] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(plain):
            if all(match.end() <= one.start or match.start() >= one.end for one in found):
                found.append(Hint(kind, match.start(), match.end()))
    return sorted(found, key=lambda one: one.start)


def parts(text: str) -> Iterator[Part]:
    """The whole text in pieces, hinted or not, ready to be printed."""
    at = 0
    for hint in hints(text):
        if hint.start > at:
            yield Part(text[at : hint.start])
        yield Part(text[hint.start : hint.end], hint.kind)
        at = hint.end
    if at < len(text):
        yield Part(text[at:])


def hidden(text: str, pieces: Sequence[str]) -> str:
    """The text with each piece replaced by a mark, wherever it stands, whatever its case."""
    wanted = sorted({piece.strip() for piece in pieces if piece.strip()}, key=len, reverse=True)
    if not wanted:
        return text
    return re.sub("|".join(re.escape(one) for one in wanted), HIDDEN, text, flags=re.IGNORECASE)
