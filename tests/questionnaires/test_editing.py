"""What editors do to a draft, in any order, by two people at once, and what it never touches."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from participation import clock
from participation.errors import Refused
from participation.people.models import Structure
from participation.questionnaires import copying, editing, operations
from participation.questionnaires.drafts import OptionDraft, QuestionDraft
from participation.questionnaires.editing import arrangement_of
from participation.questionnaires.models import Questionnaire, Version
from participation.questionnaires.ready import models
from participation.questionnaires.rules import (
    AlreadyPublished,
    BadCondition,
    BadMaximum,
    ConditionCircular,
    ConditionLater,
    DraftChanged,
    KeyTaken,
    MustComeBefore,
    NothingToAsk,
    NothingToPutBack,
    NotTitled,
    QuestionGone,
    StillNeeded,
)
from participation.questionnaires.writing import draft_of, form_of
from participation.storage.engine import Database
from participation.storage.migrate import migrate
from participation.wording import Words
from tests import builders
from tests.postgres import new_database


def asked(words: str, **more: object) -> QuestionDraft:
    """A question with two answers and no keys: the product makes them."""
    options = (OptionDraft("", Words.of(fr="Oui")), OptionDraft("", Words.of(fr="Non")))
    values: dict[str, object] = {"kind": "one_choice", "options": options, **more}
    return QuestionDraft(key="", words=Words.of(fr=words), **values)  # type: ignore[arg-type]  # as told


@pytest.fixture
def draft(session: Session, structure: Structure) -> Version:
    """Three questions; the third is asked only after "yes" to the first."""
    version = copying.begin_questionnaire(session, structure.id, title=Words.of(fr="L’accueil"))
    editing.add(session, version, asked("Premier essai ?"), revision=0)
    editing.add(session, version, asked("Deuxième ?"), revision=1)
    needs = {"question": "premier_essai", "is": "oui"}
    editing.add(session, version, asked("Troisième ?", condition=needs), revision=2)
    return version


def keys(version: Version) -> list[str]:
    """The keys in order."""
    return [one.key for one in version.questions]


def test_keys_come_from_the_french_words(session: Session, draft: Version) -> None:
    assert keys(draft) == ["premier_essai", "deuxieme", "troisieme"]
    assert [one.key for one in draft.questions[0].options] == ["oui", "non"]
    editing.add(session, draft, asked("Deuxième ?"), revision=3, place=1)
    editing.add(session, draft, asked("???"), revision=4)
    assert keys(draft) == ["deuxieme_2", "premier_essai", "deuxieme", "troisieme", "q5"]
    assert [one.position for one in draft.questions] == [1, 2, 3, 4, 5]


def test_a_question_keeps_its_key_and_its_row_when_its_words_change(
    session: Session, draft: Version
) -> None:
    before = draft.questions[1]
    new = QuestionDraft(
        key="deuxieme",
        kind="several_choices",
        words=Words.of(fr="Autrement ?"),
        options=(*draft_of(before).options, OptionDraft("", Words.of(fr="Oui"))),
        maximum=2,
    )
    editing.replace_question(session, draft, new, revision=3)
    after = draft.questions[1]
    assert (after.id, after.key, after.kind) == (before.id, "deuxieme", "several_choices")
    assert [one.key for one in after.options] == ["oui", "non", "oui_2"]


@pytest.mark.parametrize(
    ("act", "refusal", "facts"),
    [
        (
            lambda s, v: editing.move(s, v, "premier_essai", to=3, revision=3),
            MustComeBefore,
            (1, 3),
        ),
        (lambda s, v: editing.move(s, v, "troisieme", to=1, revision=3), MustComeBefore, (1, 3)),
        (lambda s, v: editing.remove(s, v, "premier_essai", revision=3), StillNeeded, (1, 3)),
        (lambda s, v: editing.remove(s, v, "other", revision=3), QuestionGone, ()),
        (lambda s, v: editing.undo_removal(s, v, revision=3), NothingToPutBack, ()),
        (lambda s, v: editing.remove(s, v, "deuxieme", revision=2), DraftChanged, ()),
        (lambda s, v: editing.retitle(s, v, Words.of(en="Here"), revision=3), NotTitled, ()),
        (
            lambda s, v: editing.add(s, v, condition_on(v, 1, 1), revision=3),
            KeyTaken,
            ("deuxieme",),
        ),
        (lambda s, v: rewrite(s, v, condition_on(v, 1, 2)), ConditionLater, (2, 3)),
        (lambda s, v: rewrite(s, v, condition_on(v, 0, 2)), ConditionCircular, (1, 3)),
        (lambda s, v: rewrite(s, v, condition_on(v, 1, 0, "other")), BadCondition, (2,)),
        (lambda s, v: rewrite(s, v, several(v, maximum=0)), BadMaximum, (2,)),
    ],
)
def test_a_refused_act_names_the_place_and_changes_nothing(
    session: Session,
    draft: Version,
    act: Callable[[Session, Version], object],
    refusal: type[Refused],
    facts: tuple[object, ...],
) -> None:
    session.commit()
    before = form_of(draft)
    with pytest.raises(refusal) as refused:
        act(session, draft)
    assert tuple(refused.value.facts.values()) == facts
    session.rollback()
    assert (form_of(draft), draft.revision) == (before, 3)


def condition_on(version: Version, at: int, other: int, answer: str = "oui") -> QuestionDraft:
    """A question of the version that waits for an answer to another one."""
    one = draft_of(version.questions[at])
    leaf = {"question": version.questions[other].key, "is": answer}
    return QuestionDraft(
        key=one.key, kind=one.kind, words=one.words, options=one.options, condition=leaf
    )


def several(version: Version, *, maximum: int) -> QuestionDraft:
    """The second question with a maximum."""
    one = draft_of(version.questions[1])
    return QuestionDraft(
        key=one.key, kind="several_choices", words=one.words, options=one.options, maximum=maximum
    )


def rewrite(session: Session, version: Version, draft: QuestionDraft) -> None:
    """Replace a question of the draft."""
    editing.replace_question(session, version, draft, revision=3)


def test_what_was_removed_comes_back_equal_even_after_the_others_moved(
    session: Session, draft: Version
) -> None:
    before = arrangement_of(draft).questions
    editing.remove(session, draft, "troisieme", revision=3)
    editing.remove(session, draft, "deuxieme", revision=4)
    assert editing.undo_removal(session, draft, revision=5) == 2
    editing.move(session, draft, "premier_essai", to=2, revision=6)
    assert editing.undo_removal(session, draft, revision=7) == 3
    assert keys(draft) == ["deuxieme", "premier_essai", "troisieme"]
    after = arrangement_of(draft).questions
    assert sorted(after, key=lambda one: one.key) == sorted(before, key=lambda one: one.key)
    assert draft.removed == []


def test_a_copy_has_a_key_of_its_own_and_stands_after(session: Session, draft: Version) -> None:
    assert editing.duplicate(session, draft, "troisieme", revision=3) == 4
    assert keys(draft)[2:] == ["troisieme", "troisieme_2"]
    assert draft_of(draft.questions[3]).condition == draft_of(draft.questions[2]).condition


def test_publishing_freezes_and_the_next_draft_is_a_copy(session: Session, draft: Version) -> None:
    editing.remove(session, draft, "deuxieme", revision=3)
    with pytest.raises(DraftChanged):
        operations.publish_version(session, draft, at=clock.now(), revision=3)
    operations.publish_version(session, draft, at=clock.now(), revision=4)
    with pytest.raises(AlreadyPublished):
        operations.publish_version(session, draft, at=clock.now())
    with pytest.raises(AlreadyPublished):
        editing.remove(session, draft, "troisieme", revision=4)
    second = copying.begin_draft(session, draft.questionnaire)
    assert copying.begin_draft(session, draft.questionnaire) is second
    assert (second.number, form_of(second)) == (2, form_of(draft))
    with pytest.raises(AlreadyPublished):
        copying.throw_away(session, draft.questionnaire)


def test_a_questionnaire_of_screens_alone_is_not_published(
    session: Session, structure: Structure
) -> None:
    version = copying.begin_questionnaire(session, structure.id, title=Words.of(fr="Accueil"))
    screen = QuestionDraft(key="", kind="information", words=Words.of(fr="Bonjour."))
    editing.add(session, version, screen, revision=0)
    with pytest.raises(NothingToAsk):
        operations.publish_version(session, version, at=clock.now())


def test_every_ready_model_becomes_a_draft_twice(session: Session, structure: Structure) -> None:
    for model in models().values():
        first = copying.copy_questionnaire(
            session, structure.id, model, short_name=model.short_name
        )
        again = copying.copy_questionnaire(session, structure.id, form_of(first))
        assert first.questionnaire.short_name != again.questionnaire.short_name
        assert form_of(first) == form_of(again)
        assert first.published_at is None


def test_a_questionnaire_that_nobody_published_is_thrown_away(
    session: Session, draft: Version
) -> None:
    name = draft.questionnaire_id
    copying.throw_away(session, draft.questionnaire)
    session.commit()
    assert session.get(Questionnaire, name) is None


ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["add", "move", "duplicate", "remove", "undo", "rewrite", "retitle", "publish"]
        ),
        st.integers(0, 7),
        st.integers(0, 9),
    ),
    max_size=14,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_any_sequence_of_edits_keeps_what_was_promised(
    session: Session, structure: Structure, acts: list[tuple[str, int, int]]
) -> None:
    title = Words.of(fr="Toujours")
    version = copying.begin_questionnaire(session, structure.id, title=title)
    frozen: dict[int, object] = {}
    for name, at, number in acts:
        version, before = copying.begin_draft(session, version.questionnaire), version
        seen = version.revision
        try:
            with session.begin_nested():
                do(session, version, name, at, number)
        except Refused:
            session.expire_all()
            assert version.revision == seen
        else:
            assert version.revision == seen + (name != "publish")
        if version.published_at is not None:
            frozen[version.id] = form_of(version)
        assert before is version or before.published_at is not None
        assert [one.position for one in version.questions] == [
            *range(1, len(version.questions) + 1)
        ]
        assert len(set(keys(version))) == len(keys(version))
    session.expire_all()
    for one in version.questionnaire.versions:
        if one.id in frozen:
            assert form_of(one) == frozen[one.id]


def do(session: Session, version: Version, name: str, at: int, number: int) -> None:
    """One act of an editor, on the question at some place."""
    found = keys(version)
    key = found[at % len(found)] if found else "nothing"
    revision = version.revision
    if name == "publish":
        operations.publish_version(session, version, at=clock.now(), revision=revision)
    elif name == "retitle":
        editing.retitle(session, version, Words.of(fr=f"Titre {number}"), revision=revision)
    elif name == "add":
        other = {"question": key, "answered": True} if found and number % 2 else None
        draft = asked(f"Question {number} ?", condition=other)
        editing.add(session, version, draft, revision=revision)
    elif name == "move":
        editing.move(session, version, key, to=number, revision=revision)
    elif name == "duplicate":
        editing.duplicate(session, version, key, revision=revision)
    elif name == "remove":
        removed = [one for one in arrangement_of(version).questions if one.key == key]
        editing.remove(session, version, key, revision=revision)
        assert arrangement_of(version).removed[-1].question == removed[0]
    elif name == "undo":
        last = arrangement_of(version).removed[-1:]
        back = editing.undo_removal(session, version, revision=revision)
        assert draft_of(version.questions[back - 1]) == last[0].question
    else:
        one = arrangement_of(version).question(key)
        editing.replace_question(
            session,
            version,
            one.reworded("words", Words.of(fr=f"Mot {number} ?")),
            revision=revision,
        )


@pytest.fixture
def real(tmp_path: Path, migrated: Database) -> Iterator[Database]:
    """A database of its own, of the kind that the tests run on; its transactions really commit."""
    url = f"sqlite:///{tmp_path / 'participation.sqlite3'}"
    if not migrated.is_sqlite:
        url = new_database(migrated.url, f"editing_{uuid4().hex}")
    made = Database(url)
    migrate(made)
    yield made
    made.close()


def at_once(database: Database, acts: list[Callable[[Session], object]]) -> list[str]:
    """Several people act at the same moment: what became of each, in no order."""
    gate, seen = threading.Barrier(len(acts)), list[str]()

    def act(one: Callable[[Session], object]) -> None:
        gate.wait()
        try:
            with database.write() as session:
                one(session)
            seen.append("done")
        except Refused as refusal:
            seen.append(type(refusal).__name__)

    threads = [threading.Thread(target=act, args=(one,)) for one in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(seen)


def begun(database: Database) -> int:
    """A draft with one question; its id."""
    with database.write() as session:
        structure = builders.a_structure(session)
        version = copying.begin_questionnaire(session, structure.id, title=Words.of(fr="Ici"))
        editing.add(session, version, asked("Premier ?"), revision=0)
        return version.id


def test_of_five_editors_at_once_one_is_kept_and_four_are_told(real: Database) -> None:
    name = begun(real)
    seen = at_once(
        real,
        [
            lambda session: editing.add(
                session, session.get_one(Version, name), asked("Deuxième ?"), revision=1
            )
        ]
        * 5,
    )
    assert seen == ["DraftChanged"] * 4 + ["done"]
    with real.session() as session:
        assert keys(session.get_one(Version, name)) == ["premier", "deuxieme"]


def test_of_five_people_who_publish_at_once_one_does(real: Database) -> None:
    name = begun(real)
    seen = at_once(
        real,
        [
            lambda session: operations.publish_version(
                session, session.get_one(Version, name), at=clock.now(), revision=1
            )
        ]
        * 5,
    )
    assert seen == ["AlreadyPublished"] * 4 + ["done"]


def test_five_people_who_begin_the_next_version_share_one_draft(real: Database) -> None:
    name = begun(real)
    with real.write() as session:
        version = session.get_one(Version, name)
        questionnaire = version.questionnaire_id
        operations.publish_version(session, version, at=clock.now())
    seen = at_once(
        real,
        [
            lambda session: copying.begin_draft(
                session, session.get_one(Questionnaire, questionnaire)
            )
        ]
        * 5,
    )
    assert seen == ["done"] * 5
    with real.session() as session:
        assert len(session.get_one(Questionnaire, questionnaire).versions) == 2
