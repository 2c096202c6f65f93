"""What every staff form does: strip text, keep what was typed, show a refusal on the form."""

from collections.abc import Callable, Mapping
from typing import Any

from flask_wtf import FlaskForm
from sqlalchemy.orm import Session
from wtforms import Field, StringField, TextAreaField

from participation.errors import Refused
from participation.voices.rules import is_disguise
from participation.web.database import writing
from participation.web.errors import sentence


class BaseForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """A form of the desk, with Flask-WTF's token. Text is stripped before it is checked."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        """Prepare the list of refusals that belong to no single field."""
        super().__init__(*arguments, **named)
        self.problems: list[str] = []

    class Meta(FlaskForm.Meta):  # type: ignore[misc]  # Flask-WTF has no types
        """Strip every text field."""

        def bind_field(
            self, form: FlaskForm, unbound_field: Any, options: Mapping[str, Any]
        ) -> Field:
            """Add the strip filter where text is typed."""
            filters = list(unbound_field.kwargs.get("filters", []))
            if issubclass(unbound_field.field_class, (StringField, TextAreaField)):
                filters.append(stripped)
            bound: Field = unbound_field.bind(form=form, filters=filters, **options)
            return bound


def stripped(value: object) -> object:
    """Text without the spaces around it, nor signs that can only disguise (NUL, overrides)."""
    if not isinstance(value, str):
        return value
    return "".join(sign for sign in value if sign in "\t\r\n" or not is_disguise(sign)).strip()


def attempt(form: BaseForm, act: Callable[[Session], object]) -> bool:
    """Check the form, then act in one write; a refusal is written on the form. True when done."""
    if not form.validate_on_submit():
        return False
    try:
        with writing() as session:
            act(session)
    except Refused as error:
        form.problems.append(sentence(error))
        return False
    return True


def status_of(form: BaseForm) -> int:
    """422 once something was sent and refused, else 200."""
    return 422 if form.problems or form.errors else 200
