"""Pieces of forms that several features use."""

from collections.abc import Iterable
from typing import Any

from wtforms import SelectMultipleField
from wtforms.fields import choices
from wtforms.widgets import CheckboxInput

SelectChoice = choices.SelectChoice  # type: ignore[attr-defined]  # newer than its type stubs


def choices_of(pairs: Iterable[tuple[object, object]], *, under: object = None) -> Any:
    """The choices of a list from (value, label), `under` a heading if there is one.

    Tuples are deprecated in WTForms 3.3.
    """
    return [SelectChoice(value=str(value), label=label, optgroup=under) for value, label in pairs]


class TickField(SelectMultipleField):
    """Several choices, each with a box to tick: a bare option cannot be chosen out of a list."""

    option_widget = CheckboxInput()
