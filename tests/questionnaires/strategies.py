"""Any questionnaire that the editor can make, for property tests: `@given(forms())`.

What comes out is complete as `writing.complete` leaves it (bounds set, fixed answers in their
order, no maximum that forbids nothing), so that a form equals what is stored of it.
"""

from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

from participation.questionnaires.drafts import (
    FormDraft,
    OptionDraft,
    OptionRole,
    Precision,
    QuestionDraft,
    StatementDraft,
)
from participation.questionnaires.kinds import KINDS
from participation.questionnaires.kinds.fixed_choice import FACES, YES_A_LITTLE_NO
from participation.wording import State, Text, Words

LANGUAGES = ("fr-simple", "en", "ar", "fa-AF", "uk", "ti")
PICTOGRAMS = ("", "check", "housing", "face-good")
APART = (OptionRole.NOTHING, OptionRole.DONT_KNOW, OptionRole.RATHER_NOT)
HOSTILE = (
    "=1+1",
    "@SUM(A1)",
    "-2",
    "\t=cmd|' /C calc'!A0",
    '";DROP',
    "<b>&amp;</b>",
    "a\nb",
    "عربي 12",
    "Ґанок",
    "e\u0301",
    "\ufffd",
    "👩🏽‍🌾",
    "http://exemple.fr",
)

# Letters of any script, signs and spaces: all that a form of the desk lets through.
texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=12
    ).filter(lambda text: bool(text.strip())),
)
keys = st.from_regex(r"[a-z0-9][a-z0-9._-]{0,7}", fullmatch=True)


@st.composite
def a_text(draw: st.DrawFn, sounds: Sequence[int] = ()) -> Text:
    """One language's text, in any state, with a sound or without."""
    state = draw(st.sampled_from(State))
    reviewer = draw(st.sampled_from(("", "translator", "worker")))
    sound = draw(st.sampled_from((None, *sounds)))
    return Text(draw(texts), state, reviewer, sound)


@st.composite
def some_words(
    draw: st.DrawFn, languages: Sequence[str], sounds: Sequence[int] = (), *, may_lack: bool = False
) -> Words:
    """Words in French and in some of the other languages; or none at all, where none are needed."""
    if may_lack and draw(st.booleans()):
        return Words()
    others = draw(st.lists(st.sampled_from(languages), unique=True)) if languages else []
    return Words({tag: draw(a_text(sounds)) for tag in dict.fromkeys(("fr", *others))})


class Bag:
    """What the words and pictures of one form are drawn from."""

    def __init__(
        self, draw: st.DrawFn, languages: Sequence[str], pictures: Sequence[str], sounds: Any
    ) -> None:
        """Keep what is drawn from."""
        self.draw = draw
        self.languages = [tag for tag in languages if tag != "fr"]
        self.pictures, self.sounds = pictures, sounds

    def words(self, *, may_lack: bool = False) -> Words:
        """Words in some of the form's languages."""
        return self.draw(some_words(self.languages, self.sounds, may_lack=may_lack))

    def keys(self, fewest: int, most: int) -> list[str]:
        """Keys, each once."""
        return self.draw(st.lists(keys, min_size=fewest, max_size=most, unique=True))

    def picture(self) -> str:
        """A digest, or none."""
        return self.draw(st.sampled_from(("", *self.pictures)))

    def pictogram(self) -> str:
        """A pictogram, or none."""
        return self.draw(st.sampled_from(PICTOGRAMS))

    def option(self, key: str, role: OptionRole = OptionRole.CHOICE) -> OptionDraft:
        """One answer to offer."""
        return OptionDraft(key, self.words(), self.pictogram(), role, self.picture())

    def apart(self, taken: Sequence[str] = ()) -> list[OptionDraft]:
        """Some answers that stand apart, under keys that are not taken."""
        roles = self.draw(st.lists(st.sampled_from(APART), unique=True))
        return [self.option(role.value, role) for role in roles if role.value not in taken]

    def choices(self, most: int) -> tuple[OptionDraft, ...]:
        """Two answers or more, then what stands apart."""
        made = [self.option(key) for key in self.keys(2, most)]
        return (*made, *self.apart([one.key for one in made]))

    def fixed(self, answers: Sequence[OptionDraft]) -> tuple[OptionDraft, ...]:
        """The answers of a kind, each in its own words or in those of the service."""
        made = [self.draw(st.sampled_from((one, self.option(one.key)))) for one in answers]
        return (*made, *self.apart())


def of_several(bag: Bag) -> dict[str, Any]:
    """Several choices, with a maximum below the number of choices or none."""
    options = bag.choices(5)
    choices = sum(one.role is OptionRole.CHOICE for one in options)
    maximum = bag.draw(st.none() | st.integers(1, choices - 1))
    return {"options": options, "maximum": maximum}


def of_agreement(bag: Bag) -> dict[str, Any]:
    """One to three rows, and the same answers for each."""
    rows = [StatementDraft(key, bag.words(), bag.pictogram()) for key in bag.keys(1, 3)]
    return {"options": bag.choices(4), "statements": tuple(rows)}


