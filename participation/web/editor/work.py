"""The question beside the list: its fields, what its kind has, and remarks on its words."""

from collections.abc import Mapping
from typing import Any

from participation.questionnaires.arranging import Arrangement
from participation.questionnaires.drafts import QuestionDraft
from participation.questionnaires.kinds import kind_named
from participation.questionnaires.kinds.fixed_choice import FixedChoice
from participation.questionnaires.models import Version
from participation.questionnaires.plain import remarks
from participation.web.editor.condition_lines import choices, lines_of, told
from participation.web.editor.pages import Work
from participation.web.editor.plainly import said
from participation.web.editor.question_form import QuestionForm
from participation.web.editor.question_values import values_of


def work_on(version: Version, arrangement: Arrangement, number: int) -> Work:
    """A question as it is stored, ready to be changed."""
    draft = arrangement.questions[number - 1]
    form = form_with(values_of(draft, version.revision))
    return work_of(form, arrangement, number, draft)


def form_with(values: Mapping[str, Any]) -> QuestionForm:
    """The fields with these values, whatever was sent."""
    return QuestionForm(formdata=None, data=dict(values))


def work_of(
    form: QuestionForm,
    arrangement: Arrangement,
    number: int,
    draft: QuestionDraft | None,
    *,
    picking: str = "",
    theirs: bool = False,
) -> Work:
    """What stands beside the list; `picking` names the part whose pictogram is being chosen."""
    kind = kind_named(form.kind.data or "")
    condition = draft.condition if draft else None
    is_deep = condition is not None and lines_of(condition) is None
    return Work(
        number=number,
        form=form,
        has=kind.has,
        has_choices=kind.has_choices,
        is_fixed=isinstance(kind, FixedChoice),
        is_answered=kind.is_answered,
        picture=draft.picture if draft else "",
        picking=picking,
        theirs=draft.words if draft and theirs else None,
        whats=choices(arrangement.questions[: number - 1]),
        deep=told(condition, arrangement.questions) if condition and is_deep else None,
        lines_open=any(line.form.what.data for line in form.lines),
        remarks=remarks_on(form),
    )


def remarks_on(form: QuestionForm) -> dict[str, list[str]]:
    """What may be hard to read, under the id of each field."""
    fields = [form.words, form.hint]
    fields += [one.form.words for group in (form.answers, form.rows) for one in group]
    found = {field.id: remarks(field.data or "", "fr") for field in fields}
    return {name: [said(one) for one in told_of] for name, told_of in found.items() if told_of}
