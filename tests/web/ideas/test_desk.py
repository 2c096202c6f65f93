"""At the desk: open a board, group, word, publish, and write what is dictated."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from participation import clock
from participation.campaigns.models import Campaign
from participation.ideas import operations
from participation.ideas.models import Board, Idea, Proposal, Remark
from participation.ideas.rules import ProposalState
from participation.people.models import Service
from participation.voices import operations as voices
from participation.voices.rules import Moderation, Source
from participation.wording import State
from tests import builders

AsRole = Callable[..., FlaskClient]
DESK = "/fr/desk/campaigns/printemps/ideas"
NEW = {"proposal": "0", "title": "Un interprète", "pictogram": "speech", "competence": "service"}


@pytest.fixture
def campaign(session: Session, service: Service) -> Campaign:
    """A campaign that is open today."""
    made = builders.a_campaign(session, service)
    session.commit()
    return made


@pytest.fixture
def board(session: Session, campaign: Campaign) -> Board:
    """Its board."""
    made = builders.a_board(session, campaign)
    session.commit()
    return made


@pytest.fixture
def proposal(session: Session, board: Board) -> Proposal:
    """A published proposal that comes from one idea."""
    made = builders.a_proposal(session, board.campaign)
    idea = builders.an_idea(session, board, "Mon fils traduit tout.")
    operations.group(session, made, idea, by="Nadia", on=clock.today())
    session.commit()
    return made


def send(client: FlaskClient, path: str, **data: object) -> TestResponse:
    """Post a staff form."""
    sent: TestResponse = client.send(path, data=data)  # type: ignore[attr-defined]  # the page client
    return sent


def soup(response: TestResponse) -> BeautifulSoup:
    """What came back."""
    return BeautifulSoup(response.get_data(as_text=True), "html5lib")


def proposals(session: Session) -> list[Proposal]:
    """All proposals by number, read again."""
    session.expire_all()
    return list(session.scalars(select(Proposal).order_by(Proposal.number)))


def test_a_campaign_without_a_board_offers_one(
    as_role: AsRole, session: Session, campaign: Campaign
) -> None:
    client = as_role("worker")
    assert client.get(DESK).headers["Location"] == f"{DESK}/new-board"
    assert client.get(f"{DESK}/new-board").status_code == 200
    data = {
        "title": "Vos idées",
        "opens_on": str(campaign.opens_on),
        "closes_on": str(campaign.closes_on),
        "themes": ["garden", "sport"],
    }
    wrong = send(client, f"{DESK}/new-board", **{**data, "closes_on": "2001-01-01"})
    assert wrong.status_code == 409
    assert send(client, f"{DESK}/new-board", **data).status_code == 303
    [board] = session.scalars(select(Board).order_by(Board.id)).all()
    assert [theme.key for theme in board.themes] == ["garden", "sport"]
    assert client.get(DESK).status_code == 200


def test_ticked_ideas_become_a_proposal(as_role: AsRole, session: Session, board: Board) -> None:
    ideas = [builders.an_idea(session, board, text) for text in ("Un", "Deux")]
    session.commit()
    client = as_role("worker")
    assert send(client, DESK, ideas=[idea.id for idea in ideas], **NEW).status_code == 303
    [made] = proposals(session)
    assert (made.title_fr, made.state) == ("Un interprète", ProposalState.DRAFT)
    assert {link.idea_id for link in made.provenance} == {idea.id for idea in ideas}
    assert {link.grouped_by for link in made.provenance} == {"Worker of valbrenne"}
    page = soup(client.get(DESK))
    assert len(page.select(".proposal li")) == 2


def test_an_idea_joins_a_proposal_that_exists(
    as_role: AsRole, session: Session, board: Board, proposal: Proposal
) -> None:
    idea = builders.an_idea(session, board, "Pas les enfants.")
    session.commit()
    data = {**NEW, "proposal": str(proposal.id), "title": ""}
    assert send(as_role("manager"), DESK, ideas=[idea.id], **data).status_code == 303
    assert len(proposals(session)[0].provenance) == 2


@pytest.mark.parametrize("missing", ["ideas", "title"])
def test_grouping_says_what_is_missing_and_keeps_the_rest(
    as_role: AsRole, session: Session, board: Board, missing: str
) -> None:
    idea = builders.an_idea(session, board)
    session.commit()
    data: dict[str, object] = {**NEW, "label": "Interprète", "ideas": [idea.id]}
    data.pop(missing)
    response = send(as_role("worker"), DESK, **data)
    page = soup(response)
    assert response.status_code == 409
    assert page.select_one("#problems")
    assert page.select_one('[name=label][value="Interprète"]')
    assert bool(page.select("[name=ideas][checked]")) is (missing == "title")
    assert proposals(session) == []


def test_what_waits_cannot_be_grouped(as_role: AsRole, session: Session, board: Board) -> None:
    idea = builders.an_idea(session, board, moderation=Moderation.WAITING)
    session.commit()
    assert send(as_role("worker"), DESK, ideas=[idea.id], **NEW).status_code == 409
    assert proposals(session) == []


def test_titles_are_written_in_each_language(
    as_role: AsRole, session: Session, proposal: Proposal
) -> None:
    data = {
        "title_0": "Un interprète par téléphone",
        "title_2": "مترجم",
        "reviewed_2": "y",
        "title_4": "Перекладач",
        "pictogram": "phone",
        "competence": "commune",
        "label": "Interprète",
    }
    path = f"{DESK}/proposals/{proposal.id}"
    client = as_role("worker")
    assert send(client, path, **data).status_code == 303
    [made] = proposals(session)
    assert made.title_fr == "Un interprète par téléphone"
    states = {tag: text.state for tag, text in made.title.texts.items()}
    assert states == {"fr": State.REVIEWED, "ar": State.REVIEWED, "uk": State.DRAFT}
    empty = send(client, path, **{**data, "title_0": " "})
    assert empty.status_code == 409


def test_taking_out_leaves_the_idea(as_role: AsRole, session: Session, proposal: Proposal) -> None:
    [link] = proposal.provenance
    client, path = as_role("worker"), f"{DESK}/proposals/{proposal.id}"
    assert send(client, f"{path}/ungroup", idea=link.idea_id).status_code == 303
    assert proposals(session)[0].provenance == []
    assert send(client, f"{path}/ungroup").status_code == 409


def test_publishing_and_taking_back(as_role: AsRole, session: Session, proposal: Proposal) -> None:
    client, path = as_role("worker"), f"{DESK}/proposals/{proposal.id}"
    assert client.get(path).status_code == 200
    assert send(client, f"{path}/withdraw").status_code == 303
    assert proposals(session)[0].state is ProposalState.WITHDRAWN
    assert send(client, f"{path}/publish").status_code == 303
    assert proposals(session)[0].state is ProposalState.PUBLISHED
    assert send(client, f"{path}/delete").status_code == 404


def test_a_frozen_proposal_says_why_it_stays(
    as_role: AsRole, session: Session, proposal: Proposal
) -> None:
    operations.freeze(session, [proposal], at=clock.now())
    session.commit()
    client, path = as_role("worker"), f"{DESK}/proposals/{proposal.id}"
    response = send(client, f"{path}/withdraw")
    assert response.status_code == 409
    assert soup(response).select_one("#problems")
    assert not soup(client.get(path)).select("[name=title_0]")


def test_words_taken_back_leave_the_proposal(
    as_role: AsRole, session: Session, proposal: Proposal
) -> None:
    said = proposal.provenance[0].idea.utterance
    voices.moderate(session, said, moderation=Moderation.WITHDRAWN, by="worker")
    session.commit()
    client = as_role("worker")
    for path in (DESK, f"{DESK}/proposals/{proposal.id}"):
        assert "Mon fils" not in client.get(path).get_data(as_text=True)


def test_a_remark_waits_to_be_read(as_role: AsRole, session: Session, proposal: Proposal) -> None:
    path = f"{DESK}/proposals/{proposal.id}"
    client = as_role("worker")
    data = {"text": "Pas de liste fixe.", "written_in": "fr", "people": "4"}
    assert send(client, f"{path}/remarks", **data).status_code == 303
    [remark] = session.scalars(select(Remark).order_by(Remark.utterance_id)).all()
    assert (remark.people, remark.utterance.moderation) == (4, Moderation.WAITING)
    page = client.get(path).get_data(as_text=True)
    assert "Pas de liste fixe." not in page
    assert send(client, f"{path}/remarks", **{**data, "text": ""}).status_code == 409


@pytest.mark.parametrize("role", ["reception", "volunteer", "worker"])
def test_a_dictated_idea_keeps_its_language(
    as_role: AsRole, session: Session, board: Board, service: Service, role: str
) -> None:
    client = as_role(role)
    assert client.get(f"{DESK}/dictate").status_code == 200
    data = {
        "gesture": str(uuid4()),
        "spoken": "snk",
        "text": "On sait cultiver.",
        "written": "french",
        "source": "group",
        "kind": "offer",
        "theme": "",
        "channel": "room",
        "service": str(service.id),
    }
    for _ in range(2):
        assert send(client, f"{DESK}/dictate", **data).status_code == 303
    [idea] = session.scalars(select(Idea).order_by(Idea.id)).all()
    said = idea.utterance
    assert (said.language, said.written_in, said.is_oral) == ("snk", "fr", True)
    assert (said.source, idea.channel, said.told_original_may_show) == (Source.GROUP, "room", False)
    assert said.moderation is Moderation.WAITING
    assert send(client, f"{DESK}/dictate", **{**data, "text": "  "}).status_code == 409


def test_another_structure_cannot_reach_a_proposal(
    stranger: FlaskClient, session: Session, proposal: Proposal
) -> None:
    path = f"{DESK}/proposals/{proposal.id}"
    assert stranger.get(path).status_code == 404
    assert send(stranger, f"{path}/withdraw").status_code == 404
    assert send(stranger, DESK, ideas=[1], **NEW).status_code == 404
    assert proposals(session)[0].state is ProposalState.PUBLISHED


def test_a_proposal_is_reached_through_its_own_campaign(
    as_role: AsRole, session: Session, service: Service, proposal: Proposal
) -> None:
    builders.a_campaign(session, service, "automne")
    session.commit()
    path = f"/fr/desk/campaigns/automne/ideas/proposals/{proposal.id}"
    assert as_role("worker").get(path).status_code == 404
