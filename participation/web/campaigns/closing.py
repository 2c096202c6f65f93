"""What closing a campaign does to votes and boards; questionnaires register their own part."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.campaigns.rules import VoteStillOpen
from participation.ideas.models import Board
from participation.web.regions import closes
from participation.workshops.models import Poll
from participation.workshops.rules import PollState


@closes(10)
def refuse_open_votes(session: Session, campaign: Campaign, _at: datetime) -> None:
    """People may be voting at this moment: the vote is closed first. Raises VoteStillOpen."""
    found = session.scalar(
        select(Poll.code)
        .where(Poll.campaign_id == campaign.id, Poll.state == PollState.OPEN)
        .order_by(Poll.id)
        .limit(1)
    )
    if found:
        raise VoteStillOpen(code=found)


@closes(20)
def close_boards(session: Session, campaign: Campaign, at: datetime) -> None:
    """Boards take nothing more."""
    boards = select(Board).where(Board.campaign_id == campaign.id, Board.closed_at.is_(None))
    for board in session.scalars(boards.order_by(Board.id)):
        board.closed_at = at
    session.flush()
