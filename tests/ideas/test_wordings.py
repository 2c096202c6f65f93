"""The same idea in other words: kept, shown where it comes from, counted once."""

import pytest
from sqlalchemy.orm import Session

from participation import clock
from participation.ideas import operations, queries
from participation.ideas.models import Board
from participation.ideas.rules import NotTheSame
from participation.people.models import Service
from participation.reports.queries import idea_counts
from tests.builders import a_board, a_campaign, a_proposal, an_idea


@pytest.fixture
def board(session: Session, service: Service) -> Board:
    return a_board(session, a_campaign(session, service))


def test_another_wording_is_kept_and_counted_once(session: Session, board: Board) -> None:
    first, other = an_idea(session, board), an_idea(session, board, "Parler français ensemble.")
    operations.say_the_same(session, other, first)
    shown = queries.ideas_on_board(session, board)
    assert [idea.id for idea in shown.ideas] == [first.id]
    assert shown.total == 1
    [kept] = queries.other_wordings(session, board)[first.id]
    assert kept.main("fr").text == "Parler français ensemble."
    assert idea_counts(session, board.campaign)[:2] == (2, 1)


def test_a_proposal_comes_from_every_wording(session: Session, board: Board) -> None:
    first, other = an_idea(session, board), an_idea(session, board, "Parler français ensemble.")
    operations.say_the_same(session, other, first)
    proposal = a_proposal(session, board.campaign)
    operations.group(session, proposal, first, by="Thomas", on=clock.today())
    assert {one.idea_id for one in proposal.provenance} == {first.id, other.id}


def test_wordings_make_no_chain(session: Session, board: Board) -> None:
    first, second, third = (an_idea(session, board) for _ in range(3))
    operations.say_the_same(session, second, first)
    for idea, of in ((third, second), (first, third), (third, third)):
        with pytest.raises(NotTheSame):
            operations.say_the_same(session, idea, of)
