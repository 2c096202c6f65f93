"""What residents see and send: the board, their idea, "me too"."""

from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation import clock
from participation.ideas import operations
from participation.ideas.models import Board, Idea, Support, TakePart
from participation.kiosks import operations as kiosks
from participation.people.models import Service, Structure
from participation.voices.models import Utterance
from participation.voices.rules import Moderation
from participation.wording import Words
from tests import builders

TAGS = ("fr", "en", "ar", "fa-AF", "uk")


@pytest.fixture
def board(session: Session, service: Service) -> Board:
    """A board that is open today, with two themes."""
    made = builders.a_board(session, builders.a_campaign(session, service))
    for key in ("garden", "sport"):
        words = Words.of(fr=key.title(), ar="رياضة")
        operations.add_theme(session, made, key=key, words=words, pictogram=key)
    session.commit()
    return made


@pytest.fixture
def idea(session: Session, board: Board) -> Idea:
    """An idea in Dari with its French."""
    made = builders.an_idea(session, board, "ما می‌خواهیم گپ بزنیم.", "fa-AF")
    made.utterance.french = "On veut parler."
    session.commit()
    return made


def read(client: FlaskClient, path: str) -> BeautifulSoup:
    """A page that must be there."""
    response = client.get(path)
    assert response.status_code == 200
    return BeautifulSoup(response.get_data(as_text=True), "html5lib")


def sent(words: str = "Un jardin.", **more: str) -> dict[str, str]:
    """What the page that proposes sends."""
    return {"gesture": str(uuid4()), "written_in": "fr", "text": words, "kind": "wish", **more}


def count(session: Session, model: type[object]) -> int:
    """How many rows there are."""
    return session.scalar(select(func.count()).select_from(model)) or 0


@pytest.mark.parametrize("tag", TAGS)
def test_the_pages_stand_in_every_language(client: FlaskClient, idea: Idea, tag: str) -> None:
    for path in ("", "/propose", "/thanks"):
        page = read(client, f"/{tag}/b/{idea.board_id}{path}")
        assert page.html is not None
        assert page.html["lang"] == tag


def test_own_words_stand_beside_the_french_with_their_language(
    client: FlaskClient, idea: Idea
) -> None:
    card = read(client, f"/fr/b/{idea.board_id}").select_one(".idea")
    assert card is not None
    main, beside = card.select_one(".idea-text"), card.select_one(".idea-original > [dir=rtl]")
    assert main is not None
    assert beside is not None
    assert (main["lang"], main.text) == ("fr", "On veut parler.")
    assert (beside["lang"], beside.text) == ("fa-AF", "ما می‌خواهیم گپ بزنیم.")


def test_who_reads_the_language_gets_the_own_words_first(client: FlaskClient, idea: Idea) -> None:
    card = read(client, f"/fa-AF/b/{idea.board_id}").select_one(".idea-text")
    assert card is not None
    assert (card["lang"], card["dir"]) == ("fa-AF", "rtl")


def test_an_idea_arrives_once_and_waits(
    client: FlaskClient, session: Session, board: Board
) -> None:
    data = sent("أريد زاوية ألعاب", written_in="ar", theme="garden", kind="offer")
    for _ in range(5):
        response = client.post(f"/ar/b/{board.id}/propose", data=data)
        assert response.status_code == 303
        assert response.headers["Location"] == f"/ar/b/{board.id}/thanks"
    [kept] = session.scalars(select(Idea).order_by(Idea.id)).all()
    assert kept.utterance.text == "أريد زاوية ألعاب"
    assert kept.theme is not None
    assert (kept.theme.key, kept.kind, kept.channel) == ("garden", "offer", "link")
    assert kept.utterance.moderation is Moderation.WAITING
    assert "أريد" not in client.get(f"/ar/b/{board.id}").get_data(as_text=True)


