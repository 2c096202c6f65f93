"""Every string exists in every language shipped, with the same placeholders; drafts say so."""

import csv
import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from participation.languages import INTERFACE, STAFF
from participation.settings import CHECKOUT

FOLDER = CHECKOUT / "translations"
LOCALES = {
    "resident": [language.locale for language in INTERFACE],
    "staff": [language.locale for language in STAFF],
}
BOTH = [(domain, locale) for domain, locales in LOCALES.items() for locale in locales]
WRITTEN_BY_THE_TEAM = {"fr", "en"}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


def catalogue(domain: str, locale: str) -> Catalog:
    """One compiled-from file."""
    with (FOLDER / locale / "LC_MESSAGES" / f"{domain}.po").open("rb") as file:
        return read_po(file, locale=locale, domain=domain)


def template(domain: str) -> Catalog:
    """What the code and the templates ask for."""
    with (FOLDER / f"{domain}.pot").open("rb") as file:
        return read_po(file, domain=domain)


def messages(found: Catalog) -> Iterator[Message]:
    """Every message but the header."""
    return (message for message in found if message.id)


def forms(value: object) -> list[str]:
    """One string, or each plural form."""
    return [str(one) for one in value] if isinstance(value, tuple | list) else [str(value)]


@pytest.mark.parametrize(("domain", "locale"), BOTH)
def test_every_string_is_there(domain: str, locale: str) -> None:
    asked = {message.id for message in messages(template(domain))}
    found = {
        message.id: message
        for message in messages(catalogue(domain, locale))
        if all(forms(message.string)) and not message.fuzzy
    }
    assert sorted(map(str, asked - found.keys())) == []


@pytest.mark.parametrize(("domain", "locale"), BOTH)
def test_every_placeholder_is_kept(domain: str, locale: str) -> None:
    wrong = []
    for message in messages(catalogue(domain, locale)):
        known = {name for one in forms(message.id) for name in PLACEHOLDER.findall(one)}
        for one in forms(message.string):
            used = set(PLACEHOLDER.findall(one))
            if used - known or (len(forms(message.id)) == 1 and used != known):
                wrong.append(one)
    assert wrong == []


@pytest.mark.parametrize(("domain", "locale"), BOTH)
def test_every_plural_form_is_there(domain: str, locale: str) -> None:
    found = catalogue(domain, locale)
    short = [
        message.id
        for message in messages(found)
        if isinstance(message.id, tuple) and len(forms(message.string)) != found.num_plurals
    ]
    assert short == []


def test_what_no_native_reader_saw_is_marked_as_a_draft() -> None:
    with (FOLDER / "review.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    listed = {(row["domain"], row["locale"], row["message"]) for row in rows}
    expected = {
        (domain, locale, forms(message.id)[0])
        for domain, locale in BOTH
        if locale not in WRITTEN_BY_THE_TEAM
        for message in messages(template(domain))
    }
    assert sorted(expected - listed) == []
    assert sorted(listed - expected) == []
    assert {row["state"] for row in rows} <= {"draft", "machine", "reviewed"}
    assert all(row["reviewer"] and row["on"] for row in rows if row["state"] == "reviewed")
