"""What staff say about one question."""

import re
from collections.abc import Iterable, Iterator

from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField
from wtforms import (
    BooleanField,
    FieldList,
    Form,
    FormField,
    HiddenField,
    IntegerField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    ValidationError,
)
from wtforms.widgets import HiddenInput

from participation.errors import Refused
from participation.media.files import picture as picture_in
from participation.web.editor.condition_lines import ALL, ANY, AT_LEAST, AT_MOST, IS, IS_NOT, NONE
from participation.web.editor.names import KINDS, PRECISIONS
from participation.web.errors import sentence
from participation.web.forms.base import BaseForm
from participation.web.forms.fields import choices_of
from participation.web.numbers import whole

LONGEST, LONGEST_ANSWER = 500, 200
MOST_PARTS = 40
"""More than any page shows: thousands of them would all be drawn again."""
HOWS = {
    IS: _("is the answer"),
    IS_NOT: _("is not the answer"),
    AT_LEAST: _("is at least"),
    AT_MOST: _("is at most"),
}
MODES = {
    ALL: _("all of these are true"),
    ANY: _("one of these is true, or more"),
    NONE: _("none of these is true"),
}


def picked(name: str | None) -> str:
    """The name of a pictogram as files take it back; none for what the page cannot have sent."""
    return name if name and re.fullmatch(r"[a-z0-9-]{1,40}", name) else ""


class Parts(FieldList):  # type: ignore[type-arg]  # WTForms has none when it runs
    """Parts of a form, under the numbers that our own pages write."""

    def _extract_indices(self, prefix: str, formdata: Iterable[str]) -> Iterator[int]:
        """Whole numbers that a page of ours writes: WTForms takes "²" for one and fails."""
        for name in formdata:
            if name.startswith(f"{prefix}-"):
                place = whole(name[len(prefix) + 1 :].split("-", 1)[0], -1)
                if place >= 0:
                    yield place


class PartForm(Form):
    """A part of a form: the whole form bears the token."""

    class Meta(BaseForm.Meta):
        """Strip text, as everywhere."""

        csrf = False


class AnswerForm(PartForm):
    """One answer, or one row of a table; an empty line is none."""

    key = HiddenField()
    pictogram = HiddenField(filters=[picked])
    words = StringField(_("Answer"), [Length(max=LONGEST_ANSWER)])


class LineForm(PartForm):
    """One line of a condition."""

    what = StringField(_("Answer to an earlier question"))
    how = SelectField(_("How it must be"), choices=choices_of(HOWS.items()))
    number = StringField(_("Number"))

    def validate_number(self, field: StringField) -> None:
        """A limit needs its number."""
        if self.what.data and self.how.data in {AT_LEAST, AT_MOST} and number_in(field) is None:
            raise ValidationError(_("Write a number."))


class QuestionForm(BaseForm):
    """One question with all that belongs to it; each kind shows what it has."""

    revision = HiddenField()
    key = HiddenField()
    kind = HiddenField()
    pictogram = HiddenField(filters=[picked])
    words = TextAreaField(
        _("Question"), [DataRequired(_("Write the question.")), Length(max=LONGEST)]
    )
    hint = StringField(_("Help under the question"), [Length(max=LONGEST)])
    picture = FileField(_("Picture above the question"))
    drops_picture = BooleanField(_("Take the picture away"))
    answers = Parts(FormField(AnswerForm), max_entries=MOST_PARTS)
    rows = Parts(FormField(AnswerForm), max_entries=MOST_PARTS)
    dont_know = BooleanField(_("“I don’t know”"))
    rather_not = BooleanField(_("“I don’t want to answer”"))
    nothing = BooleanField(_("“None of these”"))
    maximum = IntegerField(_("The most answers"), [Optional()])
    lowest = IntegerField(_("Lowest number"), [Optional()])
    highest = IntegerField(_("Highest number"), [Optional()])
    decimals = IntegerField(_("Digits after the comma"), [Optional(), NumberRange(0, 2)])
    unit = StringField(_("What is counted"), [Length(max=LONGEST_ANSWER)])
    precision = SelectField(
        _("How precise"), choices=choices_of(PRECISIONS.items()), validate_choice=False
    )
    is_required = BooleanField(_("Ask for an answer"))
    mode = SelectField(
        _("Ask this question only if"), choices=choices_of(MODES.items()), validate_choice=False
    )
    lines = Parts(FormField(LineForm), max_entries=MOST_PARTS)
    drops_condition = BooleanField(_("Take this condition away: always ask the question"))

    def validate_picture(self, field: FileField) -> None:
        """Told beside the field; what is kept of it is read once more when it is saved."""
        if field.data and field.data.filename:
            try:
                picture_in(field.data.read())
            except Refused as error:
                raise ValidationError(sentence(error)) from error
            finally:
                field.data.seek(0)

    def validate_kind(self, field: HiddenField) -> None:
        """One that the product knows."""
        if field.data not in KINDS:
            raise ValidationError(_("Choose a kind of question."))


class RevisionForm(BaseForm):
    """An act on a draft, by somebody who saw one revision of it."""

    revision = IntegerField(_("What was seen"), [InputRequired()], widget=HiddenInput())


class TitleForm(BaseForm):
    """The title of a questionnaire."""

    title = StringField(
        _("Title of the questionnaire"), [DataRequired(_("Write a title.")), Length(max=200)]
    )


def number_in(field: StringField) -> float | None:
    """What was typed as a number, with a comma or a point; whole where it is."""
    try:
        found = float(str(field.data or "").replace(",", ".").replace(" ", ""))
    except ValueError:
        return None
    if not abs(found) <= 10**9:
        return None
    return int(found) if found.is_integer() else found
