"""Texts of a draft side by side: what is written, what is missing, and two people at once."""

from collections.abc import Mapping

import pytest
from sqlalchemy.orm import Session

from participation import clock
from participation.errors import NotFound, UnknownLanguage
from participation.media.rules import Medium
from participation.people.models import Structure
from participation.questionnaires import operations, translating
from participation.questionnaires.drafts import OptionDraft, QuestionDraft, StatementDraft
from participation.questionnaires.models import Version
from participation.questionnaires.queries import asked
from participation.questionnaires.rules import (
    AlreadyPublished,
    FrenchStays,
    QuestionNotWorded,
    TextChanged,
)
from participation.questionnaires.translating import mark_of, places_of
from participation.questionnaires.worded import missing, progress, silent, texts_of
from participation.questionnaires.writing import form_of
from participation.wording import State, Text, Words

SOUND = Medium("audio/mpeg", b"sound", "a" * 64)


@pytest.fixture
def draft(session: Session, structure: Structure) -> Version:
    """A draft in French and Arabic; the Arabic of one option is missing."""
    made = operations.create_questionnaire(
        session, structure.id, short_name="mots", title=Words.of(fr="Accueil", ar="استقبال")
    )
    version = operations.draft_version(session, made)
    version.languages = ["fr", "ar", "uk"]
    operations.add_question(
        session,
        version,
        QuestionDraft(
            key="wait",
            kind="one_choice",
            words=Words.of(fr="Avez-vous attendu ?", ar="هل انتظرت؟"),
            hint=Words.of(fr="Aujourd’hui"),
            options=[
                OptionDraft("no", Words.of(fr="Non", ar="لا")),
                OptionDraft("long", Words.of(fr="Longtemps")),
            ],
        ),
    )
    operations.add_question(
        session,
        version,
        QuestionDraft(
            key="table",
            kind="agreement",
            words=Words.of(fr="Êtes-vous d’accord ?"),
            options=[OptionDraft("a", Words.of(fr="Oui")), OptionDraft("b", Words.of(fr="Non"))],
            statements=[StatementDraft("clean", Words.of(fr="C’est propre"))],
        ),
    )
    return version


def marks(version: Version, tag: str) -> dict[str, str]:
    """What a page opened now would send back."""
    return {place: mark_of(one.words, tag) for place, one in places_of(version).items()}


def write(
    session: Session, version: Version, tag: str, texts: Mapping[str, str], **more: object
) -> int:
    """Write with the page opened just now, unless said otherwise."""
    values = {"seen": marks(version, tag), **more}
    return translating.write_words(session, version, tag, texts, **values)  # type: ignore[arg-type]  # names of write_words


def words_at(version: Version, place: str) -> Words:
    """The words stored in a place."""
    return places_of(version)[place].words


def test_a_new_text_is_a_draft_until_somebody_reads_it_over(
    session: Session, draft: Version
) -> None:
    assert write(session, draft, "uk", {"wait:options.long": " Довго ", "wait:hint": ""}) == 1
    assert words_at(draft, "wait:options.long").texts["uk"] == Text("Довго", State.DRAFT)
    write(
        session,
        draft,
        "uk",
        {"wait:options.long": "Довго"},
        read_over={"wait:options.long"},
        reviewer="worker",
    )
    read = Text("Довго", State.REVIEWED, "worker")
    assert words_at(draft, "wait:options.long").texts["uk"] == read
    assert write(session, draft, "uk", {"wait:options.long": "Довго"}) == 0
    assert words_at(draft, "wait:options.long").texts["uk"] == read


def test_a_changed_text_is_a_draft_again_and_loses_its_sound(
    session: Session, draft: Version
) -> None:
    translating.set_sound(session, draft, "ar", "wait:words", sound=SOUND)
    assert words_at(draft, "wait:words").texts["ar"].sound is not None
    write(session, draft, "ar", {"wait:words": "هل انتظرت طويلًا؟"})
    assert words_at(draft, "wait:words").texts["ar"] == Text("هل انتظرت طويلًا؟", State.DRAFT)


def test_new_french_sends_the_other_languages_back_to_be_checked(
    session: Session, draft: Version
) -> None:
    write(session, draft, "fr", {"wait:words": "Avez-vous attendu longtemps ?"})
    found = words_at(draft, "wait:words").texts
    assert found["fr"] == Text("Avez-vous attendu longtemps ?", State.REVIEWED)
    assert found["ar"] == Text("هل انتظرت؟", State.DRAFT)
    assert words_at(draft, "wait:options.no").texts["ar"].state is State.REVIEWED


