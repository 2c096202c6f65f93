"""The sound of one text: brought as a file or recorded here, heard, taken away."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from participation.errors import NotFound, Refused
from participation.languages import REGISTRY, written_as
from participation.media.files import sound
from participation.media.rules import Medium, NotASound
from participation.questionnaires import translating
from participation.questionnaires.models import Version
from participation.questionnaires.worded import TITLE
from participation.web.access import open_to
from participation.web.editor.blueprint import ONE, WRITERS, editor
from participation.web.editor.words import name_of, worded
from participation.web.editor.words_page import SoundPage
from participation.web.errors import sentence
from participation.web.forms.base import BaseForm, attempt, status_of
from participation.web.render import render

LONGEST = 60
"""Seconds of one recorded text."""
HERE = f"{ONE}/words/<tag>/sound"


@editor.get(HERE)
@open_to(*WRITERS)
def show_sound(short_name: str, tag: str) -> ResponseReturnValue:
    """One text with its sound; `?place=` says which."""
    version = worded(short_name, tag)
    return render(sound_page(version, tag, request.args.get("place", TITLE), BaseForm()))


@editor.post(HERE)
@open_to(*WRITERS)
def keep_sound(short_name: str, tag: str) -> ResponseReturnValue:
    """Keep the file, or take the sound away."""
    version, place, form = worded(short_name, tag), request.form.get("place", TITLE), BaseForm()
    if kept(version, tag, place, form):
        flash(_("The sound is saved.") if "remove" not in request.form else _("The sound is gone."))
        return redirect(url_for(".show_sound", short_name=short_name, tag=tag, place=place))
    return render(sound_page(version, tag, place, form)), status_of(form)


def kept(version: Version, tag: str, place: str, form: BaseForm) -> bool:
    """Check the file before the write begins, because that takes longer than writing."""
    try:
        brought = sound_sent()
    except Refused as error:
        form.problems.append(sentence(error))
        return False
    return attempt(
        form,
        lambda written: translating.set_sound(written, version, tag, place, sound=brought),
    )


def sound_sent() -> Medium | None:
    """What was recorded here or brought, checked; None to take the sound away.

    Raises NotASound, SoundTooLong, SoundTooLarge.
    """
    if "remove" in request.form:
        return None
    files = [request.files.get(name) for name in ("recorded", "sound")]
    brought = next((one for one in files if one is not None and one.filename), None)
    if brought is None:
        raise NotASound
    with brought.stream as stream:
        return sound(stream.read(), longest=LONGEST)


def sound_page(version: Version, tag: str, place: str, form: BaseForm) -> SoundPage:
    """The page of one text; NotFound where the language has none."""
    found = translating.places_of(version).get(place)
    text = found.words.texts.get(tag) if found else None
    if text is None:
        raise NotFound
    short_name = version.questionnaire.short_name
    return SoundPage(
        short_name=short_name,
        title=version.title,
        written=REGISTRY[tag],
        written_as=written_as(tag),
        name=name_of(REGISTRY[tag]),
        place=place,
        text=text,
        back=url_for(".show_words", short_name=short_name, tag=tag),
        form=form,
        is_draft=version.published_at is None,
        longest=LONGEST,
    )
