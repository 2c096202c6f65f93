"""Pieces of forms that several features use."""

from collections.abc import Iterable
from typing import Any

from wtforms.fields import choices

SelectChoice = choices.SelectChoice  # type: ignore[attr-defined]  # newer than its type stubs


def choices_of(pairs: Iterable[tuple[object, object]]) -> Any:
    """The choices of a list from (value, label): tuples are deprecated in WTForms 3.3."""
    return [SelectChoice(value=str(value), label=label) for value, label in pairs]
