"""The ten questions of `benchmarks.results`, and rows of answers to them."""

import random
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.rules import Channel
from participation.questionnaires import operations
from participation.questionnaires.drafts import OptionDraft, QuestionDraft, StatementDraft
from participation.questionnaires.models import Question, Version
from participation.questionnaires.rules import Assistance
from participation.wording import Words

WORDS = Words.of(fr="Comment s’est passé votre accueil aujourd’hui ?")
CHOICES = tuple(OptionDraft(key, Words.of(fr=f"Réponse {key}")) for key in "abcd")
ROWS = tuple(StatementDraft(key, Words.of(fr=f"Ligne {key}")) for key in "xy")
ATTRIBUTES: dict[str, Sequence[Any]] = {
    "language": ["fr"] * 5 + ["ar"] * 2 + ["uk"],
    "channel": [Channel.KIOSK, Channel.LINK, Channel.LINK, Channel.PAPER],
    "assistance": [None, Assistance.ALONE, Assistance.ALONE, Assistance.WORKER],
}


def asked(key: str, kind: str, **more: Any) -> QuestionDraft:
    """One question."""
    return QuestionDraft(key=key, kind=kind, words=WORDS, **more)


QUESTIONS = (
    asked("q1", "faces"),
    asked("q2", "one_choice", options=CHOICES),
    asked("q3", "one_choice", options=CHOICES),
    asked("q4", "pictogram_choice", options=CHOICES),
    asked("q5", "several_choices", options=CHOICES),
    asked("q6", "ranking", options=CHOICES),
    asked("q7", "agreement", options=CHOICES, statements=ROWS),
    asked("q8", "number", lowest=0, highest=120),
    asked("q9", "date", precision="month"),
    asked("q10", "yes_a_little_no", condition={"question": "q2", "is": "a"}),
)


def a_questionnaire(session: Session, structure_id: int) -> Version:
    """The ten questions, published."""
    made = operations.create_questionnaire(
        session, structure_id, short_name="dix", title=Words.of(fr="Dix questions")
    )
    version = operations.draft_version(session, made)
    for one in QUESTIONS:
        operations.add_question(session, version, one)
    operations.publish_version(session, version, at=clock.now())
    return version


def marks_of(
    questions: Sequence[Question], response_id: int, chance: random.Random
) -> Iterator[dict[str, Any]]:
    """The rows of one response, nine times in ten for each question."""
    for question in questions:
        if chance.random() < 0.9:
            for mark in marks(question, chance):
                nothing = {"option_id": None, "statement_id": None, "value": None}
                about = {"response_id": response_id, "question_id": question.id}
                yield {**nothing, **about, **mark}


def marks(question: Question, chance: random.Random) -> list[dict[str, Any]]:
    """What one answer to one question holds."""
    ids = [one.id for one in question.options]
    if question.kind == "several_choices":
        return [{"option_id": one} for one in chance.sample(ids, 2)]
    if question.kind == "ranking":
        ranked = enumerate(chance.sample(ids, 3), start=1)
        return [{"option_id": one, "value": place} for place, one in ranked]
    if question.kind == "agreement":
        rows = [one.id for one in question.statements]
        return [{"statement_id": row, "option_id": chance.choice(ids)} for row in rows]
    if question.kind == "number":
        return [{"value": chance.randint(0, 120)}]
    if question.kind == "date":
        return [{"value": chance.randint(2020, 2026) * 100 + chance.randint(1, 12)}]
    return [{"option_id": chance.choice(ids)}]
