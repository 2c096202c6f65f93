"""Answers that are always the same, so that years and sites compare."""

from collections.abc import Sequence
from typing import ClassVar

from participation.questionnaires.drafts import OptionDraft, OptionRole
from participation.questionnaires.kinds.one_choice import OneChoice
from participation.questionnaires.rules import BadAnswer
from participation.wording import Words

FACES = (
    OptionDraft(
        "very_good",
        Words.of(
            fr="Très bien",
            fr_simple="Très bien",
            en="Very good",
            ar="جيد جدًا",
            fa_AF="بسیار خوب",
            uk="Дуже добре",
        ),
        "face-very-good",
    ),
    OptionDraft(
        "good",
        Words.of(fr="Bien", fr_simple="Bien", en="Good", ar="جيد", fa_AF="خوب", uk="Добре"),
        "face-good",
    ),
    OptionDraft(
        "not_good",
        Words.of(
            fr="Pas bien",
            fr_simple="Pas bien",
            en="Not good",
            ar="غير جيد",
            fa_AF="خوب نبود",
            uk="Погано",
        ),
        "face-not-good",
    ),
    OptionDraft(
        "bad",
        Words.of(
            fr="Pas bien du tout",
            fr_simple="Pas bien du tout",
            en="Not good at all",
            ar="سيئ جدًا",
            fa_AF="بسیار بد",
            uk="Дуже погано",
        ),
        "face-bad",
    ),
)


YES_A_LITTLE_NO = (
    OptionDraft(
        "yes",
        Words.of(fr="Oui", fr_simple="Oui", en="Yes", ar="نعم", fa_AF="بلی", uk="Так"),
        "check",
    ),
    OptionDraft(
        "a_little",
        Words.of(
            fr="Un peu", fr_simple="Un peu", en="A little", ar="قليلًا", fa_AF="کمی", uk="Трохи"
        ),
        "wave",
    ),
    OptionDraft(
        "no", Words.of(fr="Non", fr_simple="Non", en="No", ar="لا", fa_AF="نه", uk="Ні"), "cross"
    ),
)


class FixedChoice(OneChoice):
    """The answers of the kind (in the words given for them, if any), then what stands apart."""

    answers: ClassVar[Sequence[OptionDraft]] = ()

    def offered(self, options: Sequence[OptionDraft], *, number: int) -> Sequence[OptionDraft]:
        """All the answers of the kind, in its order; raise BadAnswer for another one."""
        given = {option.key: option for option in options}
        apart = [option for option in options if option.role is not OptionRole.CHOICE]
        fixed = [given.pop(one.key, one) for one in self.answers]
        if set(given) != {option.key for option in apart}:
            raise BadAnswer(question=number)
        return [*fixed, *apart]


class Faces(FixedChoice):
    """Four labelled faces, best first, and no neutral middle."""

    name: ClassVar[str] = "faces"
    answers: ClassVar[Sequence[OptionDraft]] = FACES


class YesALittleNo(FixedChoice):
    """Three words that everybody knows."""

    name: ClassVar[str] = "yes_a_little_no"
    answers: ClassVar[Sequence[OptionDraft]] = YES_A_LITTLE_NO
