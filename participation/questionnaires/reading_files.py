"""Read a questionnaire from a file that somebody brought: checked before anything is stored.

All of this is done before a write begins: decoding pictures takes longer than writing.
"""

import base64
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from participation.errors import Refused, TooLong, UnknownLanguage
from participation.languages import is_known
from participation.media import files as media
from participation.media.rules import LONGEST_WORDS, PICTURES, SOUNDS, Medium
from participation.questionnaires.drafts import FormDraft, OptionRole
from participation.questionnaires.embedded import pictures_of, reworded, words_of
from participation.questionnaires.kinds import kind_named
from participation.questionnaires.rules import (
    FormBroken,
    FormTooLarge,
    MediumBroken,
    MediumMissing,
    NotAForm,
    NotTitled,
    OtherFormat,
    TooManyQuestions,
)
from participation.questionnaires.shape import Named, Shape, misfit
from participation.questionnaires.shape import Text as Pattern
from participation.voices.rules import is_disguise
from participation.wording import State, Text, Words

FORMAT, NUMBER = "participation-questionnaire", 1
LARGEST = 40_000_000
"""Bytes of a file: a sound for each text of twenty questions in five languages, and more."""
MOST_QUESTIONS = 200
MOST_MEDIA = 1000
LONGEST_PLACE = 80
LONGEST = 2000
NAME = Pattern(r"[a-z0-9-]{0,40}")
DIGEST = Pattern(r"[0-9a-f]{64}")
STATES, ROLES = ("|".join(one) for one in (State, OptionRole))
WORDS = Named(
    {"text": str, "state": Pattern(STATES), "reviewer?": Pattern(r"[a-z_]{0,40}"), "sound?": int}
)
ANSWER = {"key": str, "words": WORDS, "pictogram": NAME}
QUESTION: Shape = {
    **ANSWER,
    "kind": Pattern(r"[a-z_]{1,40}"),
    "hint": WORDS,
    "picture": (DIGEST, Pattern("")),
    "options": [{**ANSWER, "role": Pattern(ROLES), "picture": (DIGEST, Pattern(""))}],
    "statements": [ANSWER],
    "maximum": (int, None),
    "lowest": (int, None),
    "highest": (int, None),
    "decimals": int,
    "unit": WORDS,
    "precision": NAME,
    "is_required": bool,
    "condition": (Named(object), None),
}
SHAPE: Shape = {
    "format": str,
    "number": int,
    "short_name": str,
    "version": int,
    "questionnaire": {"title": WORDS, "languages": [str], "questions": [QUESTION]},
    "media": [{"digest": DIGEST, "type": str, "content": str}],
}


@dataclass(frozen=True, slots=True)
class Told:
    """A file that was read: the form, and its media, as brought and as they would be kept."""

    form: FormDraft
    media: tuple[tuple[str, Medium], ...]


def read_file(content: bytes) -> Told:
    """What a file holds, checked as far as can be without the database.

    Raises FormTooLarge, NotAForm, OtherFormat, FormBroken, TooManyQuestions, UnknownLanguage,
    UnknownKind, NotTitled, TooLong, MediumBroken and MediumMissing.
    """
    told = parsed(content)
    misplaced = misfit(told, SHAPE)
    if misplaced is not None:
        raise FormBroken(place=legible(misplaced[:LONGEST_PLACE]) or "file")
    form = cleaned(FormDraft.from_json(told["questionnaire"]))
    refuse_bad_form(form)
    if len(told["media"]) > MOST_MEDIA:
        raise FormTooLarge(largest=LARGEST // 10**6)
    brought = tuple(
        (one["digest"], medium_of(one, number)) for number, one in enumerate(told["media"], start=1)
    )
    refuse_missing(form, brought)
    return Told(form, brought)


def parsed(content: bytes) -> Mapping[str, Any]:
    """The JSON of a file of this format; raise FormTooLarge, NotAForm, OtherFormat."""
    if len(content) > LARGEST:
        raise FormTooLarge(largest=LARGEST // 10**6)
    try:
        told = json.loads(content.decode("utf-8-sig"), parse_constant=refuse_constant)
    except (ValueError, RecursionError) as error:
        raise NotAForm from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise NotAForm
    number = told.get("number")
    if isinstance(number, int) and number > NUMBER:
        raise OtherFormat(number=number, known=NUMBER)
    return told


def legible(place: str) -> str:
    """A place of a file with no sign that disguises, or that no page can hold."""
    return "".join(sign for sign in place if not is_disguise(sign))


def refuse_constant(name: str) -> None:
    """NaN and Infinity are no JSON."""
    raise ValueError(name)


def cleaned(form: FormDraft) -> FormDraft:
    """Texts as a form of the desk would have taken them: no signs that only disguise, no blanks."""

    def change(words: Words) -> Words:
        texts = {tag: replace(one, text=without_disguise(one)) for tag, one in words.texts.items()}
        return Words({tag: one for tag, one in texts.items() if one.text})

    return reworded(form, change)


def without_disguise(text: Text) -> str:
    """The signs that people read; raise TooLong."""
    kept = "".join(one for one in text.text if one in "\t\r\n" or not is_disguise(one))
    if len(kept) > LONGEST:
        raise TooLong(longest=LONGEST)
    return kept if kept.strip() else ""


def refuse_bad_form(form: FormDraft) -> None:
    """What the rows themselves would not refuse."""
    if len(form.questions) > MOST_QUESTIONS:
        raise TooManyQuestions(most=MOST_QUESTIONS)
    if not all(is_known(tag) for tag in (*form.languages, *tags_of(words_of(form)))):
        raise UnknownLanguage
    if not form.title.get("fr"):
        raise NotTitled
    for one in form.questions:
        kind_named(one.kind)


def tags_of(texts: Iterable[Words]) -> Iterator[str]:
    """Every language that some text is in."""
    for words in texts:
        yield from words


def medium_of(told: Mapping[str, str], number: int) -> Medium:
    """A medium of a file as it was brought, once it has been decoded as what it says it is.

    Raises MediumBroken.
    """
    try:
        content = base64.b64decode(told["content"], validate=True)
        if Medium.of(told["type"], content).digest != told["digest"]:
            raise MediumBroken(number=number)
        if told["type"] in PICTURES:
            return media.picture(content)
        if told["type"] in SOUNDS:
            return media.sound(content, longest=LONGEST_WORDS)
    except (ValueError, Refused) as error:
        raise MediumBroken(number=number) from error
    raise MediumBroken(number=number)


def refuse_missing(form: FormDraft, brought: Sequence[tuple[str, Medium]]) -> None:
    """Raise MediumMissing where a text or a picture names a medium that did not come."""
    pictures = {digest for digest, one in brought if one.content_type in PICTURES}
    sounds = {at for at, (_, one) in enumerate(brought, start=1) if one.content_type in SOUNDS}
    if not set(sounds_of([form.title])) <= sounds:
        raise MediumMissing(question=0)
    for number, one in enumerate(form.questions, start=1):
        named = sounds_of(words for _place, words in one.texts)
        if not set(named) <= sounds or not set(pictures_of(one)) <= pictures:
            raise MediumMissing(question=number)


def sounds_of(texts: Iterable[Words]) -> Iterator[int]:
    """Every sound that some text names."""
    for words in texts:
        yield from (one.sound for one in words.texts.values() if one.sound is not None)
