"""The same answers for several statements, one row each."""

from typing import ClassVar

from participation.questionnaires.asked import QuestionAsked
from participation.questionnaires.drafts import QuestionDraft
from participation.questionnaires.kinds.base import Given, Kind, Mark, Raw, pairs, read_apart
from participation.questionnaires.kinds.ranking import only_apart
from participation.questionnaires.rules import KeyTaken, NoStatement, QuestionNotWorded, twice

MOST_STATEMENTS = 10


class Agreement(Kind):
    """A table on paper and on a large screen; one row at a time on the tablet."""

    name: ClassVar[str] = "agreement"
    has: ClassVar[frozenset[str]] = frozenset({"statements"})

    def checked(self, draft: QuestionDraft, *, number: int) -> QuestionDraft:
        """One row or more, each with its key and its words. Raises NoStatement, KeyTaken."""
        draft = super().checked(draft, number=number)
        if not 0 < len(draft.statements) <= MOST_STATEMENTS:
            raise NoStatement(question=number)
        if taken := twice([one.key for one in draft.statements]):
            raise KeyTaken(key=taken)
        for one in draft.statements:
            if not one.words.get("fr"):
                raise QuestionNotWorded(key=one.key)
        return draft

    def read(self, raw: Raw, question: QuestionAsked) -> Given:
        """One option in each row that was answered, or one answer that stands apart for all."""
        rows, alone = pairs(raw.chosen, question)
        marks = tuple(
            Mark(question.option(rows[one.key]), one)
            for one in question.statements
            if rows.get(one.key)
        )
        for key in rows:
            question.statement(key)
        return read_apart(Raw(only_apart(alone, question)), question, Given(marks))