def test_an_emptied_text_is_missing_but_french_stays(session: Session, draft: Version) -> None:
    write(session, draft, "ar", {"wait:words": "  "})
    assert list(words_at(draft, "wait:words")) == ["fr"]
    with pytest.raises(QuestionNotWorded):
        write(session, draft, "fr", {"wait:words": ""})


def test_two_translators_write_each_their_texts(session: Session, draft: Version) -> None:
    opened = marks(draft, "uk")
    page = {"wait:words": "Ви чекали?", "wait:options.no": "Ні", "wait:options.long": ""}
    write(session, draft, "uk", {"wait:options.long": "Довго"})
    assert write(session, draft, "uk", page, seen=opened) == 2
    assert words_at(draft, "wait:options.long").get("uk") == "Довго"


def test_a_text_that_both_wrote_is_refused_with_its_place(session: Session, draft: Version) -> None:
    opened = marks(draft, "uk")
    write(session, draft, "uk", {"wait:options.no": "Ні"})
    with pytest.raises(TextChanged) as refusal:
        write(session, draft, "uk", {"wait:words": "Чекали?", "wait:options.no": "Нє"}, seen=opened)
    assert refusal.value.facts == {"number": 1, "place": "wait:options.no"}
    assert words_at(draft, "wait:words").get("uk") == ""


def test_french_that_changed_meanwhile_stops_a_review(session: Session, draft: Version) -> None:
    opened = marks(draft, "ar")
    write(session, draft, "fr", {"wait:words": "Attendez-vous souvent ?"})
    said = {"wait:words": "هل انتظرت؟"}
    with pytest.raises(TextChanged):
        write(session, draft, "ar", said, seen=opened, read_over={"wait:words"})
    assert write(session, draft, "ar", said, seen=opened) == 0


def test_only_what_is_in_the_draft_can_be_written(session: Session, draft: Version) -> None:
    with pytest.raises(UnknownLanguage):
        write(session, draft, "ps", {"wait:words": "؟"})
    with pytest.raises(NotFound):
        write(session, draft, "ar", {"elsewhere:words": "؟"})
    with pytest.raises(NotFound):
        translating.set_sound(session, draft, "uk", "wait:words", sound=SOUND)


def test_a_published_version_stays_as_it_is(session: Session, draft: Version) -> None:
    operations.publish_version(session, draft, at=clock.now())
    before = form_of(draft)
    for act in (
        lambda: write(session, draft, "ar", {"wait:words": "؟"}),
        lambda: translating.add_language(session, draft, "ps"),
        lambda: translating.remove_language(session, draft, "ar"),
        lambda: translating.set_sound(session, draft, "ar", "wait:words", sound=SOUND),
    ):
        with pytest.raises(AlreadyPublished):
            act()
    assert form_of(draft) == before


def test_languages_are_added_and_removed_with_their_texts(session: Session, draft: Version) -> None:
    for _twice in range(2):
        translating.add_language(session, draft, "fr-simple")
    assert draft.languages == ["fr", "ar", "uk", "fr-simple"]
    assert translating.remove_language(session, draft, "ar") == 3
    assert draft.languages == ["fr", "uk", "fr-simple"]
    assert progress(form_of(draft), "ar").there == 0
    with pytest.raises(FrenchStays):
        translating.remove_language(session, draft, "fr")
    with pytest.raises(UnknownLanguage):
        translating.add_language(session, draft, "klingon")


def test_what_is_missing_is_named_by_question_and_place(session: Session, draft: Version) -> None:
    session.refresh(draft)
    lacks = missing(form_of(draft), ["fr", "ar"])
    assert lacks["fr"] == []
    assert lacks["ar"] == [
        (1, "wait:hint"),
        (1, "wait:options.long"),
        (2, "table:words"),
        (2, "table:options.a"),
        (2, "table:options.b"),
        (2, "table:statements.clean"),
    ]
    assert missing(asked(session, draft.id), ["ar"])["ar"] == lacks["ar"]
    assert missing(form_of(draft), ["ps"])["ps"][0] == (0, "title")
    assert len(texts_of(form_of(draft))) == 9


def test_progress_counts_what_is_there_read_and_heard(session: Session, draft: Version) -> None:
    write(session, draft, "ar", {"wait:hint": "اليوم"})
    translating.set_sound(session, draft, "ar", "wait:hint", sound=SOUND)
    found = progress(form_of(draft), "ar")
    assert (found.texts, found.there, found.reviewed, found.machine) == (9, 4, 3, 0)
    assert (found.missing, found.sounds) == (5, 1)
    assert (0, "title") in silent(form_of(draft), "ar")
    assert (1, "wait:hint") not in silent(form_of(draft), "ar")
    translating.set_sound(session, draft, "ar", "wait:hint", sound=None)
    assert progress(form_of(draft), "ar").sounds == 0
