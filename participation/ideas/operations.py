"""Open a board, propose, support and take part, exactly once for each gesture."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel
from participation.errors import NotFound
from participation.ideas.models import Board, Idea, Support, TakePart, Theme
from participation.ideas.proposals import (
    add_remark,
    draft_proposal,
    freeze,
    group,
    publish_proposal,
    reword_proposal,
    say_the_same,
    ungroup,
    withdraw_proposal,
)
from participation.ideas.rules import BoardClosed, IdeaKind, IdeaNotShown
from participation.receipts import operations as receipts
from participation.voices import operations as voices
from participation.voices.rules import Source, cleaned
from participation.wording import Words

__all__ = [
    "add_remark",
    "add_theme",
    "draft_proposal",
    "freeze",
    "group",
    "open_board",
    "propose_idea",
    "publish_proposal",
    "reword_proposal",
    "say_the_same",
    "support_idea",
    "take_part",
    "ungroup",
    "withdraw_proposal",
]


def open_board(
    session: Session, campaign: Campaign, *, title: Words, opens_on: date, closes_on: date
) -> Board:
    """Open the idea board of a campaign between two days, both included."""
    board = Board(
        structure_id=campaign.structure_id,
        campaign_id=campaign.id,
        title=title,
        opens_on=opens_on,
        closes_on=closes_on,
    )
    session.add(board)
    session.flush()
    return board


def add_theme(session: Session, board: Board, *, key: str, words: Words, pictogram: str) -> Theme:
    """Add a theme after those that the board has."""
    count = select(func.count()).select_from(Theme).where(Theme.board_id == board.id)
    theme = Theme(
        board_id=board.id,
        key=key,
        position=session.scalar(count) or 0,
        words=words,
        pictogram=pictogram,
    )
    session.add(theme)
    session.flush()
    session.expire(board, ["themes"])
    return theme


def propose_idea(  # noqa: PLR0913  # An idea is all of this.
    session: Session,
    board: Board,
    *,
    gesture: UUID,
    language: str,
    text: str,
    channel: Channel,
    day: date,
    theme: Theme | None = None,
    kind: IdeaKind = IdeaKind.WISH,
    service_id: int | None = None,
    source: Source = Source.RESIDENT,
    told_original_may_show: bool = True,
    is_oral: bool = False,
) -> Idea | None:
    """Keep somebody's idea, waiting to be read; None when the same gesture brought it before.

    Raises BoardClosed, NothingSaid, TooLong, UnknownLanguage, and OtherContent (kept aside).
    """
    refuse_elsewhere(board, theme, service_id)
    theme_key = theme.key if theme else ""
    content: Sequence[object] = [board.id, language, cleaned(text), theme_key, kind.value, is_oral]
    if not first_time(session, board, kind="idea", gesture=gesture, content=content, day=day):
        return None
    refuse_closed(board, day)
    said = voices.say(
        session,
        structure_id=board.structure_id,
        language=language,
        text=text,
        day=day,
        source=source,
        told_original_may_show=told_original_may_show,
        is_oral=is_oral,
    )
    idea = Idea(
        structure_id=board.structure_id,
        board=board,
        utterance=said,
        theme=theme,
        service_id=service_id,
        kind=kind,
        channel=channel,
    )
    session.add(idea)
    session.flush()
    return idea


def support_idea(session: Session, idea: Idea, *, gesture: UUID, on: date) -> bool:
    """Count one more "me too"; False when the same gesture was counted before.

    Raises BoardClosed and IdeaNotShown.
    """
    return count_once(session, idea, Support, gesture=gesture, on=on)


def take_part(session: Session, idea: Idea, *, gesture: UUID, on: date) -> bool:
    """Count one more "I want to take part"; False when the same gesture was counted before.

    Raises BoardClosed and IdeaNotShown.
    """
    return count_once(session, idea, TakePart, gesture=gesture, on=on)


def count_once(
    session: Session, idea: Idea, row: type[Support] | type[TakePart], *, gesture: UUID, on: date
) -> bool:
    """Add one row for one gesture."""
    kind = row.__tablename__
    content = [idea.id]
    if not first_time(session, idea.board, kind=kind, gesture=gesture, content=content, day=on):
        return False
    refuse_closed(idea.board, on)
    if not idea.utterance.is_publishable:
        raise IdeaNotShown
    session.add(row(idea_id=idea.id))
    session.flush()
    return True


def first_time(
    session: Session,
    board: Board,
    *,
    kind: str,
    gesture: UUID,
    content: Sequence[object],
    day: date,
) -> bool:
    """Receive a gesture on a board; other content under it is kept aside, then refused."""
    try:
        return receipts.first_time(session, kind=kind, gesture=gesture, content=content)
    except receipts.OtherContent:
        receipts.keep_aside(
            session,
            structure_id=board.structure_id,
            kind=kind,
            subject=f"board {board.id}",
            content=content,
            day=day,
        )
        raise


def refuse_closed(board: Board, on: date) -> None:
    """Raise BoardClosed when the board or its campaign takes nothing on a day."""
    if not board.is_open(on) or board.campaign.closed_at is not None:
        raise BoardClosed


def refuse_elsewhere(board: Board, theme: Theme | None, service_id: int | None) -> None:
    """Raise NotFound for a theme of another board or a service of another campaign."""
    if theme is not None and theme.board_id != board.id:
        raise NotFound
    if service_id is not None and service_id not in board.service_ids:
        raise NotFound
