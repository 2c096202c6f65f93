"""What staff say to open a questionnaire."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import DateField, SelectField
from wtforms.validators import DataRequired, ValidationError

from participation.campaigns.rules import Channel
from participation.people.models import Service
from participation.questionnaires.models import Version
from participation.web.forms.base import BaseForm
from participation.web.forms.fields import TickField, choices_of
from participation.web.languages import language

OPENERS = ("worker", "manager", "administrator")
"""Who opens a questionnaire."""
WAYS = {
    Channel.KIOSK: _("On a tablet of the service"),
    Channel.LINK: _("By link and QR code, on one’s own telephone"),
}
A_DAY = _("Write a date: day, month, year.")


class OpeningForm(BaseForm):
    """Which questionnaire, where, by which channels, and when."""

    version = SelectField(_("Questionnaire"), coerce=int, validate_choice=False)
    service = SelectField(_("Service"), coerce=int, validate_choice=False)
    channels = TickField(_("How people answer"), choices=choices_of(WAYS.items()))
    opens_on = DateField(_("First day"), [DataRequired(A_DAY)])
    closes_on = DateField(_("Last day"), [DataRequired(A_DAY)])

    def __init__(
        self, versions: Sequence[Version], services: Sequence[Service], **named: Any
    ) -> None:
        """Offer what the structure published, and the services within reach."""
        super().__init__(**named)
        self.versions = {one.id: one for one in versions}
        self.services = {one.id: one for one in services}
        titles = [(one.id, title_of(one)) for one in versions]
        self.version.choices = choices_of(titles)
        self.service.choices = choices_of((one.id, one.name) for one in services)

    def values(self) -> dict[str, Any]:
        """What an opening is made of, once the form was checked."""
        return {
            "version": self.versions[self.version.data],
            "service": self.services[self.service.data],
            "channels": [Channel(one) for one in self.channels.data or ()],
            "opens_on": self.opens_on.data,
            "closes_on": self.closes_on.data,
        }

    def validate_version(self, field: SelectField) -> None:
        """Only what is published can be opened."""
        if field.data not in self.versions:
            raise ValidationError(_("Choose one of the published questionnaires."))

    def validate_service(self, field: SelectField) -> None:
        """Only where the campaign runs, and the person works."""
        if field.data not in self.services:
            raise ValidationError(_("Choose a service of this campaign where you work."))

    def validate_channels(self, field: TickField) -> None:
        """Without a channel nobody could answer."""
        if not field.data:
            raise ValidationError(_("Tick one way to answer or more."))

    def validate_closes_on(self, field: DateField) -> None:
        """The end comes after the beginning."""
        if field.data and self.opens_on.data and field.data < self.opens_on.data:
            raise ValidationError(_("The end comes before the beginning. Change one of the dates."))


def title_of(version: Version) -> str:
    """The title of a questionnaire in the reader's language, in French when there is none."""
    title = version.questionnaire.title
    return title.get(language().tag) or title.get("fr")
