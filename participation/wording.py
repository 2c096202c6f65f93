"""Words: the one type for text that the service writes and people read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Self

from participation.languages import direction_of


class State(StrEnum):
    """How far a text in one language can be trusted."""

    DRAFT = "draft"
    MACHINE = "machine"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Text:
    """One language's text; `reviewer` is a role, never a name; `sound` is a media id."""

    text: str
    state: State = State.REVIEWED
    reviewer: str = ""
    sound: int | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """The text that a reader gets, and the language that it is really in."""

    text: str
    language: str
    state: State
    sound: int | None = None

    @property
    def direction(self) -> str:
        """ltr or rtl, for the element that holds the text."""
        return direction_of(self.language)


@dataclass(frozen=True, slots=True)
class Words:
    """Language tag -> text. Empty texts are not kept: a missing language is missing."""

    texts: Mapping[str, Text] = field(default_factory=dict)

    @classmethod
    def of(cls, state: State = State.REVIEWED, /, **texts: str) -> Self:
        """Short form: `Words.of(fr="Oui", ar="نعم", fa_AF="بلی")`; an underscore stands for "-"."""
        found = {tag.replace("_", "-"): text for tag, text in texts.items() if text.strip()}
        return cls({tag: Text(text, state) for tag, text in found.items()})

    @classmethod
    def from_json(cls, stored: Mapping[str, Any] | None) -> Self:
        """The value that `to_json` wrote."""
        return cls(
            {
                tag: Text(
                    one["text"], State(one["state"]), one.get("reviewer", ""), one.get("sound")
                )
                for tag, one in (stored or {}).items()
            }
        )

    def to_json(self) -> dict[str, Any]:
        """A plain value: language -> text, state, and reviewer and sound when there are any."""
        return {tag: _plain(text) for tag, text in sorted(self.texts.items())}

    def best(self, language: str, reading: str = "fr") -> Chosen:
        """What a reader of `language` gets: that text, else the reading language, else any.

        Never a blank and never a dash: an empty Words gives an empty text in the reading language.
        """
        for tag in (language, reading, *sorted(self.texts)):
            if tag in self.texts:
                text = self.texts[tag]
                return Chosen(text.text, tag, text.state, text.sound)
        return Chosen("", reading, State.DRAFT)

    def get(self, language: str) -> str:
        """The text in exactly this language, or an empty string."""
        return self.texts[language].text if language in self.texts else ""

    def with_text(self, language: str, text: str, state: State = State.DRAFT) -> Self:
        """The same words with one language written anew; its sound no longer fits and goes."""
        return replace(self, texts={**self.texts, language: Text(text, state)})

    def __iter__(self) -> Iterator[str]:
        """The languages that have a text."""
        return iter(sorted(self.texts))

    def __bool__(self) -> bool:
        """Whether there is a text in any language."""
        return bool(self.texts)

    def __str__(self) -> str:
        """The French text, for logs and for staff."""
        return self.best("fr").text


def _plain(text: Text) -> dict[str, Any]:
    stored: dict[str, Any] = {"text": text.text, "state": text.state.value}
    if text.reviewer:
        stored["reviewer"] = text.reviewer
    if text.sound is not None:
        stored["sound"] = text.sound
    return stored
