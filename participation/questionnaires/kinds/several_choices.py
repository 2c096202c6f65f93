"""Several answers, up to a maximum that the page says."""

from dataclasses import replace
from typing import ClassVar

from participation.questionnaires.asked import QuestionAsked
from participation.questionnaires.drafts import OptionRole, QuestionDraft
from participation.questionnaires.kinds.base import Given, Kind, Raw, read_choices
from participation.questionnaires.rules import BadMaximum


class SeveralChoices(Kind):
    """Checkbox tiles; "I don't know" and "nothing" stand alone."""

    name: ClassVar[str] = "several_choices"
    has: ClassVar[frozenset[str]] = frozenset({"maximum"})

    def checked(self, draft: QuestionDraft, *, number: int) -> QuestionDraft:
        """A maximum is one or more; one that forbids nothing is dropped. Raises BadMaximum."""
        draft = super().checked(draft, number=number)
        if draft.maximum is None:
            return draft
        if draft.maximum < 1:
            raise BadMaximum(question=number)
        choices = sum(one.role is OptionRole.CHOICE for one in draft.options)
        return replace(draft, maximum=draft.maximum if draft.maximum < choices else None)

    def read(self, raw: Raw, question: QuestionAsked) -> Given:
        """Options up to the maximum of the question, if it has one."""
        return read_choices(raw.chosen, question, most=question.maximum)
