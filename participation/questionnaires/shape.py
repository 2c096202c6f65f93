"""Whether a value that came from outside has the shape that was promised.

A shape is a type, a dict (a name that ends with "?" may be missing, no other name may come), a list
of one shape, `Named(shape)` for any names, `Text` for a string of a pattern, or a tuple of several
shapes of which one fits.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Shape = Any


@dataclass(frozen=True, slots=True)
class Named:
    """A mapping from any string to values of one shape."""

    shape: Shape


@dataclass(frozen=True, slots=True)
class Text:
    """A string that fits a pattern."""

    pattern: str


def misfit(value: Any, shape: Shape, place: str = "") -> str | None:
    """The first place where a value does not fit, as "questions[2].words.fr"; None when it fits."""
    if isinstance(shape, tuple):
        return None if any(misfit(value, one) is None for one in shape) else place
    if isinstance(shape, dict):
        return misfit_in_names(value, shape, place)
    if isinstance(shape, Named):
        return misfit_of_each(value, shape.shape, place) if is_named(value) else place
    if isinstance(shape, list):
        return misfit_in_list(value, shape[0], place)
    return None if is_of(value, shape) else place


def is_of(value: Any, shape: Shape) -> bool:
    """Whether a value is of a type, or a text of a pattern; true and false are no numbers."""
    if isinstance(shape, Text):
        return isinstance(value, str) and re.fullmatch(shape.pattern, value) is not None
    if shape is None:
        return value is None
    return isinstance(value, shape) and not (shape is int and isinstance(value, bool))


def is_named(value: Any) -> bool:
    """Whether it is a mapping whose names are strings."""
    return isinstance(value, Mapping) and all(isinstance(name, str) for name in value)


def misfit_in_names(value: Any, shape: Mapping[str, Shape], place: str) -> str | None:
    """The same for a mapping with these names."""
    known = {name.rstrip("?"): one for name, one in shape.items()}
    needed = {name for name in shape if not name.endswith("?")}
    if not is_named(value) or not needed <= value.keys() <= known.keys():
        return place
    found = (misfit(one, known[name], joined(place, name)) for name, one in value.items())
    return next((one for one in found if one is not None), None)


def misfit_of_each(value: Mapping[str, Any], shape: Shape, place: str) -> str | None:
    """The same for a mapping with any names."""
    found = (misfit(one, shape, joined(place, name)) for name, one in value.items())
    return next((one for one in found if one is not None), None)


def misfit_in_list(value: Any, shape: Shape, place: str) -> str | None:
    """The same for a list; places are counted from 1."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        return place
    found = (misfit(one, shape, f"{place}[{at}]") for at, one in enumerate(value, start=1))
    return next((one for one in found if one is not None), None)


def joined(place: str, name: str) -> str:
    """A name under a place."""
    return f"{place}.{name}" if place else name
