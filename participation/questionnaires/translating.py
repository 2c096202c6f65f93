"""Write the texts of a draft in one language; add and remove languages; record texts."""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import replace

from sqlalchemy.orm import Session

from participation.errors import NotFound, UnknownLanguage
from participation.languages import is_known
from participation.media.operations import keep
from participation.media.rules import Medium
from participation.questionnaires.editing import lock
from participation.questionnaires.models import Option, Question, Statement, Version
from participation.questionnaires.rules import (
    AlreadyPublished,
    FrenchStays,
    QuestionNotWorded,
    TextChanged,
)
from participation.questionnaires.worded import TITLE
from participation.wording import State, Text, Words

FRENCH = "fr"
OWN = ("words", "hint", "unit")
"""The texts of a question itself."""


def mark_of(words: Words, tag: str) -> str:
    """What a page keeps of a text that it shows: four signs of the text, four of its French."""
    return f"{signs_of(words.get(tag))}{signs_of(words.get(FRENCH))}"


def signs_of(text: str) -> str:
    """Four signs that change with a text, whatever a browser does to the ends of its lines."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:4]


def write_words(
    session: Session,
    version: Version,
    tag: str,
    texts: Mapping[str, str],
    *,
    seen: Mapping[str, str],
    read_over: Collection[str] = (),
    reviewer: str = "",
) -> int:
    """Write the texts of a draft in one language, by place; return how many changed.

    `seen` holds the mark of each text when its page was opened: two people may write at once, each
    other texts; one that both changed is refused. What is `read_over` is marked as reviewed by a
    role. New French sends the other languages back to drafts; an empty text is taken away.

    Raises AlreadyPublished, UnknownLanguage, NotFound for an unknown place, TextChanged (facts:
    number of the question, place), and QuestionNotWorded when French would be lost.
    """
    refuse_unless_worded(session, version, tag)
    places = places_of(version)
    changes: dict[str, Words] = {}
    for place, typed in texts.items():
        if place not in places:
            raise NotFound
        before, is_read = places[place].words, place in read_over
        after = rewritten(before, tag, typed, is_read=is_read, reviewer=reviewer)
        mark = seen.get(place, "")
        if after == before or (not is_read and signs_of(typed) == mark[:4]):
            continue
        if mark != mark_of(before, tag):
            raise TextChanged(number=places[place].number, place=place)
        if not after.get(FRENCH) and before.get(FRENCH):
            raise QuestionNotWorded(key=place.partition(":")[0])
        changes[place] = after
    for place, after in changes.items():
        places[place].write(after)
    if changes:
        version.revision += 1
    session.flush()
    return len(changes)


def rewritten(words: Words, tag: str, typed: str, *, is_read: bool, reviewer: str) -> Words:
    """Words with one language as it was typed and read; unchanged when nothing differs."""
    old = words.texts.get(tag)
    typed = typed.strip()
    if not typed:
        return without(words, tag) if old else words
    is_same = old is not None and signs_of(old.text) == signs_of(typed)
    if tag == FRENCH:
        return words if is_same else french_anew(words, typed)
    text = old if old is not None and is_same else Text(typed, State.DRAFT)
    if is_read and text.state is not State.REVIEWED:
        text = replace(text, state=State.REVIEWED, reviewer=reviewer)
    return words if text is old else Words({**words.texts, tag: text})


def french_anew(words: Words, typed: str) -> Words:
    """New French: every other language must be checked again."""
    others = {
        tag: replace(text, state=State.DRAFT, reviewer="")
        for tag, text in words.texts.items()
        if tag != FRENCH
    }
    return Words({**others, FRENCH: Text(typed)})


def without(words: Words, tag: str) -> Words:
    """The same words in the other languages."""
    return Words({one: text for one, text in words.texts.items() if one != tag})


def add_language(session: Session, version: Version, tag: str) -> None:
    """Offer one more language to write in. Raises AlreadyPublished and UnknownLanguage."""
    refuse_published(session, version)
    if not is_known(tag):
        raise UnknownLanguage
    if tag not in version.languages:
        version.languages = [*version.languages, tag]
        version.revision += 1
        session.flush()


def remove_language(session: Session, version: Version, tag: str) -> int:
    """Take a language out of a draft with its texts; return how many went.

    Raises AlreadyPublished, UnknownLanguage and FrenchStays.
    """
    refuse_unless_worded(session, version, tag)
    if tag == FRENCH:
        raise FrenchStays
    gone = [one for one in places_of(version).values() if one.words.texts.get(tag)]
    for one in gone:
        one.write(without(one.words, tag))
    version.languages = [one for one in version.languages if one != tag]
    version.revision += 1
    session.flush()
    return len(gone)


def set_sound(
    session: Session, version: Version, tag: str, place: str, *, sound: Medium | None
) -> None:
    """Let a text be heard, or (None) no longer.

    Raises AlreadyPublished, UnknownLanguage, and NotFound where there is no text.
    """
    refuse_unless_worded(session, version, tag)
    found = places_of(version).get(place)
    if found is None or not found.words.get(tag):
        raise NotFound
    kept = keep(session, sound).id if sound is not None else None
    text = replace(found.words.texts[tag], sound=kept)
    found.write(Words({**found.words.texts, tag: text}))
    version.revision += 1
    session.flush()


def refuse_published(session: Session, version: Version) -> None:
    """Wait for whoever writes to the version; raise AlreadyPublished when it is published."""
    lock(session, version)
    if version.published_at is not None:
        raise AlreadyPublished


def refuse_unless_worded(session: Session, version: Version, tag: str) -> None:
    """Raise AlreadyPublished, or UnknownLanguage for one in which the draft is not written."""
    refuse_published(session, version)
    if tag not in version.languages:
        raise UnknownLanguage


class Place:
    """Where one text is stored: a row and the name of its column."""

    def __init__(self, row: object, column: str, number: int) -> None:
        """Name the column; `number` is the place of the question."""
        self.row, self.column, self.number = row, column, number

    @property
    def words(self) -> Words:
        """The words as they are stored."""
        found: Words = getattr(self.row, self.column)
        return found

    def write(self, words: Words) -> None:
        """Store other words."""
        setattr(self.row, self.column, words)


def places_of(version: Version) -> dict[str, Place]:
    """Every place of a version that can be written."""
    found = {TITLE: Place(version, "title", 0)}
    for number, question in enumerate(version.questions, start=1):
        found.update(places_in(question, number))
    return found


def places_in(question: Question, number: int) -> dict[str, Place]:
    """The places of one question, as `worded.texts_in` names them."""
    parts: list[tuple[str, Option | Statement]] = [
        *((f"options.{one.key}", one) for one in question.options),
        *((f"statements.{one.key}", one) for one in question.statements),
    ]
    own = {f"{question.key}:{name}": Place(question, name, number) for name in OWN}
    return own | {f"{question.key}:{name}": Place(row, "words", number) for name, row in parts}
