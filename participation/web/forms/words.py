"""One text in each language of the screens, as staff write it."""

from flask_babel import lazy_gettext as _
from wtforms import Form, StringField
from wtforms.validators import DataRequired, Length, ValidationError

from participation.languages import INTERFACE
from participation.web.forms.base import stripped
from participation.wording import State, Words

TAGS = tuple(language.tag for language in INTERFACE)


def name_of(tag: str) -> str:
    """A language tag as the name of a field."""
    return tag.lower().replace("-", "_")


class WordsForm(Form):
    """One text in each language of the screens."""

    fr = StringField(filters=[stripped], validators=[Length(max=300)])
    en = StringField(filters=[stripped], validators=[Length(max=300)])
    ar = StringField(filters=[stripped], validators=[Length(max=300)])
    fa_af = StringField(filters=[stripped], validators=[Length(max=300)])
    uk = StringField(filters=[stripped], validators=[Length(max=300)])

    def words(self, before: Words) -> Words:
        """What was typed. A text that did not change keeps its state; others are drafts."""
        found = Words()
        for tag in TAGS:
            text = self[name_of(tag)].data or ""
            if text and text == before.get(tag):
                found = Words({**found.texts, tag: before.texts[tag]})
            elif text:
                found = found.with_text(tag, text, State.REVIEWED if tag == "fr" else State.DRAFT)
        return found


class TitleForm(WordsForm):
    """A text that nothing can do without, in French at least."""

    fr = StringField(
        filters=[stripped],
        validators=[DataRequired(_("Write it in French at least.")), Length(max=300)],
    )


class LineWords(WordsForm):
    """A text that may be missing, but not in French alone."""

    def validate_fr(self, field: StringField) -> None:
        """Staff must be able to read what the others say."""
        if not field.data and any(text.data for text in self):
            raise ValidationError(_("Write this line in French too."))


def texts_of(words: Words) -> dict[str, str]:
    """The values of a WordsForm."""
    return {name_of(tag): words.get(tag) for tag in TAGS}
