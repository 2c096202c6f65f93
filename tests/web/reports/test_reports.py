"""The pages and files of reports, as each role gets them."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.people.models import Service
from participation.web.documents.child import Rendered
from participation.web.documents.renderer import PdfUnavailable, Renderer
from tests import builders

SignIn = Callable[..., FlaskClient]
HERE = "/fr/desk/campaigns/printemps"


@pytest.fixture
def campaign(session: Session, service: Service) -> Campaign:
    """A campaign with one proposal and one idea."""
    made = builders.a_campaign(session, service)
    board = builders.a_board(session, made)
    builders.an_idea(session, board, "Вечером у входа темно.", "ru")
    builders.a_proposal(session, made)
    session.commit()
    return made


@pytest.fixture(autouse=True)
def _no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the views do does not depend on what a PDF looks like."""
    monkeypatch.setattr(Renderer, "_ask", lambda _self, html: Rendered(b"%PDF-" + html.encode()))


@pytest.mark.usefixtures("campaign")
@pytest.mark.parametrize("role", ["worker", "manager", "administrator"])
def test_those_who_answer_read_and_download(as_role: SignIn, role: str) -> None:
    client = as_role(role)
    assert client.get(f"{HERE}/synthesis").status_code == 200
    assert client.get(f"{HERE}/synthesis/read").status_code == 200
    answer = client.get(f"{HERE}/synthesis.pdf")
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Cache-Control"] == "no-store"
    assert b"Brouillon, ne pas diffuser" in answer.data


@pytest.mark.usefixtures("campaign")
@pytest.mark.parametrize("page", ["synthesis", "synthesis/read", "synthesis.pdf", "poster-fr.pdf"])
def test_others_do_not(as_role: SignIn, stranger: FlaskClient, page: str) -> None:
    assert as_role("reception").get(f"{HERE}/{page}").status_code == 403
    assert stranger.get(f"{HERE}/{page}").status_code == 404


@pytest.mark.usefixtures("campaign")
def test_a_poster_is_in_the_language_of_its_readers(as_role: SignIn) -> None:
    client = as_role("worker")
    poster = client.get(f"{HERE}/poster-ar.pdf").get_data(as_text=True)
    assert '<html lang="ar" dir="rtl">' in poster
    assert "ما تغيّر بفضلكم" in poster
    assert client.get(f"{HERE}/poster-ru.pdf").status_code == 404
    assert client.get(f"{HERE}/poster-xx.pdf").status_code == 404


@pytest.mark.usefixtures("campaign")
def test_an_unanswered_proposal_stands_on_the_poster(as_role: SignIn) -> None:
    poster = as_role("worker").get(f"{HERE}/poster-ar.pdf").get_data(as_text=True)
    assert "اقتراح 1" in poster


@pytest.mark.usefixtures("campaign")
def test_publishing_needs_the_right_and_something_to_say(as_role: SignIn) -> None:
    client = as_role("manager", may_publish=True)
    refused = client.send(f"{HERE}/synthesis")
    assert refused.status_code == 409
    assert "aucune proposition" in refused.get_data(as_text=True)
    assert client.get(f"{HERE}/editions/1.pdf").status_code == 404


@pytest.mark.usefixtures("campaign")
def test_a_machine_without_pango_says_what_to_type(
    as_role: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_self: Renderer, _html: str) -> bytes:
        raise PdfUnavailable(line="apt-get install x")

    monkeypatch.setattr(Renderer, "pdf", missing)
    answer = as_role("worker").get(f"{HERE}/synthesis.pdf")
    assert answer.status_code == 409
    assert "apt-get install x" in answer.get_data(as_text=True)
