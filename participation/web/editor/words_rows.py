"""The texts of a version as rows of a page."""

from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext

from participation.questionnaires.drafts import FormDraft, QuestionDraft
from participation.questionnaires.translating import FRENCH, mark_of
from participation.questionnaires.worded import TITLE, PlacedText, texts_in
from participation.web.editor.words_page import TextGroup, TextRow
from participation.web.editor.words_sent import SentTexts
from participation.wording import Words

LONG = 60
"""Signs that fit on the line of a field."""
REVIEWERS = {
    "worker": lazy_gettext("a social worker"),
    "translator": lazy_gettext("a translator"),
    "manager": lazy_gettext("the management"),
    "administrator": lazy_gettext("the administrator"),
    "volunteer": lazy_gettext("a volunteer"),
    "mediator": lazy_gettext("a mediator"),
}
LABELS = {
    "words": lazy_gettext("Question"),
    "hint": lazy_gettext("Hint"),
    "unit": lazy_gettext("Unit"),
    "options": lazy_gettext("Answer"),
    "statements": lazy_gettext("Row"),
}


def groups_of(short_name: str, draft: FormDraft, tag: str, sent: SentTexts) -> list[TextGroup]:
    """Every text of a version, question by question; the title first."""
    rows = Rows(short_name, tag, sent)
    title = rows.row(PlacedText(0, TITLE, draft.title), _("Title"), "")
    groups = [TextGroup(0, draft.title, "", [title])]
    for number, question in enumerate(draft.questions, start=1):
        groups.append(TextGroup(number, question.words, question.kind, rows.of(question, number)))
    return groups


class Rows:
    """Makes the rows of one page; each gets a number, so that links can lead to it."""

    def __init__(self, short_name: str, tag: str, sent: SentTexts) -> None:
        """The language that is written, and what was typed in it."""
        self.short_name, self.tag, self.sent, self.count = short_name, tag, sent, 0

    def of(self, question: QuestionDraft, number: int) -> Sequence[TextRow]:
        """The rows of a question that hold a text in some language."""
        pictograms = {
            f"{question.key}:options.{one.key}": one.pictogram for one in question.options
        } | {f"{question.key}:statements.{one.key}": one.pictogram for one in question.statements}
        return [
            self.row(
                PlacedText(number, place, words),
                str(LABELS[place.partition(":")[2].partition(".")[0]]),
                pictograms.get(place, "" if "." in place else question.pictogram),
            )
            for place, words in texts_in(question)
            if words
        ]

    def row(self, placed: PlacedText, label: str, pictogram: str) -> TextRow:
        """One text, with what was typed when the page is shown again."""
        self.count += 1
        place, words = placed.place, placed.words
        text, french = words.texts.get(self.tag), words.texts.get(FRENCH)
        typed = self.sent.texts.get(place, text.text if text else "")
        is_clash = place == self.sent.clash
        return TextRow(
            id=f"t{self.count}",
            place=place,
            label=label,
            pictogram=pictogram,
            french=french,
            text=text,
            typed=typed,
            is_read=place in self.sent.read_over,
            mark=self.mark(place, words),
            reviewer=str(REVIEWERS.get(text.reviewer, text.reviewer)) if text else "",
            sound_address=self.sound_address(place) if text else "",
            theirs=words.get(self.tag) if is_clash and words.get(self.tag) != typed else "",
            is_wrong=is_clash,
            is_long=max(len(typed), len(french.text) if french else 0) > LONG,
        )

    def mark(self, place: str, words: Words) -> str:
        """What the page saw; a text that stopped the save has now been shown."""
        seen = self.sent.seen.get(place, "")
        return seen if seen and place != self.sent.clash else mark_of(words, self.tag)

    def sound_address(self, place: str) -> str:
        """Where a text is recorded."""
        return url_for(".show_sound", short_name=self.short_name, tag=self.tag, place=place)
