"""What staff type to plan a workshop and to prepare and run a vote."""

from collections.abc import Sequence
from typing import Any, Self

from flask import request
from flask_babel import lazy_gettext as _
from wtforms import (
    BooleanField,
    DateField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
)
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional, Regexp

from participation.ideas.models import Proposal
from participation.languages import REGISTRY
from participation.people.models import Service
from participation.web.forms.base import BaseForm
from participation.web.forms.fields import choices_of
from participation.web.numbers import whole
from participation.web.workshops.sentences import usual_question
from participation.wording import Words
from participation.workshops.rules import Method

HOUR = Regexp(r"^([01]?\d|2[0-3])[:h][0-5]\d$", message=_("Write an hour, such as 14:00."))
MOST_CARDS = 300


def hour(value: object) -> object:
    """14h00 is 14:00."""
    return value.replace("h", ":") if isinstance(value, str) else value


def count_field(label: str, most: int) -> IntegerField:
    """A whole number from 0 to a most; nothing typed is 0."""
    return IntegerField(
        label, [InputRequired(_("Write a number.")), NumberRange(0, most)], default=0
    )


COUNTS = ("people_present", "languages_spoken", "interpreters", "volunteer_hours")


class PlanForm(BaseForm):
    """A meeting: where, when, and who was there."""

    service = SelectField(_("Service"), coerce=int)
    on = DateField(_("Day"), [DataRequired(_("Choose a day."))])
    begins = StringField(_("Begins at"), [Optional(), HOUR], filters=[hour])
    ends = StringField(_("Ends at"), [Optional(), HOUR], filters=[hour])
    people_present = count_field(_("People present"), 2000)
    languages_spoken = count_field(_("Languages spoken"), 100)
    interpreters = count_field(_("Interpreters"), 100)
    volunteer_hours = count_field(_("Hours given by volunteers"), 1000)

    def __init__(self, services: Sequence[Service], **named: Any) -> None:
        """Offer the services of the campaign."""
        super().__init__(**named)
        self.services = {one.id: one for one in services}
        self.service.choices = choices_of((one.id, one.name) for one in services)

    def chosen_service(self) -> Service:
        """The service that was chosen."""
        return self.services[self.service.data]

    def values(self) -> dict[str, Any]:
        """What `plan_workshop` takes by name."""
        return {
            "on": self.on.data,
            "begins": self.begins.data or "",
            "ends": self.ends.data or "",
            **{name: getattr(self, name).data for name in COUNTS},
        }


class ProposalsForm(BaseForm):
    """The proposals of a vote, in order."""

    proposals = SelectMultipleField(
        _("Proposals"), [DataRequired(_("Tick the proposals to vote on."))], coerce=int
    )

    def offer_proposals(self, proposals: Sequence[Proposal]) -> None:
        """The proposals to choose from; all are ticked at first."""
        self.proposals.choices = choices_of((one.id, one.number) for one in proposals)
        if not self.is_submitted():
            self.proposals.data = [one.id for one in proposals]

    def chosen(self, proposals: Sequence[Proposal]) -> list[Proposal]:
        """The ticked proposals in the order that was typed beside them."""
        ticked = [one for one in proposals if one.id in (self.proposals.data or [])]
        return sorted(ticked, key=lambda one: (place_typed(one), one.number))


class PollForm(ProposalsForm):
    """A vote: its question in each language, its method, its proposals in order."""

    method = RadioField(
        _("How people vote"),
        choices=choices_of(
            [
                (Method.DOTS.value, _("By dots: everybody has the same number")),
                (Method.APPROVAL.value, _("By approval: yes to as many proposals as one likes")),
            ]
        ),
        default=Method.DOTS.value,
    )
    dots = IntegerField(_("Dots for each person"), [InputRequired(), NumberRange(1, 20)], default=5)
    cap = IntegerField(
        _("Most dots for one proposal"), [InputRequired(), NumberRange(1, 9)], default=3
    )
    workshop = SelectField(_("Workshop"), coerce=int)

    @classmethod
    def in_languages(cls, tags: Sequence[str]) -> type[Self]:
        """The form with one field for the question in each language of a campaign."""
        fields = {f"question_{tag}": question_field(tag) for tag in tags}
        return type("PollFormInLanguages", (cls,), {**fields, "tags": tuple(tags)})

    def offer(self, proposals: Sequence[Proposal], workshops: Sequence[tuple[int, str]]) -> None:
        """The proposals and workshops to choose from; all proposals are ticked at first."""
        self.workshop.choices = choices_of([(0, _("None: the vote lasts some days")), *workshops])
        self.offer_proposals(proposals)
        if not self.is_submitted():
            self.workshop.data = workshops[0][0] if workshops else 0

    def validate_cap(self, field: IntegerField) -> None:
        """Nobody can give one proposal more dots than they have."""
        if field.data and self.dots.data and field.data > self.dots.data:
            field.data = self.dots.data

    def question(self) -> Words:
        """The question as it was typed."""
        tags: Sequence[str] = getattr(self, "tags", ())
        typed = {tag: getattr(self, f"question_{tag}").data or "" for tag in tags}
        return Words.of(**{tag.replace("-", "_"): text for tag, text in typed.items()})


def question_field(tag: str) -> StringField:
    """The question in one language, filled where the catalogues have it."""
    language = REGISTRY[tag]
    required = DataRequired(_("Write the question in French.")) if tag == "fr" else Optional()
    return StringField(
        language.endonym, [required, Length(max=200)], default=lambda: usual_question(tag)
    )


def place_typed(proposal: Proposal) -> int:
    """The number typed beside a proposal; its own number without one."""
    return whole(request.form.get(f"order-{proposal.id}", ""), otherwise=proposal.number)


class StepForm(BaseForm):
    """One button: only the token."""


class CardsForm(BaseForm):
    """How many cards to print."""

    real = IntegerField(
        _("Cards"), [InputRequired(_("Write a number.")), NumberRange(0, MOST_CARDS)], default=20
    )
    test = IntegerField(
        _("Test cards"), [InputRequired(_("Write a number.")), NumberRange(0, 20)], default=2
    )

    def first_problem(self) -> str:
        """The first thing to mend, as a sentence."""
        return next((str(one) for messages in self.errors.values() for one in messages), "")


class DigitsForm(BaseForm):
    """The six digits of a card."""

    digits = StringField(
        _("Six digits of the card"),
        [DataRequired(_("Write the six digits.")), Length(max=20)],
    )


class RevealForm(BaseForm):
    """Under five ballots, the group says whether it agrees to see the order."""

    group_agrees = BooleanField(_("The group agrees to see the order, here in the room"))
