"""Begin a questionnaire: empty, or as a copy; begin its next version; throw an unused one away."""

from collections.abc import Sequence
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.questionnaires.drafts import QuestionDraft
from participation.questionnaires.editing import lock
from participation.questionnaires.keys import short_name_of
from participation.questionnaires.models import Question, Questionnaire, Version
from participation.questionnaires.operations import (
    create_questionnaire,
    draft_version,
    free_short_name,
)
from participation.questionnaires.rules import AlreadyPublished, NotTitled
from participation.questionnaires.writing import (
    complete,
    draft_of,
    refuse_bad_conditions,
    write_question,
)
from participation.wording import Words


class Form(Protocol):
    """A ready model, or a whole questionnaire as a plain value."""

    @property
    def title(self) -> Words:
        """Its title."""

    @property
    def languages(self) -> Sequence[str]:
        """The tags that it is worded in."""

    @property
    def questions(self) -> Sequence[QuestionDraft]:
        """Its questions in order."""


def begin_questionnaire(session: Session, structure_id: int, *, title: Words) -> Version:
    """A questionnaire with a title and an empty draft. Raises NotTitled."""
    if not title.get("fr"):
        raise NotTitled
    made = create_questionnaire(
        session,
        structure_id,
        short_name=free_short_name(session, short_name_of(title)),
        title=title,
    )
    return draft_version(session, made)


def copy_questionnaire(
    session: Session, structure_id: int, form: Form, *, short_name: str = ""
) -> Version:
    """A draft with the questions of a model. Their keys stay: copies of one model compare.

    Raises what refuses a question.
    """
    made = create_questionnaire(
        session,
        structure_id,
        short_name=free_short_name(session, short_name or short_name_of(form.title)),
        title=form.title,
    )
    version = draft_version(session, made)
    version.languages = list(dict.fromkeys(["fr", *form.languages]))
    ask_all(session, version, form.questions)
    return version


def ask_all(session: Session, version: Version, questions: Sequence[QuestionDraft]) -> None:
    """Write every question into an empty draft."""
    keys = [one.key for one in questions]
    for number, one in enumerate(questions, start=1):
        whole = complete(one, number=number, others=keys[: number - 1])
        question = Question(version_id=version.id, position=number)
        version.questions.append(question)
        write_question(question, whole)
    refuse_bad_conditions([draft_of(one) for one in version.questions])
    session.flush()


def last_version(session: Session, questionnaire: Questionnaire) -> Version | None:
    """The version that was begun last: the draft, if there is one."""
    return session.scalar(
        select(Version)
        .where(Version.questionnaire_id == questionnaire.id)
        .order_by(Version.number.desc())
        .limit(1)
    )


def begin_draft(session: Session, questionnaire: Questionnaire) -> Version:
    """The draft that is open, or a new one with the questions of the last published version.

    Two people who begin at once get the same one.
    """
    session.scalar(
        select(Questionnaire.id).where(Questionnaire.id == questionnaire.id).with_for_update()
    )
    last = last_version(session, questionnaire)
    if last is not None and last.published_at is None:
        return last
    version = draft_version(session, questionnaire)
    if last is not None:
        version.languages = list(last.languages)
        ask_all(session, version, [draft_of(one) for one in last.questions])
    return version


def throw_away(session: Session, questionnaire: Questionnaire) -> None:
    """Delete a questionnaire that was never published. Raises AlreadyPublished."""
    for version in list(questionnaire.versions):
        lock(session, version)
        if version.published_at is not None:
            raise AlreadyPublished
        for question in version.questions:
            session.delete(question)
        session.flush()
        session.delete(version)
    session.flush()
    session.delete(questionnaire)
    session.flush()
