"""All that was said in a campaign and must be read: ideas, free texts and remarks in one queue."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, Select, case, func, select
from sqlalchemy.orm import Session

from participation.campaigns.rules import Channel
from participation.ideas.models import Board, Idea, Proposal, Remark, Theme
from participation.ideas.rules import IdeaKind
from participation.questionnaires.models import FreeText, Opening, Question
from participation.voices.models import Utterance
from participation.voices.rules import Moderation, Source
from participation.wording import State, Words


class Origin(StrEnum):
    """Where words were said."""

    IDEA = "idea"
    ANSWER = "answer"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class QueueItem:
    """Somebody's words as a moderator sees them. `about` is a theme, a question or a proposal.

    `own` is all that is written: by the person, and by whoever listened (`transcript`).
    """

    id: int
    origin: Origin
    about: Words
    kind: IdeaKind | None
    channel: Channel | None
    language: str
    written_in: str
    own: str
    transcript: str
    recording_id: int | None
    recording_erased_cause: str
    mask: str
    french: str
    french_state: State
    french_reviewer: str
    source: Source
    day: date | None
    moderation: Moderation
    reason: str
    moderated_by: str


def words_to_read(
    session: Session, campaign_id: int, *, state: Moderation, limit: int = 25
) -> list[QueueItem]:
    """The words of a campaign in one state, oldest first: one statement."""
    statement = (
        items(campaign_id)
        .where(Utterance.moderation == state)
        .order_by(case((Utterance.day.is_(None), 1), else_=0), Utterance.day, Utterance.id)
        .limit(limit)
    )
    return [queue_item(row) for row in session.execute(statement)]


def one_to_read(session: Session, campaign_id: int, utterance_id: int) -> QueueItem | None:
    """One of the words of a campaign, in whatever state; None when they are not of it."""
    statement = items(campaign_id).where(Utterance.id == utterance_id).order_by(Utterance.id)
    row = session.execute(statement).first()
    return queue_item(row) if row else None


def counts(session: Session, campaign_id: int) -> Mapping[Moderation, int]:
    """How many words of a campaign stand in each state."""
    statement = (
        select(Utterance.moderation, func.count())
        .where(Utterance.id.in_(said_in(campaign_id)), Utterance.erased_cause == "")
        .group_by(Utterance.moderation)
    )
    found = {row[0]: row[1] for row in session.execute(statement)}
    return {state: found.get(state, 0) for state in Moderation}


def oldest_waiting(session: Session, campaign_id: int) -> date | None:
    """The day of the words that have waited longest."""
    return session.scalar(
        select(func.min(Utterance.day)).where(
            Utterance.id.in_(said_in(campaign_id)),
            Utterance.moderation == Moderation.WAITING,
            Utterance.erased_cause == "",
        )
    )


def voices(session: Session, campaign_id: int) -> list[Utterance]:
    """All that was recorded in a campaign and is still kept."""
    statement = select(Utterance).where(
        Utterance.id.in_(said_in(campaign_id)), Utterance.recording_id.is_not(None)
    )
    return list(session.scalars(statement.order_by(Utterance.id)))


def unwritten(session: Session, campaign_id: int) -> int:
    """How many voices nobody has written down yet."""
    return sum(1 for one in voices(session, campaign_id) if not one.said)


def said_in(campaign_id: int) -> Select[tuple[int]]:
    """The keys of all that was said in a campaign."""
    ideas = select(Idea.utterance_id).join(Board).where(Board.campaign_id == campaign_id)
    texts = select(FreeText.utterance_id).join(Opening).where(Opening.campaign_id == campaign_id)
    remarks = select(Remark.utterance_id).join(Proposal).where(Proposal.campaign_id == campaign_id)
    return select(ideas.union_all(texts, remarks).subquery().c.utterance_id)


def items(campaign_id: int) -> Select[Any]:
    """All that was said in a campaign and not erased, with where it was said."""
    return (
        select(Utterance, Idea.kind, Idea.channel, Theme.words.label("theme"))
        .add_columns(Question.words.label("question"), Proposal.title.label("proposal"))
        .outerjoin(Idea, Idea.utterance_id == Utterance.id)
        .outerjoin(Theme, Theme.id == Idea.theme_id)
        .outerjoin(FreeText, FreeText.utterance_id == Utterance.id)
        .outerjoin(Question, Question.id == FreeText.question_id)
        .outerjoin(Remark, Remark.utterance_id == Utterance.id)
        .outerjoin(Proposal, Proposal.id == Remark.proposal_id)
        .where(Utterance.id.in_(said_in(campaign_id)), Utterance.erased_cause == "")
    )


def queue_item(row: Row[Any]) -> QueueItem:
    """Somebody's words out of a row of `items`."""
    said: Utterance = row.Utterance
    return QueueItem(
        id=said.id,
        origin=origin_of(row),
        about=row.question or row.proposal or row.theme or Words(),
        kind=row.kind,
        channel=row.channel,
        language=said.language,
        written_in=said.written_in,
        own=said.said,
        transcript=said.transcript,
        recording_id=said.recording_id,
        recording_erased_cause=said.recording_erased_cause,
        mask=said.mask,
        french=said.french,
        french_state=said.french_state,
        french_reviewer=said.french_reviewer,
        source=said.source,
        day=said.day,
        moderation=said.moderation,
        reason=said.reason,
        moderated_by=said.moderated_by,
    )


def origin_of(row: Row[Any]) -> Origin:
    """Where words were said."""
    if row.question:
        return Origin.ANSWER
    return Origin.REMARK if row.proposal else Origin.IDEA
