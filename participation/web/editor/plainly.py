"""What the editor says beside a text that may be hard to read. It advises and never blocks."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _

from participation.questionnaires.plain import Remark, Rule

SENTENCES: Mapping[Rule, object] = {
    Rule.LONG_SENTENCE: _("More than %(limit)s words in one sentence: “%(what)s”"),
    Rule.SEVERAL_SENTENCES: _("One sentence is enough to ask one thing: “%(what)s”"),
    Rule.SEVERAL_QUESTIONS: _("There may be two questions here. Ask them apart: “%(what)s”"),
    Rule.SEVERAL_CLAUSES: _("Two ideas are easier to read in two sentences: “%(what)s”"),
    Rule.ACRONYM: _("Not everybody knows these letters. Write the whole name: “%(what)s”"),
    Rule.ABBREVIATION: _("Write the whole word: “%(what)s”"),
    Rule.PERCENTAGE: _("Say “a little”, “half” or “a lot” rather than “%(what)s”."),
    Rule.LARGE_NUMBER: _("Large numbers are hard to read: “%(what)s”"),
    Rule.SPECIAL_SIGN: _("Write a word instead of this sign: “%(what)s”"),
    Rule.PARENTHESES: _("Put what is in brackets in the sentence, or leave it out: “%(what)s”"),
    Rule.PASSIVE: _("Say who does it: “%(what)s”"),
    Rule.DOUBLE_NEGATIVE: _("Two negations in one sentence. Say it the positive way: “%(what)s”"),
    Rule.HARD_WORD: _("This word belongs to the services. Say it more simply: “%(what)s”"),
}
"""One sentence for each rule, with the placeholders of its remarks."""
SAY_RATHER = _("Say “%(rather)s” rather than “%(what)s”.")


def said(remark: Remark) -> str:
    """The sentence of a remark, in the reader's language."""
    sentence = SAY_RATHER if remark.rather else SENTENCES[remark.rule]
    facts = {"what": remark.what, "limit": remark.limit, "rather": remark.rather}
    return str(sentence) % facts
