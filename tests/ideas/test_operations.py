"""Proposing, supporting and taking part are counted exactly once."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation import clock
from participation.campaigns.rules import Channel
from participation.errors import NotFound
from participation.ideas import operations
from participation.ideas.models import Board, Idea, Support, TakePart
from participation.ideas.rules import BoardClosed, IdeaKind, IdeaNotShown
from participation.people.models import Service
from participation.receipts.models import Aside
from participation.receipts.operations import OtherContent
from participation.voices.rules import Moderation, NothingSaid
from participation.wording import Words
from tests import builders

TODAY = clock.today()


@pytest.fixture
def board(session: Session, service: Service) -> Board:
    """A board that is open today."""
    return builders.a_board(session, builders.a_campaign(session, service))


def propose(
    session: Session, board: Board, text: str = "Un jardin.", gesture: UUID | None = None
) -> Idea | None:
    """Propose from a phone today, in French."""
    return operations.propose_idea(
        session,
        board,
        gesture=gesture or uuid4(),
        language="fr",
        text=text,
        channel=Channel.LINK,
        day=TODAY,
    )


def count(session: Session, model: type[object]) -> int:
    """How many rows there are."""
    return session.scalar(select(func.count()).select_from(model)) or 0


def test_a_proposed_idea_waits_to_be_read(session: Session, board: Board) -> None:
    idea = propose(session, board)
    assert idea is not None
    assert idea.utterance.text == "Un jardin."
    assert idea.utterance.told_original_may_show
    assert (idea.kind, idea.channel) == (IdeaKind.WISH, Channel.LINK)
    assert not idea.utterance.is_publishable


def test_a_replayed_proposal_counts_once(session: Session, board: Board) -> None:
    gesture = uuid4()
    assert propose(session, board, gesture=gesture) is not None
    assert propose(session, board, gesture=gesture) is None
    assert count(session, Idea) == 1


def test_other_words_under_the_same_gesture_are_kept_aside(session: Session, board: Board) -> None:
    gesture = uuid4()
    propose(session, board, "Un jardin.", gesture)
    with pytest.raises(OtherContent):
        propose(session, board, "Un vélo.", gesture)
    assert count(session, Idea) == 1
    aside = session.scalars(select(Aside).order_by(Aside.id)).one()
    assert "Un vélo." in str(aside.content)


def test_a_closed_board_takes_nothing(session: Session, board: Board) -> None:
    board.closes_on = TODAY - timedelta(days=1)
    with pytest.raises(BoardClosed):
        propose(session, board)
    assert count(session, Idea) == 0


def test_a_closed_campaign_closes_its_board(session: Session, board: Board) -> None:
    board.campaign.closed_at = clock.now()
    with pytest.raises(BoardClosed):
        propose(session, board)


def test_an_empty_idea_is_refused(session: Session, board: Board) -> None:
    with pytest.raises(NothingSaid):
        propose(session, board, "\u200b \u202e")


def test_a_theme_of_another_board_is_refused(
    session: Session, board: Board, service: Service
) -> None:
    other = builders.a_board(session, builders.a_campaign(session, service, "automne"))
    theme = operations.add_theme(
        session, other, key="garden", words=Words.of(fr="Jardin"), pictogram="garden"
    )
    with pytest.raises(NotFound):
        operations.propose_idea(
            session,
            board,
            gesture=uuid4(),
            language="fr",
            text="Un jardin.",
            channel=Channel.LINK,
            day=TODAY,
            theme=theme,
        )


def test_themes_stand_in_the_order_they_were_added(session: Session, board: Board) -> None:
    for key in ("sport", "garden"):
        operations.add_theme(session, board, key=key, words=Words.of(fr=key), pictogram=key)
    assert [(theme.key, theme.position) for theme in board.themes] == [("sport", 0), ("garden", 1)]


@pytest.mark.parametrize(
    ("act", "rows"), [(operations.support_idea, Support), (operations.take_part, TakePart)]
)
class TestCounting:
    """What holds for "me too" and for "I want to take part" alike."""

    def test_a_replayed_gesture_counts_once(self, session, board, act, rows) -> None:
        idea, gesture = builders.an_idea(session, board), uuid4()
        assert act(session, idea, gesture=gesture, on=TODAY)
        assert not act(session, idea, gesture=gesture, on=TODAY)
        assert act(session, idea, gesture=uuid4(), on=TODAY)
        assert count(session, rows) == 2

    def test_a_gesture_is_for_one_idea(self, session, board, act, rows) -> None:
        gesture = uuid4()
        act(session, builders.an_idea(session, board), gesture=gesture, on=TODAY)
        with pytest.raises(OtherContent):
            act(session, builders.an_idea(session, board), gesture=gesture, on=TODAY)
        assert count(session, rows) == 1

    def test_a_closed_board_counts_nothing(self, session, board, act, rows) -> None:
        idea = builders.an_idea(session, board)
        with pytest.raises(BoardClosed):
            act(session, idea, gesture=uuid4(), on=board.closes_on + timedelta(days=1))
        assert count(session, rows) == 0

    @pytest.mark.parametrize("hidden", [one for one in Moderation if one != "published"])
    def test_an_idea_that_is_not_shown_counts_nothing(
        self, session, board, act, rows, hidden
    ) -> None:
        idea = builders.an_idea(session, board, moderation=hidden)
        with pytest.raises(IdeaNotShown):
            act(session, idea, gesture=uuid4(), on=TODAY)
        assert count(session, rows) == 0
