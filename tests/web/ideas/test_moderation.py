"""Staff read before anybody else; what they decide is kept, once."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from participation import clock
from participation.ideas import operations as ideas
from participation.ideas.models import Board, Idea
from participation.journal.models import JournalEntry
from participation.people.models import Service
from participation.voices.rules import Moderation
from participation.wording import State
from tests import builders

AsRole = Callable[..., FlaskClient]
DESK = "/fr/desk/campaigns/printemps"


@pytest.fixture
def board(session: Session, service: Service) -> Board:
    """A board that is open today."""
    made = builders.a_board(session, builders.a_campaign(session, service))
    session.commit()
    return made


@pytest.fixture
def idea(session: Session, board: Board) -> Idea:
    """An idea that waits to be read."""
    made = builders.an_idea(session, board, "أريد زاوية ألعاب", "ar", Moderation.WAITING)
    session.commit()
    return made


def act(client: FlaskClient, idea: Idea, name: str, **fields: str) -> int:
    """Press a button of the case."""
    path = f"{DESK}/moderation/{idea.utterance_id}"
    data = {"act": name, "seen": "waiting", **fields}
    return client.send(path, data=data).status_code  # type: ignore[attr-defined]  # the page client


def soup(client: FlaskClient, path: str) -> BeautifulSoup:
    """A page that must be there."""
    response = client.get(path)
    assert response.status_code == 200
    return BeautifulSoup(response.get_data(as_text=True), "html5lib")


def test_the_queue_shows_own_words_with_their_language(as_role: AsRole, idea: Idea) -> None:
    words = soup(as_role("worker"), f"{DESK}/moderation").select_one(".case-words")
    assert words is not None
    assert (words["lang"], words["dir"], words.text.strip()) == ("ar", "rtl", "أريد زاوية ألعاب")


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("publish", Moderation.PUBLISHED),
        ("reroute", Moderation.REROUTED),
        ("alert", Moderation.ALERT),
        ("withdraw", Moderation.WITHDRAWN),
    ],
)
def test_each_button_decides(
    as_role: AsRole, session: Session, idea: Idea, name: str, state: Moderation
) -> None:
    assert act(as_role("worker"), idea, name) == 303
    session.refresh(idea.utterance)
    assert idea.utterance.moderation is state
    assert idea.utterance.moderated_by == "Worker of valbrenne"
    notes = session.scalars(select(JournalEntry).order_by(JournalEntry.id)).all()
    assert [(one.act, one.subject) for one in notes] == [(f"words_{name}", "printemps")]


def test_a_refusal_without_a_reason_says_so(as_role: AsRole, session: Session, idea: Idea) -> None:
    client = as_role("worker")
    assert act(client, idea, "refuse") == 409
    assert act(client, idea, "refuse", reason="Insulte.") == 303
    session.refresh(idea.utterance)
    assert (idea.utterance.moderation, idea.utterance.reason) == (Moderation.REFUSED, "Insulte.")


def test_publishing_keeps_the_french_that_was_typed(
    as_role: AsRole, session: Session, idea: Idea
) -> None:
    act(as_role("worker"), idea, "publish", french="Un coin jeux.", is_checked="y")
    session.refresh(idea.utterance)
    said = idea.utterance
    assert (said.french, said.french_state) == ("Un coin jeux.", State.REVIEWED)
    assert said.french_reviewer == "worker"


def test_the_second_moderator_gets_a_clear_sentence(
    as_role: AsRole, session: Session, idea: Idea
) -> None:
    assert act(as_role("worker"), idea, "publish") == 303
    second = as_role("manager")
    path = f"{DESK}/moderation/{idea.utterance_id}"
    response = second.send(path, data={"act": "reroute", "seen": "waiting"})  # type: ignore[attr-defined]  # the page client
    page = BeautifulSoup(response.get_data(as_text=True), "html5lib")
    assert response.status_code == 409
    assert "Worker of valbrenne" in (page.select_one("#problems") or page.new_tag("p")).text
    seen = page.select_one("[name=seen]")
    assert seen is not None
    assert seen["value"] == "published"
    session.refresh(idea.utterance)
    assert idea.utterance.moderation is Moderation.PUBLISHED


def test_words_are_hidden_in_both_languages(as_role: AsRole, session: Session, idea: Idea) -> None:
    client = as_role("worker")
    act(client, idea, "save", french="Madame Martin crie.")
    assert (
        act(client, idea, "hide", hide="زاوية, Madame Martin", french="Madame Martin crie.") == 303
    )
    session.refresh(idea.utterance)
    assert idea.utterance.shown == "أريد […] ألعاب"
    assert idea.utterance.french == "[…] crie."
    assert idea.utterance.text == "أريد زاوية ألعاب"
    assert act(client, idea, "hide", hide="nowhere") == 409
    assert act(client, idea, "unhide") == 303
    session.refresh(idea.utterance)
    assert idea.utterance.shown == "أريد زاوية ألعاب"


def test_erasing_needs_the_cause(as_role: AsRole, session: Session, idea: Idea) -> None:
    client = as_role("manager")
    assert act(client, idea, "erase") == 409
    assert act(client, idea, "erase", reason="Demande de l’auteur") == 303
    session.refresh(idea.utterance)
    assert idea.utterance.text is None
    assert client.get(f"{DESK}/moderation/{idea.utterance_id}").status_code == 404


def test_what_names_somebody_is_pointed_at(as_role: AsRole, session: Session, board: Board) -> None:
    text = "Madame Devaux ne rappelle pas au 06 12 34 56 78."
    builders.an_idea(session, board, text, moderation=Moderation.WAITING)
    session.commit()
    page = soup(as_role("worker"), f"{DESK}/moderation")
    assert [mark.text for mark in page.select("mark")] == ["Madame Devaux", "06 12 34 56 78"]


def test_remarks_stand_in_the_same_queue(as_role: AsRole, session: Session, board: Board) -> None:
    proposal = builders.a_proposal(session, board.campaign)
    ideas.add_remark(
        session, proposal, text="Pas de liste fixe.", language="fr", day=clock.today(), people=4
    )
    session.commit()
    page = soup(as_role("worker"), f"{DESK}/moderation")
    assert "Pas de liste fixe." in page.text
    assert "Proposition 1" in page.text


def test_each_state_has_its_page(as_role: AsRole, session: Session, board: Board) -> None:
    for state in Moderation:
        builders.an_idea(session, board, f"words {state}", moderation=state)
    session.commit()
    client = as_role("manager")
    for state in Moderation:
        shown = [
            words.text.strip()
            for words in soup(client, f"{DESK}/moderation?state={state}").select(".case-words")
        ]
        assert shown == [f"words {state}"]


def test_an_unknown_act_changes_nothing(as_role: AsRole, session: Session, idea: Idea) -> None:
    assert act(as_role("worker"), idea, "promote") == 409
    session.refresh(idea.utterance)
    assert idea.utterance.moderation is Moderation.WAITING


@pytest.mark.parametrize("role", ["reception", "volunteer"])
def test_others_do_not_read_what_waits(as_role: AsRole, idea: Idea, role: str) -> None:
    client = as_role(role)
    assert client.get(f"{DESK}/moderation").status_code == 403
    assert client.get(f"{DESK}/ideas").status_code == 403


def test_another_structure_finds_nothing(stranger: FlaskClient, idea: Idea) -> None:
    assert stranger.get(f"{DESK}/moderation").status_code == 404
    assert stranger.get(f"{DESK}/ideas").status_code == 404
    assert act(stranger, idea, "publish") == 404


def test_words_of_another_campaign_are_not_there(
    as_role: AsRole, session: Session, service: Service, idea: Idea
) -> None:
    builders.a_campaign(session, service, "automne")
    session.commit()
    path = f"/fr/desk/campaigns/automne/moderation/{idea.utterance_id}"
    assert as_role("worker").get(path).status_code == 404
