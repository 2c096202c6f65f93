"""One press of a button on a draft: order, remove, put back, title, publish, models."""

from collections.abc import Callable

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from participation import clock
from participation.errors import BrokenForm
from participation.questionnaires import copying, editing, operations
from participation.questionnaires.editing import arrangement_of
from participation.questionnaires.models import Questionnaire, Version
from participation.web.access import named_within_reach, open_to
from participation.web.database import session
from participation.web.editor.blueprint import ONE, WRITERS, editor
from participation.web.editor.question_form import RevisionForm, TitleForm
from participation.web.editor.question_values import french
from participation.web.editor.questionnaire import version_named
from participation.web.forms.base import BaseForm, attempt
from participation.web.journaling import noted
from participation.web.numbers import whole

Arranged = Callable[[Session, Version, str, int], int | None]


@editor.post(f"{ONE}/arrange")
@open_to(*WRITERS)
def arrange(short_name: str) -> ResponseReturnValue:
    """Move, copy, take out or put back one question: "up:key", "to:key:3", "back"."""
    version, form = version_named(short_name), RevisionForm()
    name, _colon, key = request.form.get("act", "").partition(":")
    shown = [request.form.get("current", "")]

    def act(written: Session) -> None:
        number = ARRANGEMENTS[name](written, version, key, form.revision.data or 0)
        if number:
            shown[0] = arrangement_of(version).questions[number - 1].key

    if name not in ARRANGEMENTS:
        raise BrokenForm
    told(form, act)
    return to_question(version, shown[0])


def told(form: BaseForm, act: Callable[[Session], object], done: str = "") -> bool:
    """Do it, or say why not; then what was done."""
    is_done = attempt(form, act)
    if isinstance(form, RevisionForm) and form.errors:
        raise BrokenForm
    for problem in form.problems:
        flash(problem, "warn")
    if is_done and done:
        flash(done)
    return is_done


def to_question(version: Version, key: str) -> Response:
    """Back to the page, at the question of a key, or at its first one."""
    short_name = version.questionnaire.short_name
    keys = [one.key for one in arrangement_of(version).questions]
    at = keys.index(key) + 1 if key in keys else None
    return redirect(url_for(".show_questionnaire", short_name=short_name, question=at))


def place_of(version: Version, key: str) -> int:
    """The place of a question now. Raises QuestionGone."""
    return arrangement_of(version).number_of(key)


def lift(written: Session, version: Version, key: str, revision: int) -> None:
    """One place earlier."""
    editing.move(written, version, key, to=place_of(version, key) - 1, revision=revision)


def lower(written: Session, version: Version, key: str, revision: int) -> None:
    """One place later."""
    editing.move(written, version, key, to=place_of(version, key) + 1, revision=revision)


def drop_at(written: Session, version: Version, what: str, revision: int) -> None:
    """Where it was dragged: "key:3"."""
    key, _colon, place = what.partition(":")
    if (to := whole(place, -1)) < 0:
        raise BrokenForm
    editing.move(written, version, key, to=to, revision=revision)


def remove(written: Session, version: Version, key: str, revision: int) -> None:
    """Taken out; it can be put back."""
    editing.remove(written, version, key, revision=revision)


def put_back(written: Session, version: Version, _key: str, revision: int) -> int:
    """The one taken out last."""
    return editing.undo_removal(written, version, revision=revision)


def copy(written: Session, version: Version, key: str, revision: int) -> int:
    """A copy just after it."""
    return editing.duplicate(written, version, key, revision=revision)


ARRANGEMENTS: dict[str, Arranged] = {
    "up": lift,
    "down": lower,
    "to": drop_at,
    "remove": remove,
    "back": put_back,
    "copy": copy,
}


@editor.post(f"{ONE}/title")
@open_to(*WRITERS)
def retitle(short_name: str) -> ResponseReturnValue:
    """Another title in French; its translations must then be read over."""
    version, form, seen = version_named(short_name), TitleForm(), RevisionForm()

    def act(written: Session) -> None:
        title = french(version.title, form.title.data or "")
        editing.retitle(written, version, title, revision=seen.revision.data or 0)

    told(form, act, str(_("The title is saved.")))
    for message in form.title.errors:
        flash(message, "warn")
    return redirect(url_for(".show_questionnaire", short_name=short_name))


@editor.post(f"{ONE}/publish")
@open_to(*WRITERS)
def publish(short_name: str) -> ResponseReturnValue:
    """Freeze the draft; what follows is to open it."""
    version, form = version_named(short_name), RevisionForm()

    def act(written: Session) -> None:
        seen = form.revision.data
        operations.publish_version(written, version, at=clock.now(), revision=seen)
        noted(written, "questionnaire_published", f"{short_name} {version.number}")

    told(form, act)
    return redirect(url_for(".show_questionnaire", short_name=short_name))


@editor.post(f"{ONE}/edit")
@open_to(*WRITERS)
def begin_version(short_name: str) -> ResponseReturnValue:
    """Begin the next version as a copy of the published one, or go on with the draft."""
    questionnaire = named_within_reach(session(), Questionnaire, short_name)
    told(BaseForm(), lambda written: copying.begin_draft(written, questionnaire))
    return redirect(url_for(".show_questionnaire", short_name=short_name))


@editor.post(f"{ONE}/model")
@open_to(*WRITERS)
def keep_model(short_name: str) -> ResponseReturnValue:
    """Offer the questionnaire as a model to every service of the structure, or no more."""
    questionnaire = named_within_reach(session(), Questionnaire, short_name)
    keeps = request.form.get("keep") == "yes"

    def act(written: Session) -> None:
        change = editing.keep_as_model if keeps else editing.no_longer_model
        change(written, questionnaire)
        noted(written, f"questionnaire_model_{'kept' if keeps else 'dropped'}", short_name)

    yes, no = _("It is kept as a model of your structure."), _("It is no longer a model.")
    told(BaseForm(), act, str(yes if keeps else no))
    return redirect(url_for(".show_questionnaire", short_name=short_name))


@editor.post(f"{ONE}/throw-away")
@open_to(*WRITERS)
def throw_away(short_name: str) -> ResponseReturnValue:
    """Delete a questionnaire that was never published."""
    questionnaire = named_within_reach(session(), Questionnaire, short_name)

    def act(written: Session) -> None:
        copying.throw_away(written, questionnaire)
        noted(written, "questionnaire_thrown_away", short_name)

    if told(BaseForm(), act, str(_("The questionnaire is deleted."))):
        return redirect(url_for(".show_list"))
    return redirect(url_for(".show_questionnaire", short_name=short_name))
