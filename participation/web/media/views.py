"""Pictures by digest and sounds by id, open to anyone: they belong to what everybody is asked.

A resident's voice is never here, even for somebody who knows its id.
"""

from flask import url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from participation.media.models import Media
from participation.media.queries import kept
from participation.media.rules import LONGEST_MESSAGE
from participation.voices.models import Utterance
from participation.web.access import open_to
from participation.web.database import session
from participation.web.media import sentences
from participation.web.media.blueprint import media
from participation.web.playing import FOR_EVER, sent

__all__ = ["media", "sentences"]

OF_THE_SERVICE = Media.id.not_in(
    select(Utterance.recording_id).where(Utterance.recording_id.is_not(None))
)


@media.get("/media/<string(length=64):digest>")
@open_to("anyone")
def show_picture(digest: str) -> ResponseReturnValue:
    """A picture or a sound by its digest: what it holds never changes."""
    return sent(kept(session(), (Media.digest == digest) & OF_THE_SERVICE), FOR_EVER)


@media.get("/media/<long:media_id>")
@open_to("anyone")
def play_sound(media_id: int) -> ResponseReturnValue:
    """A sound by its id, as `Text.sound` names it."""
    return sent(kept(session(), (Media.id == media_id) & OF_THE_SERVICE), FOR_EVER)


@media.app_template_global()
def medium_url(digest: str) -> str:
    """The address of a picture; empty without one."""
    return url_for("media.show_picture", digest=digest) if digest else ""


@media.app_template_global()
def sound_url(media_id: int | None) -> str:
    """The address of a sound, as `words.best(language.tag).sound` gives it; empty without one."""
    return url_for("media.play_sound", media_id=media_id) if media_id is not None else ""


@media.app_template_global()
def longest_message() -> int:
    """How many seconds a resident's message may last."""
    return LONGEST_MESSAGE
