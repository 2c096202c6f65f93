"""Workshops, polls and results as they are read. Nothing here tells a choice before the reveal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from participation.campaigns.models import Campaign
from participation.clock import day_of
from participation.ideas.models import Proposal, Remark
from participation.ideas.queries import may_show_own
from participation.ideas.rules import ProposalState
from participation.voices.models import Utterance
from participation.voices.queries import QUOTE, Quote, quote
from participation.voting.result import Result, WhyFirst, ranked, why_first
from participation.wording import Words
from participation.workshops.models import Card, PlannedCards, Poll, Urn, Workshop
from participation.workshops.rules import FEWEST_VOTERS, CardState, Method, PollState


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many cards were printed, have voted, may still vote, and were taken out of use."""

    printed: int
    test: int
    used: int
    ready: int
    void: int


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A proposal in a result. `total` is None where only the order may be shown."""

    position: int
    proposal_id: int
    number: int
    words: Words
    pictogram: str
    total: int | None
    rank: int
    is_tied: bool
    remarks: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class PollResult:
    """A revealed poll, best first. `given`, `used` and `unused` count dots, and are 0 without.

    With `is_order_only` the figures are withheld: fewer than five people voted, and the group
    agreed to see the order in the room. Nothing of such a result stands in any document.
    """

    poll_id: int
    question: Words
    method: Method
    on: date
    dots: int
    cap: int
    lines: tuple[ResultLine, ...]
    ballots: int
    blank: int
    given: int
    used: int
    unused: int
    is_order_only: bool
    why: WhyFirst


def poll_by_code(session: Session, code: str) -> Poll | None:
    """The poll that people reach with a short code, with all that its pages show."""
    return session.scalar(
        select(Poll)
        .where(Poll.code == code)
        .options(
            selectinload(Poll.lines),
            joinedload(Poll.campaign).joinedload(Campaign.structure),
            joinedload(Poll.workshop).joinedload(Workshop.service),
        )
    )


def workshops_of(session: Session, campaign_id: int) -> Sequence[Workshop]:
    """The workshops of a campaign, latest first."""
    statement = (
        select(Workshop)
        .where(Workshop.campaign_id == campaign_id)
        .options(joinedload(Workshop.service))
        .order_by(Workshop.on.desc(), Workshop.id.desc())
    )
    return session.scalars(statement).all()


def polls_of(session: Session, campaign_id: int) -> Sequence[Poll]:
    """The polls of a campaign, latest first."""
    statement = (
        select(Poll)
        .where(Poll.campaign_id == campaign_id)
        .options(joinedload(Poll.workshop), selectinload(Poll.lines))
        .order_by(Poll.id.desc())
    )
    return session.scalars(statement).all()


def votable(session: Session, campaign_id: int) -> Sequence[Proposal]:
    """The proposals that may be put to the vote: published, by number."""
    statement = (
        select(Proposal)
        .where(Proposal.campaign_id == campaign_id, Proposal.state == ProposalState.PUBLISHED)
        .order_by(Proposal.number)
    )
    return session.scalars(statement).all()


def turnout(session: Session, urns: Session, poll_id: int) -> Turnout:
    """What is known of a poll while it runs: numbers of cards, never a choice."""
    planned = session.get(PlannedCards, poll_id)
    counted = select(Card.state, func.count()).where(Card.poll_id == poll_id).group_by(Card.state)
    by_state = dict(urns.execute(counted).all())
    return Turnout(
        printed=planned.real if planned else 0,
        test=planned.test if planned else 0,
        used=by_state.get(CardState.USED, 0),
        ready=by_state.get(CardState.UNUSED, 0),
        void=by_state.get(CardState.VOID, 0),
    )


def rehearsed(urns: Session, poll_id: int) -> bool:
    """Whether a test card was tried."""
    kept = urns.get(Urn, poll_id)
    return kept is not None and bool(kept.rehearsal)


def ballots_counted(poll: Poll) -> int:
    """How many ballots the tally of a closed poll holds; 0 before."""
    return whole(poll.tally.figures["ballots"]) if poll.tally else 0


def result(session: Session, poll: Poll) -> PollResult | None:
    """The result of a poll; None before the reveal."""
    if poll.state is not PollState.REVEALED or poll.tally is None or poll.revealed_at is None:
        return None
    counted = count_of(poll)
    is_order_only = counted.ballots < FEWEST_VOTERS
    remarks = remarks_on(session, poll.campaign_id, [line.proposal_id for line in poll.lines])
    used = sum(counted.totals.values()) if poll.method is Method.DOTS else 0
    given = poll.dots * counted.ballots if poll.method is Method.DOTS else 0
    return PollResult(
        poll_id=poll.id,
        question=poll.question,
        method=poll.method,
        on=poll.workshop.on if poll.workshop else day_of(poll.revealed_at),
        dots=poll.dots,
        cap=poll.cap,
        lines=tuple(lines_of_result(poll, counted, remarks, is_order_only=is_order_only)),
        ballots=counted.ballots,
        blank=counted.blank,
        given=given,
        used=used,
        unused=given - used,
        is_order_only=is_order_only,
        why=why_first(counted),
    )


def count_of(poll: Poll) -> Result:
    """The stored tally as a count of `voting`, by the positions of the lines."""
    figures = poll.tally.figures if poll.tally else {}
    stored = figures.get("totals")
    totals = stored if isinstance(stored, list) else []
    by_position = {
        str(line.position): whole(total) for line, total in zip(poll.lines, totals, strict=True)
    }
    return Result(
        ranking=ranked(by_position),
        totals=by_position,
        ballots=whole(figures.get("ballots")),
        blank=whole(figures.get("blank")),
    )


def whole(stored: object) -> int:
    """A whole number out of a stored value."""
    return stored if isinstance(stored, int) else 0


def lines_of_result(
    poll: Poll, counted: Result, remarks: dict[int, list[Quote]], *, is_order_only: bool
) -> list[ResultLine]:
    """The lines best first; equal totals share a rank, and the next rank is left out."""
    by_position = {str(line.position): line for line in poll.lines}
    made: list[ResultLine] = []
    for tied in counted.ranking:
        rank = len(made) + 1
        for position in tied:
            line = by_position[position]
            made.append(
                ResultLine(
                    position=line.position,
                    proposal_id=line.proposal_id,
                    number=line.proposal.number,
                    words=line.words,
                    pictogram=line.pictogram,
                    total=None if is_order_only else counted.totals[position],
                    rank=rank,
                    is_tied=len(tied) > 1,
                    remarks=tuple(remarks.get(line.proposal_id, ())),
                )
            )
    return made


def remarks_on(
    session: Session, campaign_id: int, proposal_ids: Sequence[int]
) -> dict[int, list[Quote]]:
    """Proposal -> the minority views about it that may be shown: one statement."""
    own = may_show_own(campaign_id)
    statement = (
        select(Remark.proposal_id)
        .add_columns(*QUOTE, own.label("may_show_own"))
        .join(Utterance, Utterance.id == Remark.utterance_id)
        .where(Remark.proposal_id.in_(proposal_ids), Utterance.is_publishable)
        .order_by(Remark.proposal_id, Utterance.day, Utterance.id)
    )
    found: dict[int, list[Quote]] = {}
    for row in session.execute(statement):
        said = quote(row, may_show_own=bool(row.may_show_own))
        if said.own or said.french or said.simple:
            found.setdefault(row.proposal_id, []).append(said)
    return found
