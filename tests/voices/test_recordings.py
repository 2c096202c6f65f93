"""A voice is heard, written down, and erased; what is written stands beside it."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from participation import clock
from participation.media import operations as media
from participation.media.files import sound
from participation.media.models import Media
from participation.people.models import Structure
from participation.voices import operations
from participation.voices.models import Utterance
from participation.voices.queries import QUOTE, quote
from participation.voices.rules import (
    AlreadyErased,
    CauseMissing,
    Moderation,
    NotWrittenDown,
)
from tests.sounds import a_wav

VOICE = sound(a_wav(), longest=60)


@pytest.fixture
def spoken(session: Session, structure: Structure) -> Utterance:
    """A voice in Arabic, without a word written."""
    return say(session, structure)


def say(session: Session, structure: Structure, words: str = "") -> Utterance:
    """Say something aloud, and perhaps write something too."""
    return operations.say(
        session,
        structure_id=structure.id,
        language="ar",
        text=words,
        sound=VOICE,
        day=clock.today(),
    )


def publish(session: Session, said: Utterance) -> None:
    """Let everybody read it."""
    operations.moderate(session, said, moderation=Moderation.PUBLISHED, by="worker")


def recording_of(session: Session, said: Utterance) -> Media | None:
    """The sound that is still kept."""
    session.expire_all()
    return session.get(Media, said.recording_id) if said.recording_id else None


def test_a_voice_alone_is_kept_and_shows_nothing(session: Session, spoken: Utterance) -> None:
    kept = recording_of(session, spoken)
    assert kept is not None
    assert kept.content == VOICE.content
    assert (spoken.text, spoken.shown) == ("", "")


def test_a_voice_is_published_once_it_is_written_down(session: Session, spoken: Utterance) -> None:
    with pytest.raises(NotWrittenDown):
        publish(session, spoken)
    operations.transcribe(session, spoken, text=" أريد حديقة ")
    publish(session, spoken)
    assert (spoken.shown, spoken.written_in) == ("أريد حديقة", "ar")


def test_other_decisions_need_nothing_written(session: Session, spoken: Utterance) -> None:
    operations.moderate(session, spoken, moderation=Moderation.ALERT, by="worker")
    assert spoken.moderation is Moderation.ALERT


def test_what_was_written_and_what_was_said_are_shown_together(
    session: Session, structure: Structure
) -> None:
    said = say(session, structure, "مرحبا")
    operations.transcribe(session, said, text="أريد حديقة")
    assert said.shown == "مرحبا\nأريد حديقة"
    row = session.execute(session.query(*QUOTE).filter_by(id=said.id).statement).one()
    assert quote(row).own == "مرحبا\nأريد حديقة"


def test_the_own_words_never_become_the_transcript(session: Session, structure: Structure) -> None:
    said = say(session, structure, "مرحبا")
    operations.transcribe(session, said, text="أريد حديقة")
    assert said.text == "مرحبا"


def test_hidden_words_that_change_wait_to_be_read_again(
    session: Session, spoken: Utterance
) -> None:
    operations.transcribe(session, spoken, text="Nadia chante")
    operations.hide(session, spoken, pieces=["Nadia"])
    publish(session, spoken)
    operations.transcribe(session, spoken, text="Nadia chante bien")
    assert (spoken.moderation, spoken.mask) == (Moderation.WAITING, "")


def test_the_same_transcript_again_changes_nothing(session: Session, spoken: Utterance) -> None:
    operations.transcribe(session, spoken, text="Nadia chante\nbien")
    operations.hide(session, spoken, pieces=["Nadia"])
    publish(session, spoken)
    operations.transcribe(session, spoken, text="Nadia chante\r\nbien")
    assert (spoken.moderation, spoken.shown) == (Moderation.PUBLISHED, "[…] chante\nbien")


def test_published_words_that_are_emptied_are_taken_back(
    session: Session, spoken: Utterance
) -> None:
    operations.transcribe(session, spoken, text="Nadia chante")
    publish(session, spoken)
    operations.transcribe(session, spoken, text=" ")
    assert spoken.moderation is Moderation.WAITING


def test_the_voice_is_erased_alone(session: Session, spoken: Utterance) -> None:
    operations.transcribe(session, spoken, text="أريد حديقة")
    kept = spoken.recording_id
    operations.erase_recording(session, spoken, cause="written down")
    assert spoken.recording_id is None
    assert session.get(Media, kept) is None
    assert (spoken.recording_erased_cause, spoken.erased_cause) == ("written down", "")
    assert spoken.shown == "أريد حديقة"


def test_erasing_a_voice_that_nobody_wrote_down_erases_everything(
    session: Session, spoken: Utterance
) -> None:
    operations.erase_recording(session, spoken, cause="closed")
    assert (spoken.erased_cause, spoken.recording_erased_cause) == ("closed", "closed")
    assert spoken.text is None


def test_erasing_a_voice_twice_changes_nothing_more(session: Session, spoken: Utterance) -> None:
    operations.transcribe(session, spoken, text="أريد حديقة")
    operations.erase_recording(session, spoken, cause="first")
    operations.erase_recording(session, spoken, cause="second")
    assert spoken.recording_erased_cause == "first"


def test_erasing_a_voice_has_a_cause(session: Session, spoken: Utterance) -> None:
    with pytest.raises(CauseMissing):
        operations.erase_recording(session, spoken, cause=" ")
    assert recording_of(session, spoken) is not None


def test_erasing_the_words_takes_the_transcript_too(session: Session, spoken: Utterance) -> None:
    operations.transcribe(session, spoken, text="أريد حديقة")
    operations.erase(session, spoken, cause="author")
    assert (spoken.transcript, spoken.shown, spoken.recording_id) == ("", "", None)
    with pytest.raises(AlreadyErased):
        operations.transcribe(session, spoken, text="encore")


def test_erasing_a_voice_leaves_the_same_sound_of_the_service(
    session: Session, spoken: Utterance
) -> None:
    of_the_service = media.keep(session, VOICE)
    operations.erase(session, spoken, cause="author")
    assert session.get(Media, of_the_service.id) is not None


@pytest.mark.parametrize(
    "by_hand",
    [
        "UPDATE utterance SET recording_id = NULL WHERE id = :id",
        "UPDATE utterance SET text = 'other words' WHERE id = :id",
    ],
)
def test_a_voice_never_goes_without_a_cause(
    session: Session, spoken: Utterance, by_hand: str
) -> None:
    with pytest.raises(DBAPIError):
        session.execute(text(by_hand), {"id": spoken.id})
