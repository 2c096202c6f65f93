"""A questionnaire as a file: all that it asks, in all its languages, with its pictures and sounds.

The form is the JSON of FormDraft. In a file the sound of a text is the place of a medium in the
list `media`, counted from 1; a picture is named by its digest. docs/exports.md shows one.
"""

import base64
from collections.abc import Sequence
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from participation.media.models import Media
from participation.media.operations import keep
from participation.media.rules import Medium
from participation.questionnaires.copying import copy_questionnaire
from participation.questionnaires.drafts import FormDraft
from participation.questionnaires.embedded import (
    pictures_of,
    with_pictures,
    with_sounds,
    words_of,
)
from participation.questionnaires.models import Version
from participation.questionnaires.reading_files import FORMAT, NUMBER, Told
from participation.questionnaires.writing import form_of


def to_file(session: Session, version: Version) -> dict[str, Any]:
    """A version with its media as a plain value; the same version is always the same value."""
    form = form_of(version)
    held = media_of(session, form)
    places = {one.id: place for place, one in enumerate(held, start=1)}
    form = with_pictures(form, {one.digest: one.digest for one in held})
    return {
        "format": FORMAT,
        "number": NUMBER,
        "short_name": version.questionnaire.short_name,
        "version": version.number,
        "questionnaire": with_sounds(form, places.get).to_json(),
        "media": [
            {
                "digest": one.digest,
                "type": one.content_type,
                "content": base64.b64encode(one.content).decode(),
            }
            for one in held
        ],
    }


def media_of(session: Session, form: FormDraft) -> Sequence[Media]:
    """Every picture and sound of a form, in the order of their digests."""
    pictures = {digest for one in form.questions for digest in pictures_of(one)}
    sounds = {text.sound for words in words_of(form) for text in words.texts.values()}
    wanted = or_(Media.digest.in_(pictures), Media.id.in_(sounds - {None}))
    return session.scalars(select(Media).where(wanted).order_by(Media.digest)).all()


def from_file(session: Session, structure_id: int, told: Told) -> Version:
    """A draft of a new questionnaire of the structure. Nothing is opened.

    Its keys stay, so that it compares with the one that was written to the file. Raises what
    refuses a question or a condition.
    """
    kept = [kept_once(session, digest, medium) for digest, medium in told.media]
    digests = {digest: one.digest for (digest, _), one in zip(told.media, kept, strict=True)}
    form = with_pictures(told.form, digests)
    form = with_sounds(form, lambda place: kept[place - 1].id)
    return copy_questionnaire(session, structure_id, form)


def kept_once(session: Session, digest: str, medium: Medium) -> Media:
    """The medium itself where these bytes are here already, else as it was decoded anew."""
    found = session.scalar(select(Media).where(Media.digest == digest))
    return found or keep(session, medium)