def of_number(bag: Bag) -> dict[str, Any]:
    """Bounds, decimals and perhaps a unit."""
    lowest = bag.draw(st.integers(-1000, 1000))
    return {
        "options": tuple(bag.apart()),
        "lowest": lowest,
        "highest": lowest + bag.draw(st.integers(1, 10_000)),
        "decimals": bag.draw(st.integers(0, 2)),
        "unit": bag.words(may_lack=True),
    }


def of_date(bag: Bag) -> dict[str, Any]:
    """A day, a month or a year."""
    precision = bag.draw(st.sampled_from(Precision)).value
    return {"options": tuple(bag.apart()), "precision": precision}


SETTINGS: dict[str, Callable[[Bag], dict[str, Any]]] = {
    "one_choice": lambda bag: {"options": bag.choices(5)},
    "several_choices": of_several,
    "yes_a_little_no": lambda bag: {"options": bag.fixed(YES_A_LITTLE_NO)},
    "faces": lambda bag: {"options": bag.fixed(FACES)},
    "pictogram_choice": lambda bag: {"options": bag.choices(4)},
    "ranking": lambda bag: {"options": bag.choices(5)},
    "agreement": of_agreement,
    "number": of_number,
    "date": of_date,
    "free_text": lambda bag: {"options": tuple(bag.apart())},
    "voice": lambda bag: {"options": tuple(bag.apart())},
    "information": lambda bag: {},
}


def a_leaf(draw: st.DrawFn, earlier: Sequence[QuestionDraft]) -> dict[str, Any]:
    """Something that can be true of the answer to one earlier question."""
    other = draw(st.sampled_from(earlier))
    told: dict[str, Any] = {"question": other.key}
    found: list[dict[str, Any]] = [{"answered": draw(st.booleans())}]
    found += [{"is": one.key} for one in other.options]
    found += [{"row": row.key, "is": one.key} for row in other.statements for one in other.options]
    if other.kind == "number":
        bound = draw(st.integers(-1000, 11_000) | st.sampled_from((0.5, 12.25)))
        found += [{"at_least": bound}, {"at_most": bound}]
    return {**told, **draw(st.sampled_from(found))}


def a_condition(draw: st.DrawFn, earlier: Sequence[QuestionDraft], depth: int = 1) -> Any:
    """A leaf, or a combination of at most three levels."""
    way = draw(st.sampled_from(("leaf", "leaf", "all", "any", "not"))) if depth < 3 else "leaf"
    if way == "leaf":
        return a_leaf(draw, earlier)
    if way == "not":
        return {"not": a_condition(draw, earlier, depth + 1)}
    parts = draw(st.integers(1, 3))
    return {way: [a_condition(draw, earlier, depth + 1) for _ in range(parts)]}


def a_question(bag: Bag, key: str, kind: str, earlier: Sequence[QuestionDraft]) -> QuestionDraft:
    """A question of a kind, complete; perhaps asked only after some answer to an earlier one."""
    can_be_known = [one for one in earlier if KINDS[one.kind].is_answered]
    has_condition = bool(can_be_known) and bag.draw(st.booleans())
    return QuestionDraft(
        key=key,
        kind=kind,
        words=bag.words(),
        hint=bag.words(may_lack=True),
        pictogram=bag.pictogram(),
        picture=bag.picture(),
        is_required=KINDS[kind].is_answered and bag.draw(st.booleans()),
        condition=a_condition(bag.draw, can_be_known) if has_condition else None,
        **SETTINGS[kind](bag),
    )


@st.composite
def forms(
    draw: st.DrawFn,
    *,
    kinds: Sequence[str] = tuple(KINDS),
    pictures: Sequence[str] = (),
    sounds: Sequence[int] = (),
    fewest: int = 1,
    most: int = 5,
) -> FormDraft:
    """A questionnaire of `fewest` to `most` questions, valid by construction.

    `pictures` are digests of stored media that questions and options may show; `sounds` are ids of
    stored media that texts may be read by.
    """
    others = draw(st.lists(st.sampled_from(LANGUAGES), unique=True, max_size=3))
    bag = Bag(draw, others, pictures, sounds)
    made: list[QuestionDraft] = []
    for key in bag.keys(fewest, most):
        made.append(a_question(bag, key, draw(st.sampled_from(kinds)), made))
    return FormDraft(bag.words(), ("fr", *others), tuple(made))


@st.composite
def one_of_each(
    draw: st.DrawFn, *, pictures: Sequence[str] = (), sounds: Sequence[int] = ()
) -> FormDraft:
    """A questionnaire with one question of every kind, in a random order."""
    bag = Bag(draw, LANGUAGES, pictures, sounds)
    made: list[QuestionDraft] = []
    for place, kind in enumerate(draw(st.permutations(list(KINDS))), start=1):
        made.append(a_question(bag, f"q{place}", kind, made))
    return FormDraft(bag.words(), ("fr", *LANGUAGES), tuple(made))
