"""A screen that only tells something."""

from typing import ClassVar

from participation.questionnaires.asked import QuestionAsked
from participation.questionnaires.drafts import QuestionDraft
from participation.questionnaires.kinds.base import Given, Kind, Raw
from participation.questionnaires.rules import BadAnswer, NotForThisKind


class Information(Kind):
    """Words, and a picture if there is one; nothing to answer, nothing to count."""

    name: ClassVar[str] = "information"
    has_choices: ClassVar[bool] = False
    is_answered: ClassVar[bool] = False

    def checked(self, draft: QuestionDraft, *, number: int) -> QuestionDraft:
        """No answers of any sort. Raises NotForThisKind."""
        if draft.options:
            raise NotForThisKind(question=number, what="options")
        return super().checked(draft, number=number)

    def read(self, raw: Raw, question: QuestionAsked) -> Given:
        """Nothing; raise BadAnswer when something was sent all the same."""
        if any(raw.chosen) or raw.typed.strip() or raw.sound is not None:
            raise BadAnswer(question=question.number)
        return Given()
