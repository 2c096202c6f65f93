"""What the service asks is shown and played to anyone; a person's voice to nobody."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from participation import clock
from participation.media import operations as media
from participation.media.files import picture, sound
from participation.media.models import Media
from participation.people.models import Structure
from participation.voices import operations as voices
from tests.sounds import a_drawing, a_wav

SOUND = sound(a_wav(), longest=60)


@pytest.fixture
def heard(session: Session) -> Media:
    """A sound of the service."""
    made = media.keep(session, SOUND)
    session.commit()
    return made


def test_a_picture_is_shown_by_its_digest(client: FlaskClient, session: Session) -> None:
    made = media.keep(session, picture(a_drawing()))
    session.commit()
    answer = client.get(f"/media/{made.digest}")
    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    assert answer.data == made.content


def test_it_may_be_kept_for_ever_and_is_never_guessed(client: FlaskClient, heard: Media) -> None:
    answer = client.get(f"/media/{heard.id}")
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in answer.headers


def test_who_has_it_already_gets_nothing_again(client: FlaskClient, heard: Media) -> None:
    known = client.get(f"/media/{heard.id}").headers["ETag"]
    again = client.get(f"/media/{heard.id}", headers={"If-None-Match": known})
    assert (again.status_code, again.data) == (304, b"")


def test_a_player_may_ask_for_a_part(client: FlaskClient, heard: Media) -> None:
    answer = client.get(f"/media/{heard.id}", headers={"Range": "bytes=0-1"})
    assert (answer.status_code, answer.data) == (206, b"RI")
    assert answer.headers["Content-Range"] == f"bytes 0-1/{len(SOUND.content)}"
    assert client.get(f"/media/{heard.id}").headers["Accept-Ranges"] == "bytes"


def test_a_part_beyond_the_end_is_refused(client: FlaskClient, heard: Media) -> None:
    answer = client.get(f"/media/{heard.id}", headers={"Range": "bytes=9999999-"})
    assert answer.status_code == 416


def test_what_is_not_there_is_not_found(client: FlaskClient, heard: Media) -> None:
    assert client.get(f"/media/{heard.id + 1}").status_code == 404
    assert client.get(f"/media/{'0' * 64}").status_code == 404
    assert client.get("/media/../settings.env").status_code == 404


def test_a_voice_is_served_to_nobody_even_by_its_id_or_its_bytes(
    client: FlaskClient, session: Session, structure: Structure
) -> None:
    said = voices.say(
        session,
        structure_id=structure.id,
        language="fr",
        text="",
        sound=SOUND,
        day=clock.today(),
    )
    session.commit()
    kept = session.get_one(Media, said.recording_id)
    for name in (kept.id, SOUND.digest, kept.digest):
        assert client.get(f"/media/{name}").status_code == 404


def test_saying_a_sound_of_the_service_does_not_silence_it(
    client: FlaskClient, session: Session, structure: Structure, heard: Media
) -> None:
    voices.say(
        session, structure_id=structure.id, language="fr", text="", sound=SOUND, day=clock.today()
    )
    session.commit()
    assert client.get(f"/media/{heard.id}").status_code == 200


def test_templates_find_the_addresses(app: Flask, heard: Media) -> None:
    told = (
        "{{ medium_url('a' * 64) }} {{ sound_url(7) }} [{{ medium_url('') }}{{ sound_url(none) }}]"
    )
    with app.test_request_context():
        rendered = app.jinja_env.from_string(told).render()
    assert rendered == f"/media/{'a' * 64} /media/7 []"
