"""The forms of answers and commitments."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import DateField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, NumberRange, Optional, ValidationError

from participation.campaigns.rules import ParticipationLevel
from participation.commitments.rules import MeansKind, Outcome, Progress
from participation.web.forms.base import BaseForm
from participation.web.forms.fields import choices_of
from participation.wording import State, Text, Words

OUTCOMES = {
    Outcome.RETAINED: _("Accepted"),
    Outcome.RETAINED_WITH_CHANGES: _("Accepted with changes"),
    Outcome.UNDER_STUDY: _("Under study"),
    Outcome.NOT_RETAINED: _("Not accepted"),
    Outcome.FORWARDED: _("Passed on to a partner"),
}
PROGRESS = {
    Progress.TO_DO: _("To do"),
    Progress.IN_PROGRESS: _("In progress"),
    Progress.DONE: _("Done"),
    Progress.PARTLY_DONE: _("Partly done"),
    Progress.BLOCKED: _("Blocked"),
    Progress.GIVEN_UP: _("Given up"),
}
LEVELS = {
    ParticipationLevel.INFORMATION: _("Information"),
    ParticipationLevel.CONSULTATION: _("Consultation"),
    ParticipationLevel.CONCERTATION: _("Concertation"),
    ParticipationLevel.COCONSTRUCTION: _("Co-construction"),
    ParticipationLevel.CODECISION: _("Co-decision"),
}
MEANS = {
    MeansKind.HOURS: _("Hours of work"),
    MeansKind.EUROS: _("Money"),
    MeansKind.INTERPRETING: _("Interpreting"),
    MeansKind.CHILDCARE: _("Childcare"),
    MeansKind.ROOM: _("A room"),
    MeansKind.TRAINING: _("Training"),
    MeansKind.OTHER: _("Something else"),
}
A_LINE, A_SENTENCE, A_TEXT = Length(max=300), Length(max=500), Length(max=2000)


def choices(names: dict[Any, Any], empty: str = "") -> Any:
    """The choices of a list, with an empty one first when nothing needs to be chosen."""
    first = [("", empty)] if empty else []
    return choices_of([*first, *((key.value, name) for key, name in names.items())])


class DecisionForm(BaseForm):
    """An answer to a proposal or to a part of it."""

    part = StringField(_("About which part"), [A_LINE])
    outcome = SelectField(_("Answer"), [DataRequired()])
    reason_fr = TextAreaField(_("Reason, in French"), [DataRequired(_("Write why.")), A_TEXT])
    message_fr = StringField(_("Sentence for residents, in simple French"), [A_SENTENCE])
    message_en = StringField(_("The same in English"), [A_SENTENCE])
    message_ar = StringField(_("The same in Arabic"), [A_SENTENCE])
    message_fa = StringField(_("The same in Dari"), [A_SENTENCE])
    message_uk = StringField(_("The same in Ukrainian"), [A_SENTENCE])
    level = SelectField(_("Level of participation of this answer"))
    decider = StringField(_("Who decided"), [DataRequired(_("Write who decided.")), A_LINE])
    decided_on = DateField(_("Decided on"), [DataRequired(_("Write a date: day, month, year."))])
    forwarded_to = StringField(_("Passed on to"), [A_LINE])
    owed_by = StringField(_("Who owes the final answer"), [A_LINE])
    replaces = SelectField(_("Replaces an earlier answer"), default="")

    def __init__(self, *arguments: Any, replaceable: Sequence[tuple[int, str]] = ()) -> None:
        """`replaceable`: the answers that this one may replace."""
        super().__init__(*arguments)
        self.outcome.choices = choices(OUTCOMES)
        self.level.choices = choices(LEVELS, "–")
        self.replaces.choices = choices_of([("", "–"), *replaceable])

    def validate_forwarded_to(self, field: StringField) -> None:
        """Passing on needs a partner."""
        if self.outcome.data == Outcome.FORWARDED.value and not field.data:
            raise ValidationError(_("Write to whom it is passed on."))

    def message(self) -> Words:
        """The sentence for residents: French by the staff, the others drafts until reviewed."""
        return draft_words(
            fr=self.message_fr.data,
            en=self.message_en.data,
            ar=self.message_ar.data,
            fa_AF=self.message_fa.data,
            uk=self.message_uk.data,
        )


class MeansForm(BaseForm):
    """Something that is asked for."""

    kind = SelectField(_("What kind of means"), [DataRequired()])
    asked = StringField(_("What is asked for"), [DataRequired(_("Write what.")), A_SENTENCE])

    def __init__(self, *arguments: Any) -> None:
        """Offer the kinds."""
        super().__init__(*arguments)
        self.kind.choices = choices(MEANS)


class MeansAnswerForm(BaseForm):
    """Granting or refusing, in words."""

    is_granted = SelectField(_("Answer"), [DataRequired()])
    answer = StringField(
        _("In one sentence"), [DataRequired(_("Write the answer in one sentence.")), A_SENTENCE]
    )

    def __init__(self, *arguments: Any) -> None:
        """Offer yes and no."""
        super().__init__(*arguments)
        self.is_granted.choices = choices_of([("yes", _("Granted")), ("no", _("Not granted"))])


class CommitmentForm(BaseForm):
    """What is done, by whom, by when."""

    what = StringField(_("What will be done"), [DataRequired(_("Write what.")), A_SENTENCE])
    who = StringField(_("Who does it"), [DataRequired(_("Write who does it.")), A_LINE])
    residents = IntegerField(
        _("Residents who carry it too"), [Optional(), NumberRange(min=0, max=1000)]
    )
    partners = StringField(_("Partners"), [A_LINE])
    due_on = DateField(_("By when"), [DataRequired(_("A commitment has a date. Write by when."))])
    indicator = StringField(_("How we will see that it is done"), [A_LINE])


class FollowUpForm(BaseForm):
    """What became of a commitment."""

    progress = SelectField(_("State"), [DataRequired()])
    on = DateField(_("Date"), [DataRequired(_("Write a date: day, month, year."))])
    result = StringField(_("Result, in one sentence"), [A_SENTENCE])
    attendances = IntegerField(_("Attendances"), [Optional(), NumberRange(0, 100_000)])
    people = IntegerField(_("Different people"), [Optional(), NumberRange(0, 100_000)])
    new_due_on = DateField(_("New date, if it is late"), [Optional()])

    def __init__(self, *arguments: Any) -> None:
        """Offer the states."""
        super().__init__(*arguments)
        self.progress.choices = choices(PROGRESS)


def draft_words(*, fr: str | None, **others: str | None) -> Words:
    """French as written by the staff; other languages are drafts."""
    texts = {"fr": Text(fr or "", State.REVIEWED)} | {
        tag.replace("_", "-"): Text(text or "", State.DRAFT) for tag, text in others.items()
    }
    return Words({tag: text for tag, text in texts.items() if text.text})
