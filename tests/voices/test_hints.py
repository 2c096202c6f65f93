"""What a moderator should look at twice."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.voices.hints import HIDDEN, HintKind, hidden, hints, parts


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("Appelez le 06 12 34 56 78 le soir", HintKind.PHONE, "06 12 34 56 78"),
        ("mon numéro 0612345678", HintKind.PHONE, "0612345678"),
        ("+33 6 12 34 56 78", HintKind.PHONE, "+33 6 12 34 56 78"),
        ("رقمي ٠٦١٢٣٤٥٦٧٨ شكرا", HintKind.PHONE, "٠٦١٢٣٤٥٦٧٨"),
        ("écrivez à amal.k@exemple.fr", HintKind.EMAIL, "amal.k@exemple.fr"),
        ("dossier 7501234 refusé", HintKind.NUMBER, "7501234"),
        ("Madame Devaux crie", HintKind.PERSON, "Madame Devaux"),
        ("M. Le Goff dort", HintKind.PERSON, "M. Le Goff"),
        ("Je m’appelle Amal", HintKind.PERSON, "Je m’appelle Amal"),
        ("J’habite 12 bis rue des Tilleuls", HintKind.ADDRESS, "12 bis rue des Tilleuls"),
        ("chambre 214, il y a de l’eau", HintKind.ADDRESS, "chambre 214"),
        ("Il a 11 ans.", HintKind.AGE, "11 ans"),
    ],
)
def test_a_sign_of_somebody_is_pointed_at(text: str, kind: HintKind, part: str) -> None:
    [found] = hints(text)
    assert (found.kind, text[found.start : found.end]) == (kind, part)


@pytest.mark.parametrize(
    "text",
    [
        "Le bus 4 ne passe plus après 19 h.",
        "Appelez le 112.",
        "On était 23 et il reste 600 euros.",
        "Monsieur, aidez-nous.",
        "Une place pour les enfants",
        "سكن للعائلات",
    ],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert hints(text) == []


@given(st.text(max_size=200))
def test_the_parts_make_the_whole_text(text: str) -> None:
    assert "".join(part.text for part in parts(text)) == text


@given(st.text(max_size=200))
def test_hints_never_overlap(text: str) -> None:
    found = hints(text)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_hiding_takes_every_place_and_the_longest_first() -> None:
    text = "Devaux, Madame Devaux et madame devaux."
    assert hidden(text, ["Devaux", "Madame Devaux"]) == f"{HIDDEN}, {HIDDEN} et {HIDDEN}."
    assert hidden(text, ["", "  "]) == text
    assert hidden(text, ["nobody"]) == text
