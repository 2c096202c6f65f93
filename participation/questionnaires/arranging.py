"""The questions of a draft as plain values: added, moved, duplicated, taken out, put back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from participation.questionnaires.conditions import questions_of
from participation.questionnaires.drafts import QuestionDraft
from participation.questionnaires.keys import free_key, keyed
from participation.questionnaires.rules import (
    MustComeBefore,
    NothingToPutBack,
    QuestionGone,
    StillNeeded,
)


@dataclass(frozen=True, slots=True)
class Removed:
    """A question that was taken out, and the place (from 1) where it stood."""

    place: int
    question: QuestionDraft

    def to_json(self) -> dict[str, Any]:
        """As `Version.removed` holds it."""
        return {"position": self.place, "question": self.question.to_json()}

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        """The value that `to_json` wrote."""
        return cls(told["position"], QuestionDraft.from_json(told["question"]))


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The questions of a draft in order, and those that were taken out, the last one last."""

    questions: tuple[QuestionDraft, ...] = ()
    removed: tuple[Removed, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """Every key in use: one that was taken out may come back."""
        return frozenset(one.key for one in (*self.questions, *(r.question for r in self.removed)))

    def number_of(self, key: str) -> int:
        """The place of a question, from 1; raise QuestionGone."""
        for number, one in enumerate(self.questions, start=1):
            if one.key == key:
                return number
        raise QuestionGone

    def question(self, key: str) -> QuestionDraft:
        """The question of a key; raise QuestionGone."""
        return self.questions[self.number_of(key) - 1]

    def with_questions(self, questions: Sequence[QuestionDraft]) -> "Arrangement":
        """Other questions, the same ones taken out."""
        return replace(self, questions=tuple(questions))

    def added(self, draft: QuestionDraft, *, place: int | None = None) -> "Arrangement":
        """One more, at a place (from 1) or at the end."""
        at = len(self.questions) if place is None else min(max(place, 1) - 1, len(self.questions))
        complete = keyed(draft, self.keys)
        return self.with_questions((*self.questions[:at], complete, *self.questions[at:]))

    def replaced(self, draft: QuestionDraft) -> "Arrangement":
        """The question of the same key written anew; raise QuestionGone."""
        at = self.number_of(draft.key) - 1
        complete = keyed(draft, self.keys - {draft.key})
        return self.with_questions((*self.questions[:at], complete, *self.questions[at + 1 :]))

    def duplicated(self, key: str) -> "Arrangement":
        """A copy just after the question, with a key of its own; raise QuestionGone."""
        number = self.number_of(key)
        one = self.questions[number - 1]
        copy = replace(one, key=free_key(one.words, self.keys, letter="q"))
        return self.added(copy, place=number + 1)

    def moved(self, key: str, *, to: int) -> "Arrangement":
        """The question at another place, the first or the last at most.

        Raises QuestionGone, and MustComeBefore where one rests on an answer to the other.
        """
        number = self.number_of(key)
        to = min(max(to, 1), len(self.questions))
        self.refuse_to_pass(number, to)
        rest = [one for one in self.questions if one.key != key]
        rest.insert(to - 1, self.questions[number - 1])
        return self.with_questions(rest)

    def refuse_to_pass(self, number: int, to: int) -> None:
        """Raise MustComeBefore when a question would pass one that it rests on, or the reverse."""
        one = self.questions[number - 1]
        for other in range(number + 1, to + 1):
            if one.key in questions_of(self.questions[other - 1].condition):
                raise MustComeBefore(question=number, before=other)
        for other in range(number - 1, to - 1, -1):
            if self.questions[other - 1].key in questions_of(one.condition):
                raise MustComeBefore(question=other, before=number)

    def without(self, key: str) -> "Arrangement":
        """The question is taken out and kept; raise QuestionGone and StillNeeded."""
        number = self.number_of(key)
        for later, one in enumerate(self.questions, start=1):
            if key in questions_of(one.condition):
                raise StillNeeded(question=number, by=later)
        kept = Removed(number, self.questions[number - 1])
        rest = tuple(one for one in self.questions if one.key != key)
        return Arrangement(rest, (*self.removed, kept))

    def put_back(self) -> "Arrangement":
        """The question taken out last, where it stood, but after what it rests on.

        Raises NothingToPutBack.
        """
        if not self.removed:
            raise NothingToPutBack
        last = self.removed[-1]
        needed = questions_of(last.question.condition)
        after = [n for n, one in enumerate(self.questions, start=1) if one.key in needed]
        rest = Arrangement(self.questions, self.removed[:-1])
        return rest.added(last.question, place=max([last.place, *(n + 1 for n in after)]))
