"""The forms of moderation, of proposals and of dictation."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from flask_babel import lazy_gettext as _
from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, Length, NumberRange, Optional, ValidationError

from participation.languages import REGISTRY, SPOKEN
from participation.voices.rules import LONGEST
from participation.web.forms.base import BaseForm
from participation.web.forms.fields import TickField, choices_of
from participation.web.ideas.names import CHANNELS, COMPETENCES, KINDS, SOURCES
from participation.web.pictograms import THEMES


def choices(names: Mapping[Any, object]) -> Any:
    """The choices of a closed list, in their order; the names are translated when printed."""
    return choices_of(names.items())


def pictograms() -> Any:
    """Every pictogram that may stand beside a proposal, by theme."""
    return [one for theme in THEMES for one in choices_of(theme.names.items(), under=theme.title)]


class CaseForm(BaseForm):
    """What a moderator does with one person's words; `seen` is the state that was looked at."""

    seen = HiddenField()
    transcript = TextAreaField(
        _("What the voice says, in the language that it speaks"), [Length(max=LONGEST)]
    )
    french = TextAreaField(_("French translation"), [Length(max=LONGEST)])
    is_checked = BooleanField(_("I have read this French against the original"))
    hide = StringField(_("Words to hide, separated by commas"), [Length(max=LONGEST)])
    reason = StringField(_("Reason, to refuse or to erase"), [Length(max=300)])

    def __init__(self, number: int, **values: Any) -> None:
        """Fields of several cases stand on one page: their ids carry the number of the words."""
        super().__init__(**values)
        for field in self:
            field.id = f"{field.name}-{number}"


class GroupForm(BaseForm):
    """Ideas that go into a proposal: one that exists, or a new one."""

    ideas = SelectMultipleField(_("Ideas"), coerce=int)
    proposal = SelectField(_("Into which proposal?"), coerce=int)
    title = TextAreaField(_("Title in French, in the words of the group"), [Length(max=300)])
    label = StringField(_("Short label"), [Length(max=80)])
    pictogram = SelectField(_("Pictogram"), choices=pictograms(), default="idea")
    competence = SelectField(_("Who can decide?"), choices=choices(COMPETENCES))

    def __init__(self, ideas: Sequence[int], proposals: Sequence[tuple[int, str]]) -> None:
        """The ideas of the board and the proposals that still take some."""
        super().__init__()
        self.ideas.choices = choices({idea: str(idea) for idea in ideas})
        self.proposal.choices = choices({0: _("A new proposal"), **dict(proposals)})

    def validate_ideas(self, field: SelectMultipleField) -> None:
        """A group has an idea."""
        if not field.data:
            raise ValidationError(_("Tick one idea or more."))

    def validate_title(self, field: StringField) -> None:
        """A new proposal has a title."""
        if not self.proposal.data and not field.data:
            raise ValidationError(_("A new proposal needs its title."))


class SameForm(BaseForm):
    """Ideas that say the same thing; the first of the board keeps its place."""

    ideas = SelectMultipleField(_("Ideas"), coerce=int)

    def __init__(self, ideas: Sequence[int]) -> None:
        """The ideas of the board, the most supported first."""
        super().__init__()
        self.ideas.choices = choices({idea: str(idea) for idea in ideas})

    def validate_ideas(self, field: SelectMultipleField) -> None:
        """It takes two to say the same."""
        if len(field.data or []) < 2:
            raise ValidationError(_("Tick two ideas or more that say the same."))


class ProposalForm(BaseForm):
    """A proposal's words in each language of its campaign: fields `title_<n>`, `reviewed_<n>`."""

    label = StringField(_("Short label"), [Length(max=80)])
    pictogram = SelectField(_("Pictogram"), choices=pictograms(), default="idea")
    competence = SelectField(_("Who can decide?"), choices=choices(COMPETENCES))


def proposal_form(languages: Sequence[str], values: Mapping[str, Any]) -> ProposalForm:
    """A form with one title for each language; the French one is needed."""
    fields: dict[str, Any] = {}
    for n, tag in enumerate(languages):
        name = REGISTRY[tag].endonym
        needed = DataRequired(_("A proposal needs a title in French.")) if tag == "fr" else None
        fields[f"title_{n}"] = StringField(name, [needed or Optional(), Length(max=300)])
        fields[f"reviewed_{n}"] = BooleanField(_("This translation was reviewed"))
    made: ProposalForm = type("ProposalInLanguages", (ProposalForm,), fields)(data=values)
    return made


class RemarkForm(BaseForm):
    """A disagreement or a condition about a proposal, in somebody's own words."""

    text = TextAreaField(
        _("What was said"), [DataRequired(_("Write what was said.")), Length(max=LONGEST)]
    )
    written_in = SelectField(
        _("Language"), choices=choices({tag: one.endonym for tag, one in SPOKEN.items()})
    )
    people = IntegerField(
        _("How many people held it, if they were counted"), [Optional(), NumberRange(1, 10000)]
    )


class DictationForm(BaseForm):
    """An idea that somebody says and a member of the team writes down."""

    gesture = HiddenField(default=lambda: str(uuid4()))
    spoken = SelectField(
        _("Language that was spoken"),
        choices=choices({tag: f"{one.endonym} ({one.french})" for tag, one in SPOKEN.items()}),
    )
    text = TextAreaField(
        _("What was said"), [DataRequired(_("Write what was said.")), Length(max=LONGEST)]
    )
    written = RadioField(
        _("How it is written here"),
        choices=choices(
            {
                "own": _("In the language that was spoken"),
                "french": _("In French: it was said aloud and interpreted"),
            }
        ),
        default="own",
    )
    source = SelectField(_("Who speaks?"), choices=choices(SOURCES))
    kind = SelectField(_("What is it?"), choices=choices(KINDS))
    theme = SelectField(_("What is it about?"))
    channel = SelectField(
        _("How it came"),
        choices=choices({one: CHANNELS[one] for one in CHANNELS if one not in {"kiosk", "link"}}),
    )
    service = SelectField(_("Service"), coerce=int)
    was_told = BooleanField(_("The person knows that their words may be shown, without a name"))

    def __init__(
        self, themes: Sequence[tuple[str, str]], services: Sequence[tuple[int, str]]
    ) -> None:
        """The themes of the board and the services of the campaign."""
        super().__init__()
        self.theme.choices = choices({"": _("No subject"), **dict(themes)})
        self.service.choices = choices(dict(services))


class BoardForm(BaseForm):
    """A new board: its name, its dates and its subjects."""

    title = StringField(
        _("Name of the board, in French"),
        [DataRequired(_("The board needs a name.")), Length(max=120)],
    )
    opens_on = DateField(_("Opens on"), [DataRequired(_("Give the day."))])
    closes_on = DateField(_("Closes on"), [DataRequired(_("Give the day."))])
    themes = TickField(_("Subjects"))

    def validate_closes_on(self, field: DateField) -> None:
        """A board cannot end before it begins."""
        if self.opens_on.data and field.data and field.data < self.opens_on.data:
            raise ValidationError(_("The board would close before it opens."))


class ActForm(BaseForm):
    """One act without anything to fill in: only the token."""
