"""A number with its unit, between two bounds."""

from dataclasses import replace
from decimal import Decimal
from typing import ClassVar

from participation.questionnaires.asked import QuestionAsked
from participation.questionnaires.drafts import QuestionDraft
from participation.questionnaires.kinds.base import Given, Kind, Mark, Raw, read_apart
from participation.questionnaires.rules import BadBounds, NotANumber, OutOfBounds

LOWEST, HIGHEST = 0, 100
"""The bounds of a question for which nobody set any."""
LARGEST = 10**9
MOST_DECIMALS = 2
MOST_SIGNS = 20
SAME_SIGNS = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫,", "01234567890123456789..", " \u00a0\u202f\u066c\u2009'"
)
"""Arabic and Persian digits are digits; a comma is a decimal point; spaces part thousands."""


class Number(Kind):
    """A field of digits; stored in the smallest unit counted, shown in bands."""

    name: ClassVar[str] = "number"
    has: ClassVar[frozenset[str]] = frozenset({"unit", "lowest", "highest", "decimals"})
    types: ClassVar[bool] = True
    has_choices: ClassVar[bool] = False

    def checked(self, draft: QuestionDraft, *, number: int) -> QuestionDraft:
        """With bounds, 0 and 100 where none was set. Raises BadBounds."""
        draft = super().checked(draft, number=number)
        lowest = LOWEST if draft.lowest is None else draft.lowest
        highest = max(HIGHEST, lowest + 1) if draft.highest is None else draft.highest
        is_counted = 0 <= draft.decimals <= MOST_DECIMALS
        if not -LARGEST <= lowest < highest <= LARGEST or not is_counted:
            raise BadBounds(question=number)
        return replace(draft, lowest=lowest, highest=highest)

    def read(self, raw: Raw, question: QuestionAsked) -> Given:
        """The number within its bounds, or what stands apart. Raises NotANumber, OutOfBounds."""
        value = value_of(raw.typed, question)
        own = Given() if value is None else Given((Mark(value=value),))
        return read_apart(raw, question, own)


def value_of(typed: str, question: QuestionAsked) -> int | None:
    """The number counted in its smallest unit; None when nothing was typed."""
    signs = typed.strip().translate(SAME_SIGNS)
    if not signs:
        return None
    try:
        counted = Decimal(signs[: MOST_SIGNS + 1]).scaleb(question.decimals)
        is_exact = len(signs) <= MOST_SIGNS and counted == counted.to_integral_value()
    except ArithmeticError:
        is_exact = False
    if not is_exact:
        raise NotANumber(question=question.number)
    unit = 10**question.decimals
    lowest, highest = question.lowest or 0, question.highest or 0
    if not lowest * unit <= counted <= highest * unit:
        raise OutOfBounds(question=question.number, lowest=lowest, highest=highest)
    return int(counted)
