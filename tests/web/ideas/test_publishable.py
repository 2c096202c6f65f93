"""What may not be shown is on no page of residents, in no language, whoever asks."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.rules import Channel
from participation.ideas import operations
from participation.ideas.models import Board, Idea
from participation.kiosks import operations as kiosks
from participation.people.models import Service
from participation.voices import operations as voices
from participation.voices.rules import Moderation
from tests import builders

TAGS = ("fr", "en", "ar", "fa-AF", "uk")
FORBIDDEN = [state for state in Moderation if state is not Moderation.PUBLISHED]


def plant(session: Session, board: Board) -> list[str]:
    """One idea of each forbidden state, one erased, one masked, one in words not to be shown."""
    planted = []
    for state in FORBIDDEN:
        idea = builders.an_idea(session, board, f"secret-{state}", "uk", state)
        idea.utterance.french, idea.utterance.simple = f"caché-{state}", f"simple-{state}"
        idea.theme = board.themes[0]
        planted += [f"secret-{state}", f"caché-{state}", f"simple-{state}"]
    erased = builders.an_idea(session, board, "secret-erased")
    voices.erase(session, erased.utterance, cause="author")
    masked = builders.an_idea(session, board, "shown secret-masked")
    voices.hide(session, masked.utterance, pieces=["secret-masked"])
    untold = voices.say(
        session,
        structure_id=board.structure_id,
        language="tr",
        text="secret-untold",
        french="shown in French",
        day=clock.today(),
    )
    voices.moderate(session, untold, moderation=Moderation.PUBLISHED, by="worker")
    session.add(
        Idea(
            structure_id=board.structure_id,
            board_id=board.id,
            utterance_id=untold.id,
            channel=Channel.ROOM,
        )
    )
    session.flush()
    return [*planted, "secret-erased", "secret-masked", "secret-untold"]


def addresses(app: Flask, board: Board) -> list[str]:
    """Every page of residents that this feature serves by GET, in every language."""
    found = []
    for rule in app.url_map.iter_rules():
        is_ours = rule.endpoint.startswith("ideas.") and "GET" in (rule.methods or set())
        if is_ours and "/desk" not in rule.rule:
            for tag in TAGS:
                path = rule.rule.replace("<language>", tag)
                found.append(path.replace("<int:board_id>", str(board.id)))
    return found


@pytest.fixture
def board(session: Session, service: Service) -> Board:
    """A board with one theme, read by everybody."""
    made = builders.a_board(session, builders.a_campaign(session, service))
    words = made.campaign.title
    operations.add_theme(session, made, key="garden", words=words, pictogram="garden")
    session.commit()
    return made


@pytest.mark.parametrize("surface", ["phone", "tablet", "worker"])
def test_no_page_of_residents_holds_forbidden_words(
    app: Flask,
    client: FlaskClient,
    as_role: Callable[..., FlaskClient],
    session: Session,
    service: Service,
    board: Board,
    surface: str,
) -> None:
    planted = plant(session, board)
    builders.an_idea(session, board, "everybody reads this")
    _device, token = kiosks.start_kiosk(session, service, name="Accueil", on=clock.today())
    session.commit()
    asking = as_role("worker") if surface == "worker" else client
    if surface == "tablet":
        asking.set_cookie("kiosk", token)
    paths = addresses(app, board)
    assert len(paths) == 3 * len(TAGS)
    board_path = f"/fr/b/{board.id}"
    for path in [*paths, f"{board_path}?theme=garden", f"{board_path}?page=2"]:
        response = asking.get(path)
        assert response.status_code == 200
        found = [words for words in planted if words in response.get_data(as_text=True)]
        assert found == [], path
    assert "everybody reads this" in asking.get(board_path).get_data(as_text=True)


def test_desk_groups_only_what_is_published(
    as_role: Callable[..., FlaskClient], session: Session, board: Board
) -> None:
    planted = plant(session, board)
    session.commit()
    page = as_role("worker").get("/fr/desk/campaigns/printemps/ideas").get_data(as_text=True)
    assert [words for words in planted if words in page] == []
