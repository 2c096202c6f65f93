"""The forms by which staff start and stop a tablet."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _
from wtforms import SelectField, StringField
from wtforms.validators import DataRequired, Length

from participation.people.models import Service
from participation.web.forms.base import BaseForm


class StartForm(BaseForm):
    """Which service the tablet stands in, and how staff call it."""

    service = SelectField(_("Service"), coerce=int)
    name = StringField(
        _("Name of the tablet"), [DataRequired(_("Give this tablet a name.")), Length(max=300)]
    )

    def __init__(self, services: Sequence[Service]) -> None:
        """Offer the services within reach."""
        super().__init__()
        self.service.choices = [(one.id, one.name) for one in services]


class ActForm(BaseForm):
    """An act without a field: only the token."""
