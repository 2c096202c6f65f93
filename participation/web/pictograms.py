"""The pictograms that may stand beside a question, a text or an answer: their names, by theme."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import lazy_gettext as _


@dataclass(frozen=True, slots=True)
class Theme:
    """Pictograms about one subject: `names` is pictogram -> what it shows."""

    title: object
    names: Mapping[str, object]


THEMES: tuple[Theme, ...] = (
    Theme(
        _("Welcome and information"),
        {
            "door": _("Door"),
            "waiting": _("Waiting"),
            "queue": _("Queue"),
            "hours": _("Opening hours"),
            "place": _("Premises"),
            "signpost": _("Signpost"),
            "information": _("Information"),
            "language": _("Language"),
            "interpreter": _("Interpreter"),
            "private": _("In private"),
            "meeting": _("Talking to somebody"),
            "help": _("Help"),
            "badge": _("Professional"),
            "empty-chair": _("Nobody there"),
        },
    ),
    Theme(
        _("Home"),
        {
            "housing": _("Housing"),
            "building": _("Building"),
            "neighbours": _("Neighbours"),
            "bed": _("Sleep"),
            "bunk-bed": _("Shared room"),
            "noise": _("Noise"),
            "traffic": _("Noise of the street"),
            "lamp": _("Light"),
            "heat": _("Heat"),
            "cold": _("Cold"),
            "shower": _("Shower"),
            "toilet": _("Toilets"),
            "kitchen": _("Kitchen"),
            "laundry": _("Laundry"),
            "broom": _("Cleanliness"),
            "insect": _("Insects"),
            "leak": _("Something broken"),
            "repair": _("Repair"),
            "stairs": _("Stairs"),
            "lift": _("Lift"),
            "key": _("Key"),
        },
    ),
    Theme(
        _("Food and things"),
        {
            "food": _("Food"),
            "cooking": _("Cooking"),
            "fruit": _("Fruit and vegetables"),
            "fish": _("Fish and meat"),
            "baby": _("Things for babies"),
            "diet": _("Diet"),
            "basket": _("Choosing products"),
            "shelf": _("Shelf with few products"),
            "soap": _("Hygiene"),
            "clothes": _("Clothes"),
            "price-tag": _("Price"),
            "euro": _("Money"),
        },
    ),
    Theme(
        _("Health"),
        {
            "health": _("Health"),
            "medicine": _("Medicine"),
            "glasses": _("Seeing"),
            "ear": _("Hearing and listening"),
            "emergency": _("Emergency call"),
        },
    ),
    Theme(
        _("Rights and papers"),
        {
            "papers": _("Papers"),
            "identity-card": _("Identity papers"),
            "hand-over": _("Somebody does my papers"),
            "mail": _("Letter"),
            "rules": _("Rules"),
            "scale": _("Rights"),
            "shield": _("Protection"),
            "work": _("Work"),
            "representative": _("Representative"),
            "ballot": _("Voting"),
        },
    ),
    Theme(
        _("Digital"),
        {
            "phone": _("Telephone"),
            "computer": _("Computer"),
            "tablet": _("Tablet"),
            "devices": _("Telephone and computer"),
            "shared-computer": _("Shared computer"),
            "lend": _("Borrowed telephone"),
            "broken-device": _("Broken telephone"),
            "wifi": _("Internet connection"),
            "offline": _("No internet"),
            "globe": _("World"),
            "password": _("Password"),
            "fraud": _("Fraud"),
            "camera": _("Photograph"),
        },
    ),
    Theme(
        _("Living together"),
        {
            "person": _("One person"),
            "people": _("Several people"),
            "family": _("Family"),
            "children": _("Children"),
            "friends": _("Friends"),
            "volunteer": _("Volunteer"),
            "speech": _("Speaking"),
            "answer": _("Answer"),
            "idea": _("Idea"),
            "hand-up": _("Raising a hand"),
            "seed": _("Beginning"),
            "garden": _("Garden"),
            "sport": _("Sport"),
            "outings": _("Outings"),
            "transport": _("Transport"),
            "french": _("Learning French"),
            "lesson": _("Lesson"),
        },
    ),
    Theme(
        _("Time and weather"),
        {
            "morning": _("Morning"),
            "afternoon": _("Afternoon"),
            "evening": _("Evening and night"),
            "saturday": _("Saturday"),
            "calendar": _("Calendar"),
            "sun": _("Sun"),
            "cloud": _("Cloud"),
            "rain": _("Rain"),
        },
    ),
    Theme(
        _("Feelings"),
        {
            "face-very-good": _("Very happy face"),
            "face-good": _("Happy face"),
            "face-not-good": _("Unhappy face"),
            "face-bad": _("Very unhappy face"),
            "worries": _("Worries"),
            "loneliness": _("Loneliness"),
            "shy": _("Not daring"),
            "eye": _("Being seen"),
        },
    ),
    Theme(
        _("Signs"),
        {
            "check": _("Tick"),
            "double-check": _("Two ticks"),
            "wave": _("A little"),
            "cross": _("Cross"),
            "nothing": _("Nothing"),
            "other": _("Something else"),
            "warning": _("Take care"),
            "obstacle": _("Obstacle"),
            "first": _("What comes first"),
            "dont-know": _("I don’t know"),
            "rather-not": _("I prefer not to answer"),
        },
    ),
)
"""What the editor offers, in this order. Arrows, buttons and the signs of the desk are not here."""

NAMES: Mapping[str, object] = {
    pictogram: name for theme in THEMES for pictogram, name in theme.names.items()
}
"""Pictogram -> what it shows."""
