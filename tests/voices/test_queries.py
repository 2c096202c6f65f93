"""Which words a reader gets first, and which stand beside."""

import pytest

from participation.voices.queries import Quote
from participation.voices.rules import Source, may_show_original
from participation.wording import State

ARABIC = ("زاوية", "ar", "rtl")
FRENCH = ("Un coin", "fr", "ltr")
SIMPLE = ("Jeux", "fr", "ltr")


def quote(
    language: str, own: str, french: str = "", simple: str = "", written_in: str = ""
) -> Quote:
    """Somebody's words."""
    return Quote(
        language, written_in or language, own, french, State.DRAFT, simple, Source.RESIDENT
    )


@pytest.mark.parametrize(
    ("said", "reader", "first", "beside"),
    [
        (quote("ar", "زاوية", "Un coin"), "ar", ARABIC, None),
        (quote("ar", "زاوية", "Un coin"), "fr", FRENCH, ARABIC),
        (
            quote("ar", "زاوية", "Un coin", "Jeux"),
            "uk",
            SIMPLE,
            ARABIC,
        ),
        (quote("ar", "زاوية"), "fr", ARABIC, None),
        (quote("ar", "", "Un coin"), "ar", FRENCH, None),
        (quote("fr", "Un coin"), "ar", FRENCH, None),
        (quote("snk", "On cultive", "", "", "fr"), "uk", ("On cultive", "fr", "ltr"), None),
    ],
)
def test_a_reader_gets_words_that_they_read(
    said: Quote,
    reader: str,
    first: tuple[str, str, str],
    beside: tuple[str, str, str] | None,
) -> None:
    main, other = said.main(reader), said.beside(reader)
    assert (main.text, main.language, main.direction) == first
    assert (other and (other.text, other.language, other.direction)) == beside


def test_words_that_were_translated_or_interpreted_say_so() -> None:
    assert quote("ar", "", "Un coin").is_translated("fr")
    assert quote("snk", "On cultive", written_in="fr").is_translated("fr")
    assert not quote("ar", "زاوية", "Un coin").is_translated("ar")
    assert not quote("fr", "Un coin").is_translated("ar")


@pytest.mark.parametrize(
    ("told", "responses", "may"), [(True, 0, True), (False, 10, False), (False, 11, True)]
)
def test_an_original_needs_consent_or_a_crowd(told: bool, responses: int, may: bool) -> None:
    assert may_show_original(told=told, responses_in_language=responses) is may
