"""What the editor calls the kinds of question and the parts of a date."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _

from participation.questionnaires.drafts import Precision

KINDS: Mapping[str, tuple[str, object, object]] = {
    "one_choice": ("ring", _("One answer"), _("People choose one answer among a few.")),
    "several_choices": (
        "check",
        _("Several answers"),
        _("People tick what fits; you may say how many at most."),
    ),
    "yes_a_little_no": (
        "wave",
        _("Yes, a little, no"),
        _("Always the same three answers: years and sites compare."),
    ),
    "faces": (
        "face-good",
        _("Four faces"),
        _("From very good to not good at all, without a middle."),
    ),
    "pictogram_choice": (
        "seed",
        _("One picture"),
        _("Large pictures first, for people who read little."),
    ),
    "ranking": ("list", _("Order of importance"), _("What counts most first, five at most.")),
    "agreement": ("table", _("Table"), _("The same answers for several statements.")),
    "number": ("chart", _("Number"), _("How many, between two limits.")),
    "date": ("calendar", _("Date"), _("A day, a month or a year.")),
    "free_text": ("keyboard", _("Own words"), _("People write in any language.")),
    "voice": ("mic", _("Voice message"), _("People speak; they may write instead.")),
    "information": (
        "information",
        _("Information screen"),
        _("Words to read or hear, nothing to answer."),
    ),
}
"""Kind -> pictogram, name, when to use it; in the order in which they are offered."""

PRECISIONS: Mapping[str, object] = {
    Precision.DAY.value: _("A day"),
    Precision.MONTH.value: _("A month"),
    Precision.YEAR.value: _("A year"),
}
