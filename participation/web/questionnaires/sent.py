"""What a resident's browser sent, before anything is believed.

A field is called after the place of its question: `q3` for chosen options, `q3.typed` for what was
typed, `q3.sound` for a recording, `q3.<key>` for one part: a row of a table, a thing to put in
order, the day, the month and the year of a date. Keys may hold dots: a name is cut at its first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from flask import request
from werkzeug.datastructures import FileStorage, MultiDict

from participation.errors import BrokenForm, Refused
from participation.media.files import sound
from participation.media.rules import LONGEST_MESSAGE, Medium
from participation.questionnaires.asked import QuestionAsked, VersionAsked
from participation.questionnaires.kinds import kind_named
from participation.questionnaires.rules import Assistance
from participation.web.security import gesture_of

HELPED = "helped"
GESTURE = "gesture"
TYPED = "typed"
SOUND = "sound"
MOST_FIELDS = 1_000
"""No questionnaire of ours has as many; who sends more is not answering."""
ASKED = tuple(one for one in Assistance if one is not Assistance.OTHER)
IN_PARTS = frozenset({"agreement", "ranking"})
DATE = "date"
DATE_PARTS = {"day": ("year", "month", "day"), "month": ("year", "month"), "year": ("year",)}
Parts = Mapping[str, Sequence[str]]
"""Part of a question's fields -> values."""


@dataclass(frozen=True, slots=True)
class Sent:
    """Answers as they came: question key -> what was chosen (see `Raw`), own words, a recording.

    `refused`: question key -> why its recording cannot be taken.
    """

    gesture: str = ""
    helped: str = ""
    answers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    sounds: Mapping[str, Medium] = field(default_factory=dict)
    refused: Mapping[str, Refused] = field(default_factory=dict)

    def chosen(self, key: str) -> Sequence[str]:
        """The options that were chosen for a question; "part=option" in a table or an order."""
        return self.answers.get(key, ())

    def text(self, key: str) -> str:
        """What was typed for a question."""
        return self.texts.get(key, "")

    def date_part(self, key: str, part: str) -> str:
        """The day, the month or the year that was chosen for a date in parts."""
        found = dict(zip(DATE_PARTS["day"], self.text(key).split("-"), strict=False))
        return found.get(part, "").lstrip("0")

    @property
    def assistance(self) -> Assistance | None:
        """Who helped, if somebody said so; raise BrokenForm for anything else."""
        if not self.helped:
            return None
        if self.helped not in ASKED:
            raise BrokenForm
        return Assistance(self.helped)

    @property
    def one_gesture(self) -> UUID:
        """The gesture; raise BrokenForm without one."""
        return gesture_of(self.gesture)


def form_sent() -> MultiDict[str, str]:
    """The fields of a request; raise BrokenForm before thousands of them are read."""
    request.max_form_parts = MOST_FIELDS
    is_in_parts = request.mimetype == "multipart/form-data"
    if not is_in_parts and request.get_data().count(b"&") > MOST_FIELDS:
        raise BrokenForm
    return request.form


def read(
    form: MultiDict[str, str], files: MultiDict[str, FileStorage], version: VersionAsked
) -> Sent:
    """Each field under the key of its question; raise BrokenForm for one that no page has."""
    if len(form) > MOST_FIELDS:
        raise BrokenForm
    asked = {question.names: question for question in version.questions}
    answers: dict[str, Sequence[str]] = {}
    texts: dict[str, str] = {}
    for place, parts in fields_of(form).items():
        question = needed(asked, place)
        answers[question.key] = chosen_in(parts, question)
        if kind_named(question.kind).types:
            texts[question.key] = typed_in(parts, question)
    sounds, refused = sounds_in(files, asked)
    gesture, helped = form.get(GESTURE, ""), form.get(HELPED, "")
    return Sent(gesture, helped, answers, texts, sounds, refused)


def fields_of(form: MultiDict[str, str]) -> Mapping[str, Parts]:
    """Name of the question -> part -> values; the part is empty for the question itself."""
    found: dict[str, dict[str, Sequence[str]]] = {}
    for name, values in form.lists():
        if name not in {GESTURE, HELPED}:
            place, _dot, part = name.partition(".")
            found.setdefault(place, {})[part] = values
    return found


def needed(asked: Mapping[str, QuestionAsked], place: str) -> QuestionAsked:
    """The question at a place; raise BrokenForm when nothing is asked there."""
    if place not in asked:
        raise BrokenForm
    return asked[place]


def chosen_in(parts: Parts, question: QuestionAsked) -> list[str]:
    """Options by themselves, and "part=value" in a table or an order of importance."""
    chosen = list(parts.get("", ()))
    if question.kind in IN_PARTS:
        chosen += [f"{part}={one}" for part, all_of in parts.items() for one in all_of if part]
    elif parts.keys() - {"", TYPED, SOUND, *DATE_PARTS}:
        raise BrokenForm
    return [one for one in chosen if one.strip("=")]


def typed_in(parts: Parts, question: QuestionAsked) -> str:
    """What was typed; a date in parts as 2026-11-23, with gaps where a part was left out."""
    typed = "\n".join(parts.get(TYPED, ()))
    if typed or question.kind != DATE:
        return typed
    pieces = [(*parts.get(one, ()), "")[0] for one in DATE_PARTS[question.precision]]
    return "-".join(pieces) if any(pieces) else ""


def sounds_in(
    files: MultiDict[str, FileStorage], asked: Mapping[str, QuestionAsked]
) -> tuple[dict[str, Medium], dict[str, Refused]]:
    """The recordings, measured before a transaction begins, and why some cannot be taken."""
    sounds: dict[str, Medium] = {}
    refused: dict[str, Refused] = {}
    for name, file in files.items():
        place, _dot, part = name.partition(".")
        question = needed(asked, place)
        if part != SOUND or not kind_named(question.kind).takes_voice:
            raise BrokenForm
        if not (content := file.read()):
            continue
        try:
            sounds[question.key] = sound(content, longest=LONGEST_MESSAGE)
        except Refused as refusal:
            refused[question.key] = refusal
    return sounds, refused