def test_no_cookie_is_given(client: FlaskClient, idea: Idea) -> None:
    answers = [
        client.get(f"/fr/b/{idea.board_id}"),
        client.get(f"/fr/b/{idea.board_id}/propose"),
        client.post(f"/fr/b/{idea.board_id}/propose", data=sent()),
    ]
    assert [answer.headers.get("Set-Cookie") for answer in answers] == [None, None, None]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"text": "  \u200b "}, "Écrivez d’abord votre idée."),
        ({"text": "a" * 2001}, "2000"),
        ({"written_in": "tlh"}, "langue"),
    ],
)
def test_what_is_refused_keeps_what_was_typed(
    client: FlaskClient,
    session: Session,
    board: Board,
    changes: dict[str, str],
    sentence: str,
) -> None:
    data = sent(**{"theme": "sport", "kind": "problem", **changes})  # type: ignore[arg-type]  # all are strings
    response = client.post(f"/fr/b/{board.id}/propose", data=data)
    page = BeautifulSoup(response.get_data(as_text=True), "html5lib")
    assert response.status_code == 409
    error, words = page.select_one("#text-error"), page.select_one("textarea")
    assert error is not None
    assert words is not None
    assert sentence in error.text
    assert words.text.strip() == data["text"].strip()
    assert page.select_one("#theme-sport[checked]")
    assert page.select_one("#kind-problem[checked]")
    assert page.select_one(f'input[name=gesture][value="{data["gesture"]}"]')
    assert count(session, Idea) == 0


@pytest.mark.parametrize("changes", [{"gesture": "x"}, {"gesture": ""}, {"kind": "threat"}])
def test_a_broken_page_is_refused(
    client: FlaskClient, session: Session, board: Board, changes: dict[str, str]
) -> None:
    response = client.post(f"/fr/b/{board.id}/propose", data={**sent(), **changes})
    assert response.status_code == 409
    assert count(session, Utterance) == 0


def test_other_words_under_one_gesture_are_kept_aside(client: FlaskClient, board: Board) -> None:
    data = sent("Un jardin.")
    client.post(f"/fr/b/{board.id}/propose", data=data)
    response = client.post(f"/fr/b/{board.id}/propose", data={**data, "text": "Un vélo."})
    assert response.status_code == 409


def test_a_script_is_shown_as_words(client: FlaskClient, session: Session, board: Board) -> None:
    builders.an_idea(session, board, "<script>alert(1)</script> =HYPERLINK(1) \u202eabc")
    session.commit()
    page = read(client, f"/fr/b/{board.id}")
    assert "<script>alert(1)</script>" in (page.select_one(".idea-text") or page).text
    assert not [tag for tag in page.select("script") if not tag.get("src")]


def test_a_closed_board_says_so_and_keeps_what_was_typed(
    client: FlaskClient, session: Session, idea: Idea
) -> None:
    board = idea.board
    board.closed_at = clock.now()
    session.commit()
    page = read(client, f"/fr/b/{board.id}")
    assert not page.select("form")
    response = client.post(f"/fr/b/{board.id}/propose", data=sent("Mon idée"))
    assert response.status_code == 409
    assert "Mon idée" in response.get_data(as_text=True)
    assert client.post(f"/fr/b/{board.id}/ideas/{idea.id}/support", data=sent()).status_code == 409


@pytest.mark.parametrize(("act", "model"), [("support", Support), ("take-part", TakePart)])
def test_a_replayed_gesture_counts_once(
    client: FlaskClient, session: Session, idea: Idea, act: str, model: type[object]
) -> None:
    gesture: dict[str, str | UUID] = {"gesture": uuid4(), "theme": "sport", "page": "2"}
    for _ in range(5):
        response = client.post(f"/fr/b/{idea.board_id}/ideas/{idea.id}/{act}", data=gesture)
        assert response.status_code == 303
        assert f"#idea-{idea.id}" in response.headers["Location"]
        assert "theme=sport" in response.headers["Location"]
    assert count(session, model) == 1


