"""A page is a frozen value that names its template; the template may use nothing else."""

import hashlib
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar, Protocol

from flask import Flask, current_app, render_template, url_for
from jinja2 import StrictUndefined
from werkzeug.local import LocalProxy

from participation import __version__, clock
from participation.languages import REGISTRY, direction_of, french_name, written_as
from participation.web.access import person
from participation.web.languages import language, reading


class Page(Protocol):
    """What `render` takes: a frozen dataclass with the name of its template."""

    template: ClassVar[str]
    __dataclass_fields__: ClassVar[dict[str, Any]]


def register_rendering(app: Flask) -> None:
    """Strict templates, and the few names that every template may use."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        asset=asset,
        version=__version__,
        direction_of=direction_of,
        french_name=french_name,
        written_as=written_as,
        reading=reading,
        registry=REGISTRY,
        today=clock.today,
        language=LocalProxy(language),  # Macros imported by a template see globals only.
    )
    app.context_processor(always)


def always() -> dict[str, object]:
    """What differs between two requests: at the desk, the person."""
    return {"person": person()}


def render(page: Page) -> str:
    """The page as HTML."""
    values = {field.name: getattr(page, field.name) for field in fields(page)}
    return render_template(page.template, **values)


def asset(path: str) -> str:
    """The address of one of our static files; it changes when the file does."""
    folder = Path(current_app.static_folder or "")
    return url_for("static", filename=path, v=fingerprint(str(folder / path)))


@lru_cache
def fingerprint(path: str) -> str:
    """Ten hexadecimal digits of a file's content."""
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:10]
