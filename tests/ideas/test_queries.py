"""The board, proposals and the queue cost the same whatever their size, and show what they may."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.rules import Channel
from participation.ideas import operations, queries, queue
from participation.ideas.models import Board
from participation.ideas.queue import Origin
from participation.people.models import Service
from participation.questionnaires.models import (
    FreeText,
    Opening,
    Question,
    Questionnaire,
    Response,
    Version,
)
from participation.storage.engine import Database
from participation.voices import operations as voices
from participation.voices.models import Utterance
from participation.voices.rules import Moderation
from participation.wording import Words
from tests import builders

TODAY = clock.today()


@pytest.fixture
def board(session: Session, service: Service) -> Board:
    """A board that is open today."""
    return builders.a_board(session, builders.a_campaign(session, service))


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    """The statements sent while the block runs."""
    sent: list[str] = []

    def note(*arguments: object) -> None:
        sent.append(str(arguments[2]))

    event.listen(database.engine, "before_cursor_execute", note)
    yield sent
    event.remove(database.engine, "before_cursor_execute", note)


def fill(session: Session, board: Board, count: int) -> None:
    """Ideas with support, each in a proposal, with a remark."""
    for n in range(count):
        idea = builders.an_idea(session, board, f"Idée {n}")
        operations.support_idea(session, idea, gesture=uuid4(), on=TODAY)
        number = 1 + session.query(queries.Proposal).count()
        proposal = builders.a_proposal(session, board.campaign, number)
        operations.group(session, proposal, idea, by="worker", on=TODAY)
        operations.add_remark(session, proposal, text="Mais…", language="fr", day=TODAY)
    session.commit()


READS: dict[str, Callable[[Session, Board], object]] = {
    "board": queries.ideas_on_board,
    "grouped": lambda session, board: queries.idea_ids_in_proposals(session, board.campaign_id),
    "proposals": lambda session, board: queries.proposals(session, board.campaign_id),
    "counts": lambda session, board: queue.counts(session, board.campaign_id),
    "queue": lambda session, board: queue.words_to_read(
        session, board.campaign_id, state=Moderation.WAITING, limit=100
    ),
}


@pytest.mark.parametrize("name", READS)
def test_fifty_ideas_cost_what_five_do(
    session: Session, database: Database, board: Board, name: str
) -> None:
    costs = []
    for more in (5, 45):
        fill(session, board, more)
        session.expunge_all()
        here = session.get_one(Board, board.id)
        with counted(database) as sent:
            READS[name](session, here)
        costs.append(len(sent))
    assert costs[0] == costs[1] <= 2


def test_the_most_supported_comes_first(session: Session, board: Board) -> None:
    for text, times in (("un", 1), ("trois", 3), ("deux", 2)):
        idea = builders.an_idea(session, board, text)
        for _ in range(times):
            operations.support_idea(session, idea, gesture=uuid4(), on=TODAY)
        operations.take_part(session, idea, gesture=uuid4(), on=TODAY)
    shown = queries.ideas_on_board(session, board).ideas
    assert [(one.quote.own, one.support, one.takes_part) for one in shown] == [
        ("trois", 3, 1),
        ("deux", 2, 1),
        ("un", 1, 1),
    ]


def dictated(session: Session, board: Board, french: str = "") -> None:
    """A published idea in Turkish whose author was not told."""
    idea = operations.propose_idea(
        session,
        board,
        gesture=uuid4(),
        language="tr",
        text="Sıra listesi",
        channel=Channel.ROOM,
        day=TODAY,
        told_original_may_show=False,
    )
    assert idea is not None
    idea.utterance.french = french
    voices.moderate(session, idea.utterance, moderation=Moderation.PUBLISHED, by="worker")


def answer_in(session: Session, opening: Opening, language: str, count: int) -> None:
    """Responses in one language."""
    session.add_all(
        Response(
            opening_id=opening.id,
            language=language,
            read_in=language,
            channel=Channel.KIOSK,
            day=TODAY,
        )
        for _ in range(count)
    )
    session.flush()


@pytest.fixture
def opening(session: Session, board: Board, service: Service) -> Opening:
    """A question that is open in the campaign."""
    owner = board.structure_id
    asked = Questionnaire(structure_id=owner, short_name="q", title=Words.of(fr="Q"))
    version = Version(structure_id=owner, questionnaire=asked, number=1)
    question = Question(
        version=version, key="why", position=0, kind="text", words=Words.of(fr="Pourquoi ?")
    )
    opened = Opening(
        structure_id=owner,
        token="t",
        version=version,
        campaign_id=board.campaign_id,
        service_id=service.id,
        channels=["kiosk"],
        opens_on=TODAY,
        closes_on=TODAY,
    )
    session.add_all([asked, version, question, opened])
    session.flush()
    return opened


def test_an_original_without_consent_waits_for_a_crowd(
    session: Session, board: Board, opening: Opening
) -> None:
    dictated(session, board)
    dictated(session, board, french="Une liste de passage")
    answer_in(session, opening, "tr", 10)
    [only] = queries.ideas_on_board(session, board).ideas
    assert (only.quote.own, only.quote.main("fr").text) == ("", "Une liste de passage")
    answer_in(session, opening, "tr", 1)
    crowd = queries.ideas_on_board(session, board).ideas
    assert [one.quote.own for one in crowd] == ["Sıra listesi", "Sıra listesi"]


def test_free_texts_and_remarks_and_ideas_share_the_queue(
    session: Session, board: Board, opening: Opening
) -> None:
    builders.an_idea(session, board, "une idée", moderation=Moderation.WAITING)
    proposal = builders.a_proposal(session, board.campaign)
    operations.add_remark(session, proposal, text="une remarque", language="fr", day=TODAY)
    said = Utterance(structure_id=board.structure_id, language="fr", text="une réponse", day=TODAY)
    session.add(said)
    session.flush()
    question = opening.version.questions[0]
    session.add(FreeText(utterance_id=said.id, opening_id=opening.id, question_id=question.id))
    session.flush()
    items = queue.words_to_read(session, board.campaign_id, state=Moderation.WAITING)
    assert {(one.own, one.origin, str(one.about)) for one in items} == {
        ("une idée", Origin.IDEA, ""),
        ("une remarque", Origin.REMARK, "Proposition 1"),
        ("une réponse", Origin.ANSWER, "Pourquoi ?"),
    }
    assert queue.counts(session, board.campaign_id)[Moderation.WAITING] == 3
    assert queue.oldest_waiting(session, board.campaign_id) == TODAY


def test_another_campaign_has_its_own_queue(
    session: Session, board: Board, service: Service
) -> None:
    idea = builders.an_idea(session, board, moderation=Moderation.WAITING)
    other = builders.a_campaign(session, service, "automne")
    assert queue.words_to_read(session, other.id, state=Moderation.WAITING) == []
    assert queue.one_to_read(session, other.id, idea.utterance_id) is None


def test_a_proposal_keeps_every_wording_but_shows_what_it_may(
    session: Session, board: Board
) -> None:
    proposal = builders.a_proposal(session, board.campaign)
    ideas = [builders.an_idea(session, board, text) for text in ("un", "deux")]
    for idea in ideas:
        operations.group(session, proposal, idea, by="worker", on=TODAY)
    voices.moderate(session, ideas[1].utterance, moderation=Moderation.WITHDRAWN, by="worker")
    builders.a_proposal(session, board.campaign, 2)
    first, second = queries.proposals(session, board.campaign_id)
    shown = {one.idea_id: one.quote and one.quote.own for one in first.wordings}
    assert shown == {ideas[0].id: "un", ideas[1].id: None}
    assert second.wordings == ()
