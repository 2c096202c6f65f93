"""Staff hear a voice, write it down and erase it; nobody else ever hears it."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel
from participation.ideas.models import Idea
from participation.journal.models import JournalEntry
from participation.media.files import sound
from participation.media.models import Media
from participation.people.models import Service
from participation.voices import operations as voices
from participation.voices.models import Utterance
from participation.voices.rules import Moderation
from tests import builders
from tests.sounds import a_wav

AsRole = Callable[..., FlaskClient]
DESK = "/fr/desk/campaigns/printemps"
WORDS = "أريد حديقة"
CONTENT = a_wav()


@pytest.fixture
def campaign(session: Session, service: Service) -> Campaign:
    """A campaign that is open today."""
    made = builders.a_campaign(session, service)
    session.commit()
    return made


@pytest.fixture
def spoken(session: Session, campaign: Campaign) -> Utterance:
    """An idea that was said aloud in Arabic."""
    board = builders.a_board(session, campaign)
    said = voices.say(
        session,
        structure_id=campaign.structure_id,
        language="ar",
        text="",
        sound=sound(CONTENT, longest=60),
        day=clock.today(),
    )
    session.add(
        Idea(
            structure_id=campaign.structure_id,
            board_id=board.id,
            utterance_id=said.id,
            channel=Channel.KIOSK,
        )
    )
    session.commit()
    return said


def press(client: FlaskClient, said: Utterance, act: str, **fields: str) -> tuple[int, str]:
    """Press a button of the case: the status, and the page that comes."""
    data = {"act": act, "seen": "waiting", "transcript": "", "french": "", **fields}
    answer = client.send(f"{DESK}/moderation/{said.id}", data=data)  # type: ignore[attr-defined]  # the page client
    return answer.status_code, answer.get_data(as_text=True)


def address(said: Utterance) -> str:
    """Where the voice is heard."""
    return f"{DESK}/moderation/{said.id}/recording"


def test_the_desk_plays_the_voice_and_keeps_no_copy(as_role: AsRole, spoken: Utterance) -> None:
    client = as_role("worker")
    page = BeautifulSoup(client.get(f"{DESK}/moderation").data, "html5lib")
    [player] = page.select("audio[controls]")
    assert player["src"] == address(spoken)
    answer = client.get(address(spoken))
    assert (answer.data, answer.mimetype) == (CONTENT, "audio/wav")
    assert answer.headers["Cache-Control"] == "no-store"
    part = client.get(address(spoken), headers={"Range": "bytes=0-3"})
    assert (part.status_code, part.data) == (206, b"RIFF")


@pytest.mark.parametrize("role", ["reception", "volunteer"])
def test_others_of_the_team_do_not_hear_it(as_role: AsRole, spoken: Utterance, role: str) -> None:
    assert as_role(role).get(address(spoken)).status_code == 403


def test_another_structure_and_residents_do_not_hear_it(
    client: FlaskClient, stranger: FlaskClient, spoken: Utterance
) -> None:
    assert stranger.get(address(spoken)).status_code == 404
    assert client.get(address(spoken)).status_code == 302
    assert client.get(f"/media/{spoken.recording_id}").status_code == 404


def test_nothing_is_published_before_it_is_written_down(
    as_role: AsRole, session: Session, spoken: Utterance
) -> None:
    status, page = press(as_role("worker"), spoken, "publish")
    assert status == 409
    assert "Écrivez d’abord ce qui est dit." in page
    session.refresh(spoken)
    assert spoken.moderation is Moderation.WAITING


def test_the_field_is_in_the_language_that_was_spoken(as_role: AsRole, spoken: Utterance) -> None:
    page = BeautifulSoup(as_role("worker").get(f"{DESK}/moderation").data, "html5lib")
    [field] = page.select("textarea[name=transcript]")
    assert (field["lang"], field["dir"]) == ("ar", "rtl")


def test_publishing_writes_both_down(as_role: AsRole, session: Session, spoken: Utterance) -> None:
    status, _page = press(
        as_role("worker"), spoken, "publish", transcript=WORDS, french="Je veux un jardin."
    )
    assert status == 303
    session.refresh(spoken)
    assert (spoken.shown, spoken.french) == (WORDS, "Je veux un jardin.")
    assert (spoken.text, spoken.moderation) == ("", Moderation.PUBLISHED)


def test_the_transcript_is_saved_alone(
    as_role: AsRole, session: Session, spoken: Utterance
) -> None:
    client = as_role("worker")
    assert press(client, spoken, "transcribe", transcript=WORDS)[0] == 303
    session.refresh(spoken)
    assert (spoken.transcript, spoken.moderation) == (WORDS, Moderation.WAITING)
    page = BeautifulSoup(client.get(f"{DESK}/moderation").data, "html5lib")
    assert [one.text.strip() for one in page.select("[data-words]")] == [WORDS]


def test_signs_of_a_name_are_pointed_at_in_the_transcript(
    as_role: AsRole, spoken: Utterance
) -> None:
    client = as_role("worker")
    press(client, spoken, "transcribe", transcript="Madame Martin crie")
    page = BeautifulSoup(client.get(f"{DESK}/moderation").data, "html5lib")
    assert [one.text for one in page.select("mark")] == ["Madame Martin"]


def test_words_are_hidden_in_the_transcript(
    as_role: AsRole, session: Session, spoken: Utterance
) -> None:
    client = as_role("worker")
    told = "Madame Martin crie"
    assert press(client, spoken, "hide", transcript=told, hide="Madame Martin")[0] == 303
    assert press(client, spoken, "publish", transcript=told)[0] == 303
    session.refresh(spoken)
    assert spoken.shown == "[…] crie"


def test_the_voice_is_erased_and_the_writing_stays(
    as_role: AsRole, session: Session, spoken: Utterance
) -> None:
    client, kept = as_role("worker"), spoken.recording_id
    assert press(client, spoken, "erase_voice", transcript=WORDS)[0] == 303
    session.refresh(spoken)
    assert (spoken.shown, spoken.recording_id) == (WORDS, None)
    assert spoken.recording_erased_cause == "C’est écrit."
    session.expire_all()
    assert session.get(Media, kept) is None
    assert client.get(address(spoken)).status_code == 404
    page = client.get(f"{DESK}/moderation").get_data(as_text=True)
    assert "C’est écrit." in page


def test_the_voice_stays_while_nothing_is_written(
    as_role: AsRole, session: Session, spoken: Utterance
) -> None:
    status, page = press(as_role("worker"), spoken, "erase_voice")
    assert status == 409
    assert "Écrivez d’abord ce qui est dit." in page
    session.refresh(spoken)
    assert spoken.recording_id is not None


def test_erasing_for_good_takes_the_voice(
    as_role: AsRole, session: Session, spoken: Utterance
) -> None:
    kept = spoken.recording_id
    assert press(as_role("worker"), spoken, "erase", reason="À sa demande")[0] == 303
    session.expire_all()
    assert session.get(Media, kept) is None
    assert session.get_one(Utterance, spoken.id).erased_cause == "À sa demande"


def test_the_campaign_says_that_a_voice_waits(as_role: AsRole, spoken: Utterance) -> None:
    page = as_role("worker").get(DESK).get_data(as_text=True)
    assert "1 message vocal attend d’être écrit." in page


def test_closing_the_campaign_erases_every_voice(
    as_role: AsRole, session: Session, campaign: Campaign, spoken: Utterance
) -> None:
    written = voices.say(
        session,
        structure_id=campaign.structure_id,
        language="fr",
        text="Bonjour",
        sound=sound(CONTENT, longest=60),
        day=clock.today(),
    )
    board = session.scalars(select(Idea.board_id).order_by(Idea.id)).first()
    session.add(
        Idea(
            structure_id=campaign.structure_id,
            board_id=board,
            utterance_id=written.id,
            channel=Channel.LINK,
        )
    )
    session.commit()
    answer = as_role("manager").send(f"{DESK}/close", data={})  # type: ignore[attr-defined]  # the page client
    assert answer.status_code == 302
    session.expire_all()
    assert session.scalars(select(Media.id).order_by(Media.id)).all() == []
    assert session.get_one(Utterance, spoken.id).erased_cause == "La démarche est close."
    assert session.get_one(Utterance, written.id).shown == "Bonjour"
    noted = session.scalars(
        select(JournalEntry.subject).where(JournalEntry.act == "voices_erased")
    ).all()
    assert noted == ["printemps: 2"]


def test_a_voice_that_came_after_the_closing_goes_when_it_is_decided(
    as_role: AsRole, session: Session, campaign: Campaign, spoken: Utterance
) -> None:
    campaign.closed_at = clock.now()
    session.commit()
    assert press(as_role("worker"), spoken, "publish", transcript=WORDS)[0] == 303
    session.refresh(spoken)
    assert (spoken.recording_id, spoken.shown) == (None, WORDS)
