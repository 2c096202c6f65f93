"""A questionnaire goes out as a file and comes back as a draft."""

import io
import json
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from participation.journal.models import JournalEntry
from participation.people.models import Structure
from participation.questionnaires import copying
from participation.questionnaires.models import Questionnaire, Version
from participation.questionnaires.ready import visit
from participation.questionnaires.writing import form_of

BRING = "/fr/desk/editor/files"


@pytest.fixture
def version(session: Session, structure: Structure) -> Version:
    """A draft made from the ready visit."""
    made = copying.copy_questionnaire(session, structure.id, visit(), short_name="visite")
    session.commit()
    return made


@pytest.fixture
def worker(as_role: Callable[..., FlaskClient]) -> FlaskClient:
    """A worker."""
    return as_role("worker")


def send(client: FlaskClient, content: bytes) -> TestResponse:
    """Bring a file."""
    sent: TestResponse = client.send(BRING, {"file": (io.BytesIO(content), "x.json")})
    return sent


def test_a_version_is_downloaded_and_brought_back(
    session: Session, worker: FlaskClient, version: Version
) -> None:
    got = worker.get("/fr/desk/editor/visite/versions/1.json")
    assert got.content_type == "application/json"
    name = 'attachment; filename="visite-version-1.json"'
    assert got.headers["Content-Disposition"] == name
    before = form_of(version)
    answer = send(worker, got.data)
    assert answer.status_code == 302
    session.expire_all()
    made = session.scalars(select(Version).where(Version.id != version.id)).one()
    assert form_of(made) == before
    assert answer.location.endswith(f"/desk/editor/{made.questionnaire.short_name}")
    entry = session.scalars(select(JournalEntry)).one()
    assert (entry.act, entry.subject) == ("questionnaire_brought", made.questionnaire.short_name)
    assert made.published_at is None


def test_a_version_that_is_not_there_is_not_found(worker: FlaskClient, version: Version) -> None:
    assert version.number == 1
    assert worker.get("/fr/desk/editor/visite/versions/2.json").status_code == 404


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"{", "Ce fichier n’est pas un questionnaire téléchargé ici."),
        (b'{"format": "participation-questionnaire", "number": 2}', "format 2"),
        (b'{"format": "participation-questionnaire", "number": 1}', "file"),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence(
    session: Session, worker: FlaskClient, content: bytes, sentence: str
) -> None:
    answer = send(worker, content)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert session.scalar(select(func.count()).select_from(Questionnaire)) == 0


def test_a_refusal_of_a_question_stores_nothing(
    session: Session, worker: FlaskClient, version: Version
) -> None:
    told = json.loads(worker.get("/fr/desk/editor/visite/versions/1.json").data)
    told["questionnaire"]["questions"][-1]["condition"] = {"question": "nowhere", "answered": True}
    answer = send(worker, json.dumps(told).encode())
    assert answer.status_code == 422
    session.expire_all()
    assert session.scalars(select(Version.id)).all() == [version.id]


def test_without_a_file_the_page_says_so(worker: FlaskClient) -> None:
    answer = worker.send(BRING, {})
    assert answer.status_code == 422
    assert "Choisissez un fichier." in answer.text


def test_a_file_may_be_larger_than_what_other_pages_take(
    app: Flask, worker: FlaskClient, version: Version
) -> None:
    told = worker.get("/fr/desk/editor/visite/versions/1.json").data
    app.config["MAX_CONTENT_LENGTH"] = len(told) // 2
    assert send(worker, told).status_code == 302
    assert worker.send("/fr/desk/editor/new", {"title": "é" * len(told)}).status_code == 413


def test_the_questionnaires_of_others_are_not_downloaded(
    stranger: FlaskClient, version: Version
) -> None:
    assert version.number == 1
    assert stranger.get("/fr/desk/editor/visite/versions/1.json").status_code == 404
