"""A recorded answer: taken with the form, or refused in one sentence with nothing half-saved."""

import io
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from participation import clock
from participation.campaigns.rules import Channel
from participation.media.models import Media
from participation.people.models import Service
from participation.questionnaires import operations
from participation.questionnaires.drafts import QuestionDraft
from participation.questionnaires.models import Opening, Response
from participation.voices.models import Utterance
from participation.wording import Words
from tests import builders
from tests.sounds import a_photograph, a_wav, a_webm, an_mp4


@pytest.fixture
def opening(session: Session, service: Service) -> Opening:
    """A voice, and something else to say in writing."""
    made = operations.create_questionnaire(
        session, service.structure_id, short_name="voix", title=Words.of(fr="Voix", ar="صوت")
    )
    version = operations.draft_version(session, made)
    version.languages = ["fr", "ar"]
    for key, kind in (("say", "voice"), ("more", "free_text")):
        words = Words.of(fr="Que dites-vous ?", ar="ماذا تقولون؟")
        operations.add_question(session, version, QuestionDraft(key=key, kind=kind, words=words))
    operations.publish_version(session, version, at=clock.now())
    campaign = builders.a_campaign(session, service)
    opened = operations.open_questionnaire(
        session,
        version,
        campaign,
        service,
        channels=[Channel.LINK],
        opens_on=campaign.opens_on,
        closes_on=campaign.closes_on,
    )
    session.commit()
    return opened


def send(
    client: FlaskClient,
    opening: Opening,
    content: bytes,
    *,
    language: str = "fr",
    name: str = "q1.sound",
    **typed: str,
) -> TestResponse:
    """Send the form with a recording; its name says nothing of what it is."""
    file = FileStorage(io.BytesIO(content), filename="voice.exe")
    boundary, body = encode_multipart({"gesture": str(uuid4()), name: file, **typed})
    return client.post(
        f"/{language}/q/{opening.token}",
        data=body,
        content_type=f"multipart/form-data; boundary={boundary}",
    )


def stored(session: Session) -> tuple[int, int, int]:
    """How many responses, words and sounds there are."""
    found = [
        session.scalar(select(func.count()).select_from(model)) or 0
        for model in (Response, Utterance, Media)
    ]
    return found[0], found[1], found[2]


@pytest.mark.parametrize("content", [a_wav(), a_webm(), an_mp4()])
def test_a_voice_is_kept_and_waits_to_be_heard(
    client: FlaskClient, session: Session, opening: Opening, content: bytes
) -> None:
    assert send(client, opening, content, language="ar").status_code == 303
    said = session.scalars(select(Utterance).order_by(Utterance.id)).one()
    assert (said.language, said.text, said.moderation.value) == ("ar", "", "waiting")
    assert session.get_one(Media, said.recording_id).content == content


def test_words_may_come_with_the_voice(
    client: FlaskClient, session: Session, opening: Opening
) -> None:
    typed = {"q1.typed": "Un jardin", "q2.typed": "Merci"}
    assert send(client, opening, a_wav(), **typed).status_code == 303
    said = session.scalars(select(Utterance).order_by(Utterance.text)).all()
    assert [(one.text, one.recording_id is None) for one in said] == [
        ("Merci", True),
        ("Un jardin", False),
    ]


def test_a_browser_that_sends_an_empty_file_sends_no_voice(
    client: FlaskClient, session: Session, opening: Opening
) -> None:
    assert send(client, opening, b"", **{"q2.typed": "Merci"}).status_code == 303
    assert stored(session) == (1, 1, 0)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (a_photograph(), "Ce fichier n’est pas un son"),
        (a_wav(70), "Ce son est trop long"),
        (a_webm(70_000), "Ce son est trop long"),
        (bytes(4_000_001), "Ce son est trop lourd"),
    ],
)
def test_what_is_no_message_is_refused_in_one_sentence_and_nothing_is_kept(
    client: FlaskClient, session: Session, opening: Opening, content: bytes, sentence: str
) -> None:
    answer = send(client, opening, content, **{"q1.typed": "Un jardin", "q2.typed": "Merci"})
    assert answer.status_code == 422
    page = BeautifulSoup(answer.data, "html5lib")
    assert sentence in " ".join(one.text for one in page.select("#q1-error"))
    assert [one.text.strip() for one in page.select("textarea")] == ["Un jardin", "Merci"]
    assert stored(session) == (0, 0, 0)


def test_a_voice_that_came_with_a_wrong_answer_must_be_recorded_again(
    client: FlaskClient, session: Session, opening: Opening
) -> None:
    answer = send(client, opening, a_wav(), **{"q2.typed": "a" * 2001})
    assert answer.status_code == 422
    assert "Enregistrez-le à nouveau." in answer.get_data(as_text=True)
    assert stored(session) == (0, 0, 0)


def test_more_than_any_file_of_ours_is_refused_unread(
    client: FlaskClient, session: Session, opening: Opening
) -> None:
    answer = send(client, opening, bytes(10_500_000))
    assert answer.status_code == 413
    assert stored(session) == (0, 0, 0)


def test_a_voice_where_none_is_asked_for_is_refused(
    client: FlaskClient, session: Session, opening: Opening
) -> None:
    assert send(client, opening, a_wav(), name="q2.sound").status_code == 422
    assert stored(session) == (0, 0, 0)


def test_without_scripts_the_recorder_is_hidden_and_sends_nothing(
    client: FlaskClient, opening: Opening
) -> None:
    page = BeautifulSoup(client.get(f"/fr/q/{opening.token}").data, "html5lib")
    [recorder] = page.select("[data-recorder]")
    [file] = page.select("input[type=file]")
    assert recorder.has_attr("hidden")
    assert file.has_attr("disabled")
    assert page.select("form")[0]["enctype"] == "multipart/form-data"
    assert len(page.select("textarea")) == 2
