"""Somebody's words as others may read them."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from participation.languages import direction_of
from participation.voices.models import Utterance
from participation.voices.rules import Source, whole
from participation.wording import State


@dataclass(frozen=True, slots=True)
class Shown:
    """A text and the language that it is in."""

    text: str
    language: str

    @property
    def direction(self) -> str:
        """ltr or rtl."""
        return direction_of(self.language)


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words. `own` is empty when only the French may be shown.

    `language` is what was spoken; `written_in` the language of the letters, which differs for
    words that were dictated.
    """

    language: str
    written_in: str
    own: str
    french: str
    french_state: State
    simple: str
    source: Source

    def main(self, reader: str) -> Shown:
        """What stands first for somebody who reads `reader`: the own words if they read them."""
        easy = self.simple or self.french
        if self.own and (self.written_in == reader or not easy):
            return Shown(self.own, self.written_in)
        return Shown(easy, "fr")

    def beside(self, reader: str) -> Shown | None:
        """The own words, when they stand beside the main text."""
        main = self.main(reader)
        if not self.own or self.written_in == main.language:
            return None
        return Shown(self.own, self.written_in)

    def is_translated(self, reader: str) -> bool:
        """Whether the main text is not in the language that was spoken."""
        return self.main(reader).language != self.language


QUOTE = (
    Utterance.language,
    Utterance.is_oral,
    Utterance.text,
    Utterance.transcript,
    Utterance.mask,
    Utterance.french,
    Utterance.french_state,
    Utterance.simple,
    Utterance.source,
)
"""The columns that `quote` reads."""


def quote(row: Row[Any], *, may_show_own: bool = True) -> Quote:
    """Somebody's words out of a row that holds the columns of QUOTE."""
    written_in = "fr" if row.is_oral else row.language
    own = row.mask or whole(row.text, row.transcript)
    return Quote(
        language=row.language,
        written_in=written_in,
        own=own if may_show_own or written_in == "fr" else "",
        french=row.french,
        french_state=row.french_state,
        simple=row.simple,
        source=row.source,
    )
