"""What the editor says about a text that may be hard to read."""

import pytest
from flask import Flask
from flask_babel import force_locale

from participation.questionnaires.plain import Remark, Rule, remarks
from participation.web.editor.plainly import SENTENCES, said


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_has_a_sentence_in_french_that_shows_the_piece(app: Flask, rule: Rule) -> None:
    remark = Remark(rule, "CAF (100 %)", limit=12)
    with app.test_request_context("/"):
        with force_locale("en"):
            english = said(remark)
        with force_locale("fr"):
            french = said(remark)
    assert "«\u202fCAF (100 %)\u202f»" in french
    assert "“CAF (100 %)”" in english


def test_no_sentence_is_said_for_two_rules(app: Flask) -> None:
    with app.test_request_context("/"):
        assert len({str(one) for one in SENTENCES.values()}) == len(Rule)


def test_the_word_to_say_instead_is_said(app: Flask) -> None:
    [remark] = remarks("Ce dispositif vous va-t-il\u202f?", "fr")
    with app.test_request_context("/"), force_locale("fr"):
        assert said(remark) == "Dites «\u202faide\u202f» plutôt que «\u202fdispositif\u202f»."


def test_the_limit_is_said(app: Flask) -> None:
    with app.test_request_context("/"), force_locale("fr"):
        assert said(Remark(Rule.LONG_SENTENCE, "a b", 12)).startswith("Plus de 12 mots")
