"""What staff say to open a questionnaire."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask_babel import format_date
from flask_babel import lazy_gettext as _
from wtforms import DateField, HiddenField, SelectField
from wtforms.validators import DataRequired, ValidationError

from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel
from participation.languages import REGISTRY
from participation.people.models import Service
from participation.questionnaires.models import Version
from participation.web.forms.base import BaseForm
from participation.web.forms.fields import TickField, choices_of
from participation.web.languages import language
from participation.web.numbers import whole

OPENERS = ("worker", "manager", "administrator")
"""Who opens a questionnaire."""
WAYS = {
    Channel.KIOSK: _("On a tablet of the service"),
    Channel.LINK: _("By link and QR code, on one’s own telephone"),
}
A_DAY = _("Write a date: day, month, year.")


class OpeningForm(BaseForm):
    """Which questionnaire, where, by which channels, in which languages, and when."""

    version = HiddenField(_("Questionnaire"))
    service = SelectField(_("Service"), coerce=int, validate_choice=False)
    channels = TickField(_("How people answer"), choices=choices_of(WAYS.items()))
    languages = TickField(_("Languages"), validate_choice=False)
    reading = SelectField(
        _("Where a text is missing, people read it in"),
        default="fr",
        validators=[DataRequired(_("Choose one of the languages of this questionnaire."))],
    )
    opens_on = DateField(_("First day"), [DataRequired(A_DAY)])
    closes_on = DateField(_("Last day"), [DataRequired(A_DAY)])

    def __init__(
        self,
        campaign: Campaign,
        versions: Sequence[Version],
        services: Sequence[Service],
        **named: Any,
    ) -> None:
        """Offer what the structure published, the services within reach, the campaign's tongues."""
        super().__init__(**named)
        self.campaign = campaign
        self.versions = {str(one.id): one for one in versions}
        self.services = {one.id: one for one in services}
        self.service.choices = choices_of((one.id, one.name) for one in services)
        self.languages.choices = choices_of(named_in_own_hand(campaign.languages))
        worded = self.chosen.languages if self.chosen else ["fr"]
        self.reading.choices = choices_of(named_in_own_hand(worded))

    @property
    def chosen(self) -> Version | None:
        """The version that the form is about."""
        return self.versions.get(str(whole(self.version.data or "", 0)))

    def values(self) -> dict[str, Any]:
        """What an opening is made of, once the form was checked."""
        return {
            "version": self.chosen,
            "service": self.services[self.service.data],
            "channels": [Channel(one) for one in self.channels.data or ()],
            "languages": self.languages.data or (),
            "reading": self.reading.data,
            "opens_on": self.opens_on.data,
            "closes_on": self.closes_on.data,
        }

    def validate_version(self, _field: HiddenField) -> None:
        """Only what is published can be opened."""
        if self.chosen is None:
            raise ValidationError(_("Choose one of the published questionnaires."))

    def validate_service(self, field: SelectField) -> None:
        """Only where the campaign runs, and the person works."""
        if field.data not in self.services:
            raise ValidationError(_("Choose a service of this campaign where you work."))

    def validate_channels(self, field: TickField) -> None:
        """Without a channel nobody could answer."""
        if not field.data:
            raise ValidationError(_("Tick one way to answer or more."))

    def validate_languages(self, field: TickField) -> None:
        """Without a language nobody could read."""
        if not field.data or not set(field.data) <= set(self.campaign.languages):
            raise ValidationError(_("Tick one language of the campaign or more."))

    def validate_opens_on(self, field: DateField) -> None:
        """A questionnaire opens within its campaign."""
        self.refuse_outside(field.data)

    def validate_closes_on(self, field: DateField) -> None:
        """The end comes after the beginning, within the campaign."""
        if field.data and self.opens_on.data and field.data < self.opens_on.data:
            raise ValidationError(_("The end comes before the beginning. Change one of the dates."))
        self.refuse_outside(field.data)

    def refuse_outside(self, day: date | None) -> None:
        """Raise when a day is none of the campaign's."""
        first, last = self.campaign.opens_on, self.campaign.closes_on
        if day is not None and not first <= day <= last:
            sentence = _(
                "The campaign runs from %(first)s to %(last)s. Choose days within it.",
                first=format_date(first, "long"),
                last=format_date(last, "long"),
            )
            raise ValidationError(sentence)


def named_in_own_hand(tags: Sequence[str]) -> list[tuple[str, str]]:
    """Each tag with the language's own name for itself."""
    return [(tag, REGISTRY[tag].endonym if tag in REGISTRY else tag) for tag in tags]


def title_of(version: Version) -> str:
    """The title of a questionnaire in the reader's language, in French when there is none."""
    title = version.title
    return title.get(language().tag) or title.get("fr")
