"""Save a question; or show its fields again with one more line, another kind, another pictogram."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation.media.files import picture as picture_in
from participation.media.operations import keep
from participation.media.rules import Medium
from participation.questionnaires import editing
from participation.questionnaires.arranging import Arrangement
from participation.questionnaires.drafts import QuestionDraft
from participation.questionnaires.editing import arrangement_of
from participation.questionnaires.models import Version
from participation.questionnaires.rules import AlreadyPublished, DraftChanged
from participation.web.access import open_to
from participation.web.editor.blueprint import ONE, WRITERS, editor
from participation.web.editor.names import KINDS
from participation.web.editor.question_form import QuestionForm
from participation.web.editor.question_values import MOST, Values, draft_from, with_spare
from participation.web.editor.questionnaire import draft_page, version_named
from participation.web.editor.work import form_with, work_of
from participation.web.forms.base import attempt, status_of
from participation.web.numbers import whole
from participation.web.pictograms import NAMES
from participation.web.render import render

SAVE = "save"


@dataclass(slots=True)
class Sent:
    """A question that was sent: where it stands, what was stored of it, and its fields."""

    version: Version
    arrangement: Arrangement
    number: int
    old: QuestionDraft | None
    form: QuestionForm
    clashed: bool = False


@editor.post(ONE)
@open_to(*WRITERS)
def save_question(short_name: str) -> ResponseReturnValue:
    """Keep the question, or do what a button of its fields asks for, which stores nothing."""
    version = version_named(short_name)
    if version.published_at is not None:
        raise AlreadyPublished
    sent = sent_to(version)
    act = request.form.get("act", SAVE)
    if act != SAVE:
        return shown_again(sent, act)
    if attempt(sent.form, lambda written: save(written, sent)):
        flash(_("Question %(number)s is saved.", number=sent.number))
        return redirect(url_for(".show_questionnaire", short_name=short_name, question=sent.number))
    return shown(sent, sent.form), status_of(sent.form)


def sent_to(version: Version) -> Sent:
    """What was sent, beside what is stored now."""
    arrangement = arrangement_of(version)
    key = request.form.get("key", "")
    numbers = {one.key: n for n, one in enumerate(arrangement.questions, start=1)}
    number = numbers.get(key, len(arrangement.questions) + 1)
    old = arrangement.questions[number - 1] if key in numbers else None
    form = QuestionForm()
    if form.kind.data not in KINDS:
        form = form_with({**form.data, "kind": old.kind if old else "one_choice"})
    return Sent(version, arrangement, number, old, form)


def save(written: Session, sent: Sent) -> None:
    """Write the question: all of it, or nothing."""
    seen = whole(sent.form.revision.data or "", -1)
    medium = brought(sent.form)
    digest = keep(written, medium).digest if medium else ""
    draft = draft_from(sent.form, sent.old, picture=digest)
    try:
        if sent.form.key.data:
            editing.replace_question(
                written, sent.version, with_key(draft, sent.form), revision=seen
            )
        else:
            editing.add(written, sent.version, draft, revision=seen)
    except DraftChanged:
        sent.clashed = True
        sent.form.revision.data = str(sent.version.revision)
        raise


def with_key(draft: QuestionDraft, form: QuestionForm) -> QuestionDraft:
    """The question under the key that the page named, though it may be gone meanwhile."""
    return QuestionDraft(**{**parts_of(draft), "key": form.key.data})


def parts_of(draft: QuestionDraft) -> dict[str, Any]:
    """Every part of a question by its name."""
    return {name: getattr(draft, name) for name in QuestionDraft.__dataclass_fields__}


def brought(form: QuestionForm) -> Medium | None:
    """The picture that was brought. Raises NotAPicture, PictureTooLarge."""
    file = form.picture.data
    return picture_in(file.read()) if file and file.filename else None


def shown(sent: Sent, form: QuestionForm, *, picking: str = "") -> str:
    """The page with these fields."""
    work = work_of(
        form, sent.arrangement, sent.number, sent.old, picking=picking, theirs=sent.clashed
    )
    return render(draft_page(sent.version, sent.number, work))


def shown_again(sent: Sent, act: str) -> str:
    """The fields after one act on them: what was typed is still there, and nothing is stored."""
    name, _colon, what = act.partition(":")
    values = {**sent.form.data, "picture": None}
    if change := ACTS.get(name):
        change(values, what)
    picking = what if name == "picture" else ""
    return shown(sent, form_with(with_spare(values)), picking=picking)


def turn_into(values: Values, kind: str) -> None:
    """Another kind: what fits stays."""
    if kind in KINDS:
        values["kind"] = kind


def pick(values: Values, what: str) -> None:
    """Give the question, or one answer, a pictogram: "answers-2:hours"; without a name, none."""
    place, _colon, name = what.partition(":")
    if name and name not in NAMES:
        return
    group, _dash, at = place.partition("-")
    if group == "question":
        values["pictogram"] = name
    elif part := part_at(values, group, at):
        part["pictogram"] = name


def part_at(values: Values, group: str, at: str) -> Values | None:
    """One answer or row; none at a place that is not on the page."""
    parts = values.get(group) if group in {"answers", "rows"} else None
    place = whole(at, MOST)
    return parts[place] if parts and place < len(parts) else None


def raise_part(values: Values, what: str) -> None:
    """One answer or row before the one above it: "answers-2"."""
    group, _dash, at = what.partition("-")
    if part_at(values, group, at) and int(at) > 0:
        parts = values[group]
        parts.insert(int(at) - 1, parts.pop(int(at)))


def drop_part(values: Values, what: str) -> None:
    """One answer or row no more."""
    group, _dash, at = what.partition("-")
    if part_at(values, group, at):
        del values[group][int(at)]


def one_more(values: Values, group: str) -> None:
    """A line to write one more answer or row in; the form always ends with some."""
    empty = [one for one in values.get(group, []) if not one["words"]]
    if group in {"answers", "rows"} and len(values[group]) < MOST and not empty:
        values[group].append({"key": "", "words": "", "pictogram": ""})


ACTS: dict[str, Callable[[Values, str], None]] = {
    "kind": turn_into,
    "pick": pick,
    "raise": raise_part,
    "drop": drop_part,
    "more": one_more,
}
"""What the buttons inside the form do to its fields; "picture" only opens the choice."""
