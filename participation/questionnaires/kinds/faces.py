"""Four labelled faces, and no neutral middle."""

from collections.abc import Sequence
from typing import ClassVar

from participation.questionnaires.kinds.base import Given, Kind, read_choices
from participation.questionnaires.rules import BadAnswer, OptionDraft, OptionRole, QuestionAsked
from participation.wording import Words

FACES = (
    OptionDraft(
        "very_good",
        Words.of(fr="Très bien", en="Very good", ar="جيد جدًا", fa_AF="بسیار خوب", uk="Дуже добре"),
        "face-very-good",
    ),
    OptionDraft(
        "good",
        Words.of(fr="Bien", en="Good", ar="جيد", fa_AF="خوب", uk="Добре"),
        "face-good",
    ),
    OptionDraft(
        "not_good",
        Words.of(fr="Pas bien", en="Not good", ar="غير جيد", fa_AF="خوب نبود", uk="Погано"),
        "face-not-good",
    ),
    OptionDraft(
        "bad",
        Words.of(
            fr="Pas bien du tout",
            en="Not good at all",
            ar="سيئ جدًا",
            fa_AF="بسیار بد",
            uk="Дуже погано",
        ),
        "face-bad",
    ),
)


class Faces(Kind):
    """Best first. The faces are always the same four, so that years and sites compare."""

    name: ClassVar[str] = "faces"

    def offered(self, options: Sequence[OptionDraft], *, number: int) -> Sequence[OptionDraft]:
        """The four faces (with the words given for them, if any), then what stands apart."""
        given = {option.key: option for option in options}
        apart = [option for option in options if option.role is not OptionRole.CHOICE]
        faces = [given.pop(face.key, face) for face in FACES]
        if set(given) != {option.key for option in apart}:
            raise BadAnswer(question=number)
        return [*faces, *apart]

    def read(self, raw: Sequence[str], question: QuestionAsked) -> Given:
        """One face at most."""
        return read_choices(raw, question, most=1)
