"""What is typed to come in, and to look after accounts."""

from collections.abc import Iterable, Sequence
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, FormField, PasswordField, SelectField, StringField
from wtforms.validators import DataRequired, EqualTo, Length, Optional, Regexp

from participation.people.models import Service
from participation.people.rules import OFFERED, SHORTEST_PASSWORD, Role
from participation.web.forms.base import BaseForm
from participation.web.forms.fields import choices_of
from participation.web.forms.words import LineWords

LONGEST = 200
ROLE_NAMES = {
    Role.RECEPTION: _("Reception"),
    Role.VOLUNTEER: _("Volunteer"),
    Role.WORKER: _("Social worker"),
    Role.TRANSLATOR: _("Translator"),
    Role.MANAGER: _("Management"),
    Role.ADMINISTRATOR: _("Administration and data protection"),
}


def small(value: Any) -> Any:
    """Sign-in names have no capitals, however they are typed."""
    return value.lower() if isinstance(value, str) else value


class SignInForm(BaseForm):
    """A name, and a password or a one-time code."""

    name = StringField(
        _("Sign-in name"),
        [DataRequired(_("Write your sign-in name.")), Length(max=80)],
        filters=[small],
    )
    secret = PasswordField(
        _("Password or one-time code"),
        [DataRequired(_("Write your password or your code.")), Length(max=LONGEST)],
    )


class NewPassword(BaseForm):
    """A new password, typed twice."""

    password = PasswordField(
        _("New password"),
        [
            DataRequired(_("Write a password.")),
            Length(
                min=SHORTEST_PASSWORD,
                max=LONGEST,
                message=_("Write %(min)d signs or more. A short sentence is a good password."),
            ),
        ],
    )
    again = PasswordField(
        _("The same password again"),
        [EqualTo("password", _("The two passwords are not the same."))],
    )


class ChangePasswordForm(NewPassword):
    """The old password, then the new one."""

    old = PasswordField(
        _("Present password"),
        [DataRequired(_("Write your present password.")), Length(max=LONGEST)],
    )


class RoleForm(BaseForm):
    """A role, in one service or in all of them."""

    role = SelectField(_("Role"), choices=choices_of((role, ROLE_NAMES[role]) for role in OFFERED))
    service = SelectField(_("Service"), coerce=int)
    may_publish = BooleanField(_("May publish the decisions of the management"))

    def __init__(self, services: Iterable[Service], **named: Any) -> None:
        """Offer the services of the structure."""
        super().__init__(**named)
        self.service.choices = choices_of(
            [(0, _("All services")), *((one.id, one.name) for one in services)]
        )

    def service_of(self, services: Sequence[Service]) -> Service | None:
        """The service that was chosen."""
        return next((one for one in services if one.id == self.service.data), None)


class AccountForm(RoleForm):
    """Somebody new."""

    name = StringField(
        _("First name and name"), [DataRequired(_("Write a name.")), Length(max=200)]
    )
    title = StringField(_("What this person does"), [Optional(), Length(max=200)])
    sign_in_name = StringField(
        _("Sign-in name"),
        [DataRequired(_("Write a sign-in name.")), Length(max=80)],
        filters=[small],
    )


SHORT_NAME = Regexp(
    r"^[a-z0-9]+(-[a-z0-9]+)*$",
    message=_("Use small letters without accents, digits and hyphens."),
)


class ServiceForm(BaseForm):
    """A new service."""

    name = StringField(
        _("Name of the service"), [DataRequired(_("Write a name.")), Length(max=200)]
    )
    short_name = StringField(
        _("Short name"),
        [DataRequired(_("Write a short name.")), Length(max=60), SHORT_NAME],
        filters=[small],
    )
    territory = StringField(_("Territory"), [Optional(), Length(max=200)])


class StructureForm(BaseForm):
    """What a structure says of itself."""

    name = StringField(
        _("Name of the structure"), [DataRequired(_("Write a name.")), Length(max=300)]
    )
    contact = StringField(_("Whom to ask"), [Optional(), Length(max=300)])
    emergency = FormField(LineWords, _("Whom to call in an emergency"))


class SetUpForm(NewPassword):
    """The first structure, its first service and its first administrator."""

    structure = StringField(
        _("Name of the structure"), [DataRequired(_("Write a name.")), Length(max=200)]
    )
    structure_short = StringField(
        _("Short name of the structure"),
        [DataRequired(_("Write a short name.")), Length(max=60), SHORT_NAME],
        filters=[small],
    )
    service = StringField(
        _("Name of the first service"), [DataRequired(_("Write a name.")), Length(max=200)]
    )
    service_short = StringField(
        _("Short name of the first service"),
        [DataRequired(_("Write a short name.")), Length(max=60), SHORT_NAME],
        filters=[small],
    )
    name = StringField(
        _("Your first name and name"), [DataRequired(_("Write a name.")), Length(max=200)]
    )
    sign_in_name = StringField(
        _("Your sign-in name"),
        [DataRequired(_("Write a sign-in name.")), Length(max=80)],
        filters=[small],
    )
