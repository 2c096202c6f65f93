"""Every address of the application, filled with the values of the small world."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Flask
from werkzeug.routing import Rule

NEVER_OURS = {
    "language",
    "number",
    "tag",
    "surface",
    "wanted",
    "act",
    "at",
    "filename",
    "code",
    "token",
} | {
    "digest",
    "media_id",
}
"""Arguments that name nothing of a structure, or a secret that whoever has it may use."""
FILES = {
    "questionnaires.download_poster",
    "reports.download_edition",
    "reports.download_poster",
    "reports.download_synthesis",
    "reports.publish_synthesis",
}
"""PDF files take seconds to make; the tests of documents make them."""
FRAMED = {"questionnaires.preview_form", "questionnaires.show_paper"}
"""A questionnaire in a frame of the desk: in the language looked at, whatever the desk speaks."""
NOT_HERE = {
    "kiosk.show_home",
    "kiosk.show_languages",
    "questionnaires.show_kiosk_form",
    "questionnaires.show_kiosk_thanks",
    "people.set_up",
}
"""Pages that say no in a browser that is no kiosk, or once a structure exists, as here."""


@dataclass(frozen=True, slots=True)
class Address:
    """One address with one method, and who may come in."""

    endpoint: str
    method: str
    path: str
    who: frozenset[str]
    names_something: bool

    def __str__(self) -> str:
        """For the list of what failed."""
        return f"{self.method} {self.path} ({self.endpoint})"

    def lets_in(self, role: str) -> bool:
        """Whether the view says that this role may come in."""
        return bool(self.who & {"anyone", "staff", role})


def addresses(app: Flask, world: Mapping[str, Any], language: str = "fr") -> list[Address]:
    """Each address of the application, once for each method."""
    found = [
        Address(
            endpoint=rule.endpoint,
            method=method,
            path=path_of(app, rule, world, language),
            who=getattr(app.view_functions[rule.endpoint], "open_to", frozenset()),
            names_something=bool(rule.arguments - NEVER_OURS),
        )
        for rule in app.url_map.iter_rules()
        for method in methods_of(rule)
        if rule.endpoint != "static"
    ]
    return sorted(found, key=lambda one: (one.endpoint == "people.sign_out", str(one)))


def methods_of(rule: Rule) -> Iterator[str]:
    """GET, POST or both."""
    return (method for method in ("GET", "POST") if method in (rule.methods or ()))


def path_of(app: Flask, rule: Rule, world: Mapping[str, Any], language: str) -> str:
    """The path of a rule in the small world. A KeyError names an argument to add to it."""
    values = {**world, "language": language, **world.get(rule.endpoint, {})}
    wanted = {name: values[name] for name in rule.arguments}
    built = rule.build(wanted, append_unknown=False)
    assert built is not None, f"no address can be built for {rule.endpoint}"
    return built[1]
