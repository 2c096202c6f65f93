"""What the pages of texts side by side may use."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from participation.languages import Language
from participation.web.forms.base import BaseForm
from participation.wording import Text, Words


@dataclass(frozen=True, slots=True)
class LanguageTab:
    """One language of the draft, with how far it is."""

    language: Language
    address: str
    note: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class TextRow:
    """One text: where it stands, its French, and the language that is written.

    `mark` is what the page gives back to show what it saw; `theirs` is what somebody else wrote in
    the same place meanwhile, when that stopped a save.
    """

    id: str
    place: str
    label: str
    pictogram: str
    french: Text | None
    text: Text | None
    typed: str
    is_read: bool
    mark: str
    reviewer: str
    sound_address: str
    theirs: str
    is_wrong: bool
    is_long: bool

    @property
    def is_labelled(self) -> bool:
        """Whether one must be told what it is: a hint, a unit, the row of a table."""
        return self.place.partition(":")[2].startswith(("hint", "unit", "statements"))


@dataclass(frozen=True, slots=True)
class TextGroup:
    """The texts of one question; number 0 is the questionnaire's own title."""

    number: int
    words: Words
    kind: str
    rows: Sequence[TextRow]

    @property
    def is_done(self) -> bool:
        """Whether every text is written and was read over."""
        return all(one.text is not None and one.text.state == "reviewed" for one in self.rows)


@dataclass(frozen=True, slots=True)
class WordsPage:
    """What templates/editor/words.html may use."""

    template: ClassVar[str] = "editor/words.html"
    short_name: str
    title: Words
    number: int
    questions: int
    minutes: int
    is_draft: bool
    tabs: Sequence[LanguageTab]
    written: Language
    written_as: str
    name: str
    groups: Sequence[TextGroup]
    missing: int
    unread: int
    form: BaseForm
    problems: Sequence[tuple[str, str, str]]
    addable: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class SoundPage:
    """What templates/editor/words_sound.html may use."""

    template: ClassVar[str] = "editor/words_sound.html"
    short_name: str
    title: Words
    written: Language
    written_as: str
    name: str
    place: str
    text: Text
    back: str
    form: BaseForm
    is_draft: bool
    longest: int
