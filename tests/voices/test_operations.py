"""Own words are kept, decided about, and erased; never changed."""

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from participation import clock
from participation.errors import TooLong, UnknownLanguage
from participation.media.models import Media
from participation.people.models import Structure
from participation.voices import operations
from participation.voices.models import Utterance
from participation.voices.rules import (
    AlreadyErased,
    CauseMissing,
    ModeratedMeanwhile,
    Moderation,
    NothingSaid,
    ReasonMissing,
)
from participation.wording import State


@pytest.fixture
def said(session: Session, structure: Structure) -> Utterance:
    """Words that wait to be read."""
    return say(session, structure, "أريد زاوية ألعاب", "ar")


def say(
    session: Session, structure: Structure, words: str, language: str = "fr", **more: bool
) -> Utterance:
    """Say something today."""
    return operations.say(
        session,
        structure_id=structure.id,
        language=language,
        text=words,
        day=clock.today(),
        **more,  # type: ignore[arg-type]  # only flags are passed here
    )


def test_words_are_kept_whole_and_wait(said: Utterance) -> None:
    assert said.text == "أريد زاوية ألعاب"
    assert said.moderation is Moderation.WAITING
    assert not said.is_publishable


def test_signs_that_disguise_are_taken_out(session: Session, structure: Structure) -> None:
    said = say(session, structure, "\u202edrow\u2066\x00 =1+1 <script>x</script>\r\nb")
    assert said.text == "drow =1+1 <script>x</script>\nb"


@pytest.mark.parametrize("nothing", ["", "  \n ", "\u200b\u200d", "\u202e\x00"])
def test_nothing_is_not_kept(session: Session, structure: Structure, nothing: str) -> None:
    with pytest.raises(NothingSaid):
        say(session, structure, nothing)


def test_too_long_says_how_long_it_may_be(session: Session, structure: Structure) -> None:
    with pytest.raises(TooLong) as refusal:
        say(session, structure, "a" * 2001)
    assert refusal.value.facts == {"longest": 2000}


def test_an_unknown_language_is_refused(session: Session, structure: Structure) -> None:
    with pytest.raises(UnknownLanguage):
        say(session, structure, "nuqneH", "tlh")


def test_spoken_words_are_written_in_french(session: Session, structure: Structure) -> None:
    said = say(session, structure, "On sait cultiver.", "snk", is_oral=True)
    assert (said.language, said.written_in, said.shown) == ("snk", "fr", "On sait cultiver.")


def test_a_refusal_needs_a_reason(session: Session, said: Utterance) -> None:
    with pytest.raises(ReasonMissing):
        operations.moderate(session, said, moderation=Moderation.REFUSED, reason=" ", by="worker")
    operations.moderate(
        session, said, moderation=Moderation.REFUSED, reason="Insulte.", by="worker"
    )
    assert (said.moderation, said.reason) == (Moderation.REFUSED, "Insulte.")


def test_the_second_moderator_is_told(session: Session, said: Utterance) -> None:
    operations.moderate(session, said, moderation=Moderation.PUBLISHED, by="Nadia")
    with pytest.raises(ModeratedMeanwhile) as refusal:
        operations.moderate(
            session, said, moderation=Moderation.ALERT, by="Paul", seen=Moderation.WAITING
        )
    assert refusal.value.facts == {"by": "Nadia"}
    assert said.moderation is Moderation.PUBLISHED


def test_only_published_words_are_publishable_in_both_worlds(
    session: Session, structure: Structure
) -> None:
    for moderation in Moderation:
        one = say(session, structure, moderation.value)
        operations.moderate(session, one, moderation=moderation, reason="x", by="worker")
    gone = say(session, structure, "erased")
    operations.moderate(session, gone, moderation=Moderation.PUBLISHED, by="worker")
    operations.erase(session, gone, cause="author")
    everything = session.scalars(select(Utterance).order_by(Utterance.id)).all()
    in_sql = session.scalars(
        select(Utterance.id).where(Utterance.is_publishable).order_by(Utterance.id)
    ).all()
    assert [one.id for one in everything if one.is_publishable] == list(in_sql)
    assert len(in_sql) == 1


def test_a_translation_stands_beside_the_words(session: Session, said: Utterance) -> None:
    operations.translate(
        session, said, french="Un coin jeux.", state=State.REVIEWED, reviewer="mediator"
    )
    assert (said.text, said.french, said.french_reviewer) == (
        "أريد زاوية ألعاب",
        "Un coin jeux.",
        "mediator",
    )
    operations.translate(session, said, french="", state=State.REVIEWED, reviewer="mediator")
    assert (said.french, said.french_state, said.french_reviewer) == ("", State.DRAFT, "")


def test_a_mask_is_shown_in_place_of_the_words(session: Session, said: Utterance) -> None:
    operations.mask(session, said, text="أريد […]")
    assert (said.shown, said.text) == ("أريد […]", "أريد زاوية ألعاب")
    operations.mask(session, said, text="")
    assert said.shown == said.text


def test_erasing_takes_everything_but_the_cause(session: Session, said: Utterance) -> None:
    operations.translate(session, said, french="Un coin jeux.", state=State.DRAFT)
    operations.simplify(session, said, text="Des jeux.")
    operations.mask(session, said, text="[…]")
    operations.erase(session, said, cause="author")
    session.refresh(said)
    assert (said.text, said.french, said.simple, said.mask) == (None, "", "", "")
    assert said.erased_cause == "author"


def test_erasing_needs_a_cause_and_happens_once(session: Session, said: Utterance) -> None:
    with pytest.raises(CauseMissing):
        operations.erase(session, said, cause=" ")
    operations.erase(session, said, cause="author")
    with pytest.raises(AlreadyErased):
        operations.erase(session, said, cause="author")
    with pytest.raises(AlreadyErased):
        operations.moderate(session, said, moderation=Moderation.PUBLISHED, by="worker")


def test_a_sound_is_deleted_with_the_last_words_that_use_it(
    session: Session, structure: Structure
) -> None:
    sound = Media(digest="d", content_type="audio/ogg", content=b"voice")
    session.add(sound)
    session.flush()
    spoken = [
        Utterance(structure_id=structure.id, language="wo", recording_id=sound.id) for _ in "ab"
    ]
    session.add_all(spoken)
    session.flush()
    operations.erase(session, spoken[0], cause="author")
    assert session.get(Media, sound.id) is not None
    operations.erase(session, spoken[1], cause="author")
    assert session.get(Media, sound.id) is None
    assert spoken[1].recording_erased_cause == "author"


@pytest.mark.parametrize(
    "by_hand",
    [
        "UPDATE utterance SET text = 'other' WHERE id = :id",
        "UPDATE utterance SET text = NULL WHERE id = :id",
        "UPDATE utterance SET language = 'fr' WHERE id = :id",
        "DELETE FROM utterance WHERE id = :id",
    ],
)
def test_the_database_keeps_own_words_against_sql_by_hand(
    session: Session, said: Utterance, by_hand: str
) -> None:
    with pytest.raises(DBAPIError):
        session.execute(text(by_hand), {"id": said.id})
