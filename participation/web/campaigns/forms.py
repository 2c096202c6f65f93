"""What is written about a campaign."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import (
    DateField,
    FieldList,
    Form,
    FormField,
    HiddenField,
    RadioField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, Length, Optional, ValidationError

from participation.campaigns.models import Campaign
from participation.campaigns.rules import ParticipationLevel
from participation.languages import INTERFACE
from participation.people.models import Service
from participation.web.documents.kit import is_drawn
from participation.web.forms.base import BaseForm
from participation.web.forms.fields import TickField, choices_of
from participation.web.forms.words import TAGS, LineWords, TitleForm, texts_of
from participation.wording import Words

LEVELS: Mapping[ParticipationLevel, Any] = {
    ParticipationLevel.INFORMATION: _("Information: do we only tell?"),
    ParticipationLevel.CONSULTATION: _(
        "Consultation: do we collect opinions without owing an answer?"
    ),
    ParticipationLevel.CONCERTATION: _(
        "Concertation: do we discuss, and report back with reasons what we kept or not?"
    ),
    ParticipationLevel.COCONSTRUCTION: _(
        "Co-construction: do people write the proposal or the action with us, "
        "from diagnosis to evaluation?"
    ),
    ParticipationLevel.CODECISION: _(
        "Co-decision: do people decide with us (a vote that binds, a budget, a seat)?"
    ),
}
A_DAY = _("Write a date: day, month, year.")


class CampaignForm(BaseForm):
    """A campaign, but for its first screen and its calendar, which have pages of their own."""

    title = FormField(TitleForm, _("Title"))
    purpose = FormField(LineWords, _("The question that is asked"))
    short_name = StringField(_("Short name"), [Optional(), Length(max=60)])
    services = TickField(_("Services"), coerce=int)
    languages = TickField(
        _("Languages"), choices=choices_of((one.tag, one.endonym) for one in INTERFACE)
    )
    opens_on = DateField(_("Opens on"), [DataRequired(A_DAY)])
    closes_on = DateField(_("Closes on"), [DataRequired(A_DAY)])
    reply_by = DateField(_("Everything answered by"), [Optional()])
    level_aimed = RadioField(
        _("Level of participation aimed at"),
        [DataRequired(_("Choose a level."))],
        choices=choices_of(LEVELS.items()),
    )
    instance = StringField(_("Body of participation"), [Optional(), Length(max=300)])
    missing_people = TextAreaField(_("Who could not be reached"), [Optional(), Length(max=2000)])
    biases = TextAreaField(_("What may bend the results"), [Optional(), Length(max=2000)])

    def __init__(self, services: Iterable[Service], **named: Any) -> None:
        """Offer the services within reach."""
        super().__init__(**named)
        self.services.choices = choices_of((one.id, one.name) for one in services)

    def validate_services(self, field: TickField) -> None:
        """A campaign runs somewhere."""
        if not field.data:
            raise ValidationError(_("Choose one service or more."))

    def validate_languages(self, field: TickField) -> None:
        """French is the language of the answers."""
        if "fr" not in (field.data or ()):
            raise ValidationError(_("Keep French: the answers are written in it first."))

    def validate_closes_on(self, field: DateField) -> None:
        """The end comes after the beginning."""
        if field.data and self.opens_on.data and field.data < self.opens_on.data:
            raise ValidationError(_("The end comes before the beginning. Change one of the dates."))


def values_of(campaign: Campaign) -> dict[str, Any]:
    """What the form shows of a campaign."""
    return {
        "title": texts_of(campaign.title),
        "purpose": texts_of(campaign.purpose),
        "services": sorted(campaign.service_ids),
        "languages": campaign.languages,
        "opens_on": campaign.opens_on,
        "closes_on": campaign.closes_on,
        "reply_by": campaign.reply_by,
        "level_aimed": campaign.level_aimed.value,
        "instance": campaign.instance,
        "missing_people": campaign.missing_people,
        "biases": campaign.biases,
    }


def first_values(today: date, services: Sequence[Service]) -> dict[str, Any]:
    """What the form shows of a campaign that does not exist yet; a lone service is ticked."""
    return {
        "services": [one.id for one in services] if len(services) == 1 else [],
        "languages": list(TAGS),
        "opens_on": today,
        "level_aimed": ParticipationLevel.CONCERTATION.value,
    }


def drawn(name: object) -> object:
    """A pictogram that exists: nobody types this field, so a wrong one is not worth a sentence."""
    return name if isinstance(name, str) and is_drawn(name) else "information"


class LineForm(Form):
    """One line of the first screen."""

    pictogram = HiddenField(filters=[drawn])
    words = FormField(LineWords)


class NoticeForm(BaseForm):
    """What the first screen says before anything is asked."""

    lines = FieldList(FormField(LineForm), max_entries=6)
    read_when = FormField(LineWords, _("Who reads, and when"))
    emergency = FormField(LineWords, _("Whom to call in an emergency"))

    def notice(self, before: Sequence[Mapping[str, Any]]) -> list[dict[str, object]]:
        """The lines as a campaign stores them; an empty line is gone."""
        found: list[dict[str, object]] = []
        for number, entry in enumerate(self.lines):
            old = before[number]["words"] if number < len(before) else None
            words = entry.form.words.form.words(Words.from_json(old))
            if words:
                picto = entry.form.pictogram.data
                found.append({"pictogram": picto, "words": words.to_json()})
        return found


def notice_values(campaign: Campaign) -> dict[str, Any]:
    """What the form of the first screen shows; there are always six lines to write on."""
    lines = [
        {"pictogram": line["pictogram"], "words": texts_of(Words.from_json(line["words"]))}  # type: ignore[arg-type]  # JSON of Words, by the model's contract
        for line in campaign.notice
    ]
    empty = {"pictogram": "information", "words": texts_of(Words())}
    return {
        "lines": (lines + [empty] * 6)[:6],
        "read_when": texts_of(campaign.read_when),
        "emergency": texts_of(campaign.emergency),
    }


class MilestoneForm(BaseForm):
    """One date of the calendar."""

    on = DateField(_("Date"), [DataRequired(A_DAY)])
    words = FormField(TitleForm, _("What happens"))