def test_the_count_and_the_thanks_are_shown(client: FlaskClient, idea: Idea) -> None:
    path = f"/fr/b/{idea.board_id}/ideas/{idea.id}"
    for act in ("support", "take-part"):
        response = client.post(f"{path}/{act}", data={"gesture": uuid4()}, follow_redirects=True)
        page = BeautifulSoup(response.get_data(as_text=True), "html5lib")
        assert page.select_one(".counted:not([hidden])")
    number = page.select_one("[data-count]")
    assert number is not None
    assert number.text == "1"
    assert "accueil" in (page.select_one(".notice-good") or page).text


def test_another_site_cannot_send(client: FlaskClient, session: Session, board: Board) -> None:
    headers = {"Origin": "https://elsewhere.example"}
    response = client.post(f"/fr/b/{board.id}/propose", data=sent(), headers=headers)
    assert response.status_code == 403
    assert count(session, Idea) == 0


def test_an_idea_of_another_board_is_not_there(
    client: FlaskClient, session: Session, service: Service, idea: Idea
) -> None:
    other = builders.a_board(session, builders.a_campaign(session, service, "automne"))
    session.commit()
    path = f"/fr/b/{other.id}/ideas/{idea.id}/support"
    assert client.post(path, data={"gesture": uuid4()}).status_code == 404
    assert client.get("/fr/b/999999").status_code == 404


def test_long_boards_are_read_page_by_page(
    client: FlaskClient, session: Session, board: Board
) -> None:
    for n in range(13):
        builders.an_idea(session, board, f"Idée {n}")
    session.commit()
    first, second = (read(client, f"/fr/b/{board.id}?page={n}") for n in (1, 2))
    shown = [card.text for page in (first, second) for card in page.select(".idea-text")]
    assert len(first.select(".idea")) == 12
    assert len(set(shown)) == 13


def test_a_theme_shows_its_ideas_only(
    client: FlaskClient, session: Session, board: Board, idea: Idea
) -> None:
    idea.theme_id = board.themes[1].id
    builders.an_idea(session, board, "Un jardin.")
    session.commit()
    page = read(client, f"/fr/b/{board.id}?theme=sport")
    assert [card.text for card in page.select(".idea-text")] == ["On veut parler."]


@pytest.fixture
def tablet(client: FlaskClient, session: Session, service: Service) -> FlaskClient:
    """A browser that is the tablet of the service."""
    _device, token = kiosks.start_kiosk(session, service, name="Accueil", on=clock.today())
    session.commit()
    client.set_cookie("kiosk", token)
    return client


def test_a_tablet_says_so_and_knows_the_way_back(
    tablet: FlaskClient, session: Session, idea: Idea, service: Service
) -> None:
    for path in ("", "/propose", "/thanks"):
        page = read(tablet, f"/ar/b/{idea.board_id}{path}")
        assert page.body is not None
        assert page.body["data-home"] == "/kiosk"
        assert page.select_one("[data-erase]")
        assert page.select_one("[data-idle]")
    tablet.post(f"/ar/b/{idea.board_id}/propose", data=sent("أريد حديقة", written_in="ar"))
    kept = session.scalars(select(Idea).where(Idea.channel == "kiosk").order_by(Idea.id)).all()
    assert [(one.utterance.text, one.service_id) for one in kept if one.service_id] == [
        ("أريد حديقة", service.id)
    ]


def test_a_tablet_of_another_service_gives_no_service(
    client: FlaskClient, session: Session, structure: Structure, board: Board
) -> None:
    elsewhere = builders.a_service(session, structure, "lilas")
    _device, token = kiosks.start_kiosk(session, elsewhere, name="Accueil", on=clock.today())
    session.commit()
    client.set_cookie("kiosk", token)
    client.post(f"/fr/b/{board.id}/propose", data=sent())
    [kept] = session.scalars(select(Idea).order_by(Idea.id)).all()
    assert (kept.channel, kept.service_id) == ("kiosk", None)
