"""What is typed at the desk to choose an address."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import StringField
from wtforms.validators import DataRequired, Length, ValidationError

from participation.web.forms.base import BaseForm
from participation.web.reach.proof import Proof


class DigitsForm(BaseForm):
    """The number that a telephone shows."""

    digits = StringField(
        _("Which number does the telephone show?"),
        [DataRequired(_("Write the four digits that the telephone shows.")), Length(max=20)],
    )

    def __init__(self, proofs: Mapping[str, Proof], **named: Any) -> None:
        """Know which address has which number."""
        super().__init__(**named)
        self.addresses = {one.digits: address for address, one in proofs.items()}

    def validate_digits(self, field: StringField) -> None:
        """Only a number that one of the addresses shows."""
        if self.typed not in self.addresses:
            raise ValidationError(_("No address here has this number. Scan a code again."))

    @property
    def typed(self) -> str:
        """The digits, without the spaces that people put between them."""
        return "".join((self.digits.data or "").split())

    @property
    def address(self) -> str:
        """The address that the telephone reached, once the form was checked."""
        return self.addresses[self.typed]
