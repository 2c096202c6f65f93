"""What an editor does to a draft: each act says which revision the editor saw.

Acts wait for one another: whoever comes second, with an older revision, is told so, and nothing is
lost. A published version is never touched.
"""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from participation.errors import NotFound
from participation.questionnaires.arranging import Arrangement, Removed
from participation.questionnaires.drafts import QuestionDraft
from participation.questionnaires.models import Question, Questionnaire, Version
from participation.questionnaires.rules import (
    AlreadyPublished,
    DraftChanged,
    NotTitled,
)
from participation.questionnaires.writing import (
    complete,
    draft_of,
    refuse_bad_conditions,
    write_question,
)
from participation.wording import Words


def lock(session: Session, version: Version) -> None:
    """Wait for whoever writes to a version, then read it as it is now; raise NotFound."""
    questions = selectinload(Version.questions)
    found = session.scalar(
        select(Version)
        .where(Version.id == version.id)
        .with_for_update()
        .options(
            questions.selectinload(Question.options), questions.selectinload(Question.statements)
        )
        .execution_options(populate_existing=True)
    )
    if found is None:
        raise NotFound


def claim(session: Session, version: Version, revision: int) -> None:
    """Lock a draft that is still as the editor saw it, and count the act.

    Raises AlreadyPublished, DraftChanged, NotFound.
    """
    lock(session, version)
    if version.published_at is not None:
        raise AlreadyPublished
    if version.revision != revision:
        raise DraftChanged
    version.revision = revision + 1


def arrangement_of(version: Version) -> Arrangement:
    """The questions of a version as plain values."""
    return Arrangement(
        tuple(draft_of(one) for one in version.questions),
        tuple(Removed.from_json(one) for one in version.removed),
    )


def change(
    session: Session, version: Version, revision: int, edit: Callable[[Arrangement], Arrangement]
) -> Arrangement:
    """One act on the questions of a draft: all of it is stored, or nothing."""
    claim(session, version, revision)
    before = arrangement_of(version)
    after = checked(before, edit(before))
    store(session, version, before, after)
    return after


def checked(before: Arrangement, after: Arrangement) -> Arrangement:
    """The arrangement with every new question complete; raise what refuses a question."""
    known = set(before.questions) if False else before.questions
    questions = [
        one if one in known else complete(one, number=number, others=others(after, one))
        for number, one in enumerate(after.questions, start=1)
    ]
    refuse_bad_conditions(questions)
    return after.with_questions(questions)


def others(arrangement: Arrangement, draft: QuestionDraft) -> list[str]:
    """The keys that a question may not have."""
    questions = [one.key for one in arrangement.questions if one is not draft]
    return [*questions, *(one.question.key for one in arrangement.removed)]


def store(session: Session, version: Version, before: Arrangement, after: Arrangement) -> None:
    """Bring the rows in line: a question that stays keeps its row."""
    rows = {one.key: one for one in version.questions}
    old = {one.key: one for one in before.questions}
    for key in rows.keys() - {one.key for one in after.questions}:
        version.questions.remove(rows[key])
        session.delete(rows[key])
    for place, draft in enumerate(after.questions, start=1):
        row = rows.get(draft.key)
        if row is None:
            row = Question(version_id=version.id, position=place)
            version.questions.append(row)
            write_question(row, draft)
        elif draft != old[draft.key]:
            rewrite(session, row, draft)
        row.position = place
    version.removed = [one.to_json() for one in after.removed]
    session.flush()
    session.expire(version, ["questions"])


def rewrite(session: Session, row: Question, draft: QuestionDraft) -> None:
    """Write a question anew; its old answers go first, because the new ones have their keys."""
    row.options, row.statements = [], []
    session.flush()
    write_question(row, draft)


def add(
    session: Session,
    version: Version,
    draft: QuestionDraft,
    *,
    revision: int,
    place: int | None = None,
) -> str:
    """Ask one more question, at a place or at the end; return its key.

    A question or an answer without a key gets one from its French words. Raises DraftChanged,
    AlreadyPublished, and what refuses a question.
    """
    before = {one.key for one in version.questions}
    after = change(session, version, revision, lambda one: one.added(draft, place=place))
    return next(one.key for one in after.questions if one.key not in before)


def replace_question(
    session: Session, version: Version, draft: QuestionDraft, *, revision: int
) -> None:
    """Write the question of the same key anew. Raises DraftChanged, QuestionGone and as `add`."""
    change(session, version, revision, lambda one: one.replaced(draft))


def move(session: Session, version: Version, key: str, *, to: int, revision: int) -> None:
    """Put a question at another place, from 1, or at the end.

    Raises DraftChanged, QuestionGone, MustComeBefore.
    """
    change(session, version, revision, lambda one: one.moved(key, to=to))


def duplicate(session: Session, version: Version, key: str, *, revision: int) -> int:
    """Copy a question just after itself; return the number of the copy."""
    after = change(session, version, revision, lambda one: one.duplicated(key))
    return after.number_of(key) + 1


def remove(session: Session, version: Version, key: str, *, revision: int) -> None:
    """Take a question out; it can be put back. Raises DraftChanged, QuestionGone, StillNeeded."""
    change(session, version, revision, lambda one: one.without(key))


def undo_removal(session: Session, version: Version, *, revision: int) -> int:
    """Put back the question taken out last; return its number. Raises NothingToPutBack."""
    key = version.removed[-1]["question"]["key"] if version.removed else ""
    after = change(session, version, revision, lambda one: one.put_back())
    return after.number_of(key)


def retitle(session: Session, version: Version, title: Words, *, revision: int) -> None:
    """Give the draft another title; the questionnaire bears it from its publication on.

    Raises NotTitled, DraftChanged, AlreadyPublished.
    """
    if not title.get("fr"):
        raise NotTitled
    claim(session, version, revision)
    version.title = title
    if version.number == 1:
        version.questionnaire.title = title
    session.flush()


def keep_as_model(session: Session, questionnaire: Questionnaire) -> None:
    """Let every service of the structure start from a copy of it."""
    questionnaire.is_model = True
    session.flush()


def no_longer_model(session: Session, questionnaire: Questionnaire) -> None:
    """Offer it no more as a model; copies stay as they are."""
    questionnaire.is_model = False
    session.flush()
