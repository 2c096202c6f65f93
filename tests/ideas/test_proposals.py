"""Ideas become proposals; where each comes from stays known."""

import pytest
from sqlalchemy.orm import Session

from participation import clock
from participation.errors import NotFound
from participation.ideas import operations
from participation.ideas.models import Board, Proposal
from participation.ideas.rules import (
    Competence,
    IdeaNotPublished,
    ProposalEmpty,
    ProposalFrozen,
    ProposalState,
)
from participation.people.models import Service
from participation.voices.rules import Moderation
from participation.wording import Words
from tests import builders

TODAY = clock.today()


@pytest.fixture
def board(session: Session, service: Service) -> Board:
    """A board that is open today."""
    return builders.a_board(session, builders.a_campaign(session, service))


@pytest.fixture
def proposal(session: Session, board: Board) -> Proposal:
    """A drafted proposal."""
    return draft(session, board)


def draft(session: Session, board: Board, title: str = "Un interprète") -> Proposal:
    """Draft a proposal in the board's campaign."""
    return operations.draft_proposal(
        session, board.campaign, title=Words.of(fr=title), competence=Competence.SERVICE
    )


def test_proposals_are_numbered_within_their_campaign(session: Session, board: Board) -> None:
    other = builders.a_board(session, builders.a_campaign(session, board.campaign.services[0], "b"))
    assert [draft(session, board).number for _ in range(3)] == [1, 2, 3]
    assert draft(session, other).number == 1


def test_a_proposal_has_a_french_title(session: Session, board: Board) -> None:
    with pytest.raises(ProposalEmpty):
        operations.draft_proposal(
            session, board.campaign, title=Words.of(ar="مترجم"), competence=Competence.SERVICE
        )


def test_grouping_keeps_every_wording(session: Session, board: Board, proposal: Proposal) -> None:
    texts = ["Mon fils traduit tout.", "Un interprète."]
    ideas = [builders.an_idea(session, board, text) for text in texts]
    for idea in (*ideas, ideas[0]):
        operations.group(session, proposal, idea, by="worker", on=TODAY)
    kept = {link.idea.utterance.text for link in proposal.provenance}
    assert kept == set(texts)


def test_an_idea_can_feed_two_proposals(session: Session, board: Board) -> None:
    idea = builders.an_idea(session, board)
    for proposal in (draft(session, board), draft(session, board, "Un café")):
        operations.group(session, proposal, idea, by="worker", on=TODAY)
        assert [link.idea_id for link in proposal.provenance] == [idea.id]


def test_ungrouping_leaves_the_idea(session: Session, board: Board, proposal: Proposal) -> None:
    idea = builders.an_idea(session, board)
    operations.group(session, proposal, idea, by="worker", on=TODAY)
    operations.ungroup(session, proposal, idea)
    operations.ungroup(session, proposal, idea)
    assert proposal.provenance == []
    assert idea.utterance.is_publishable


def test_only_what_was_published_is_grouped(
    session: Session, board: Board, proposal: Proposal
) -> None:
    idea = builders.an_idea(session, board, moderation=Moderation.WAITING)
    with pytest.raises(IdeaNotPublished):
        operations.group(session, proposal, idea, by="worker", on=TODAY)


def test_an_idea_of_another_campaign_is_out_of_reach(
    session: Session, board: Board, proposal: Proposal
) -> None:
    other = builders.a_board(session, builders.a_campaign(session, board.campaign.services[0], "b"))
    with pytest.raises(NotFound):
        operations.group(session, proposal, builders.an_idea(session, other), by="worker", on=TODAY)


def test_an_opened_poll_freezes(session: Session, board: Board, proposal: Proposal) -> None:
    idea, later = builders.an_idea(session, board), builders.an_idea(session, board, "Autre")
    operations.group(session, proposal, idea, by="worker", on=TODAY)
    operations.publish_proposal(session, proposal)
    operations.freeze(session, [proposal], at=clock.now())
    with pytest.raises(ProposalFrozen):
        operations.group(session, proposal, later, by="worker", on=TODAY)
    with pytest.raises(ProposalFrozen):
        operations.ungroup(session, proposal, idea)
    with pytest.raises(ProposalFrozen):
        operations.withdraw_proposal(session, proposal)
    with pytest.raises(ProposalFrozen):
        operations.reword_proposal(
            session, proposal, title=Words.of(fr="Autre"), competence=Competence.CAF
        )
    assert proposal.title_fr == "Un interprète"
    assert proposal.state is ProposalState.PUBLISHED


def test_rewording_keeps_the_two_french_titles_together(
    session: Session, proposal: Proposal
) -> None:
    operations.reword_proposal(
        session,
        proposal,
        title=Words.of(fr="Un interprète par téléphone", ar="مترجم"),
        competence=Competence.COMMUNE,
        label="Interprète",
        pictogram="phone",
    )
    assert proposal.title_fr == proposal.title.get("fr") == "Un interprète par téléphone"


def test_a_remark_waits_like_any_words_even_after_the_vote(
    session: Session, proposal: Proposal
) -> None:
    operations.freeze(session, [proposal], at=clock.now())
    remark = operations.add_remark(
        session, proposal, text="Pas de liste fixe.", language="fr", people=4, day=TODAY
    )
    assert remark.people == 4
    assert remark.utterance.moderation is Moderation.WAITING
