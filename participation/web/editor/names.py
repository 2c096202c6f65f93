"""What the editor calls the kinds of question, and the pictograms to choose from."""

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

PICTOGRAMS: Mapping[str, object] = {
    "answer": _("Answer"),
    "speech": _("Speaking"),
    "waiting": _("Waiting"),
    "language": _("Language"),
    "private": _("In private"),
    "hours": _("Opening hours"),
    "information": _("Information"),
    "place": _("Place"),
    "housing": _("Housing"),
    "food": _("Food"),
    "papers": _("Papers"),
    "health": _("Health"),
    "french": _("Learning French"),
    "work": _("Work"),
    "children": _("Children"),
    "transport": _("Transport"),
    "phone": _("Telephone"),
    "computer": _("Computer"),
    "loneliness": _("Loneliness"),
    "people": _("People"),
    "person": _("One person"),
    "group": _("Group"),
    "help": _("Help"),
    "volunteer": _("Volunteer"),
    "cooking": _("Cooking"),
    "garden": _("Garden"),
    "sport": _("Sport"),
    "outings": _("Outings"),
    "repair": _("Repair"),
    "idea": _("Idea"),
    "seed": _("Beginning"),
    "morning": _("Morning"),
    "afternoon": _("Afternoon"),
    "evening": _("Evening"),
    "saturday": _("Saturday"),
    "calendar": _("Calendar"),
    "euro": _("Money"),
    "mail": _("Letter"),
    "door": _("Door"),
    "key": _("Key"),
    "shield": _("Protection"),
    "sun": _("Sun"),
    "cloud": _("Cloud"),
    "rain": _("Rain"),
    "check": _("Tick"),
    "double-check": _("Two ticks"),
    "wave": _("A little"),
    "cross": _("Cross"),
    "nothing": _("Nothing"),
    "face-very-good": _("Very happy face"),
    "face-good": _("Happy face"),
    "face-not-good": _("Unhappy face"),
    "face-bad": _("Very unhappy face"),
}
"""The pictograms offered for a question or an answer, with their words."""
