"""Workshops and polls: plan, prepare, print cards, open, close, reveal.

The urns have a session of their own. Where both are written, the urn is committed first and the
main database after it: `finish_closing` copies what a crash in between left out.
"""

import secrets
from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation import __version__
from participation.campaigns.models import Campaign
from participation.ideas.models import Proposal
from participation.ideas.rules import ProposalEmpty, ProposalState
from participation.people.models import Service
from participation.wording import Words
from participation.workshops.models import BallotLine, PlannedCards, Poll, Tally, Urn, Workshop
from participation.workshops.rules import (
    FEWEST_VOTERS,
    Method,
    NothingToVoteOn,
    PollState,
    TooFewVoters,
    WrongStep,
)
from participation.workshops.urns import (
    Ballots,
    PrintedCard,
    close_urn,
    digest_of,
    make_cards,
    open_urn,
)

CODE_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ23456789"
"""What people type from a projected screen: no sign that looks like another."""
CODE_LENGTH = 5


def plan_workshop(  # noqa: PLR0913  # A workshop is all of this.
    session: Session,
    campaign: Campaign,
    service: Service,
    *,
    on: date,
    begins: str = "",
    ends: str = "",
    people_present: int = 0,
    languages_spoken: int = 0,
    interpreters: int = 0,
    volunteer_hours: int = 0,
) -> Workshop:
    """Plan a meeting of a campaign at a service."""
    made = Workshop(
        structure_id=campaign.structure_id,
        campaign_id=campaign.id,
        service_id=service.id,
        on=on,
        begins=begins,
        ends=ends,
        people_present=people_present,
        languages_spoken=languages_spoken,
        interpreters=interpreters,
        volunteer_hours=volunteer_hours,
    )
    session.add(made)
    session.flush()
    return made


def change_workshop(
    session: Session, workshop: Workshop, service: Service, **values: date | str | int
) -> None:
    """Correct a meeting, or write down who came; `values` are those of `plan_workshop`."""
    workshop.service_id = service.id
    for name, value in values.items():
        setattr(workshop, name, value)
    session.flush()


def prepare_poll(  # noqa: PLR0913  # A poll is all of this.
    session: Session,
    urns: Session,
    campaign: Campaign,
    *,
    question: Words,
    method: Method,
    proposals: Sequence[Proposal],
    dots: int = 5,
    cap: int = 3,
    workshop: Workshop | None = None,
) -> Poll:
    """Prepare a poll on proposals, and its empty urn; without any, they are chosen later.

    Raises NothingToVoteOn for one proposal alone.
    """
    if proposals:
        refuse_too_few(proposals)
    made = Poll(
        structure_id=campaign.structure_id,
        campaign_id=campaign.id,
        workshop_id=workshop.id if workshop else None,
        code=free_code(session),
        question=question,
        method=method,
        dots=dots,
        cap=cap,
        lines=lines_of(proposals),
    )
    session.add(made)
    session.flush()
    urns.add(Urn(poll_id=made.id))
    urns.flush()
    return made


def choose_proposals(
    session: Session, urns: Session, poll: Poll, proposals: Sequence[Proposal]
) -> None:
    """Say what a prepared poll will be about; its rehearsal begins anew.

    Raises WrongStep and NothingToVoteOn.
    """
    lock(session, poll)
    refuse_unless(poll, PollState.PREPARED)
    refuse_too_few(proposals)
    for line in poll.lines:
        session.delete(line)
    session.flush()
    session.expire(poll, ["lines"])
    poll.lines.extend(lines_of(proposals))
    session.flush()
    urns.get_one(Urn, poll.id, with_for_update=True).rehearsal = b""
    urns.flush()


def lines_of(proposals: Sequence[Proposal]) -> list[BallotLine]:
    """One line for each proposal, in the order given."""
    return [
        BallotLine(
            proposal=proposal,
            position=position,
            words=proposal.title,
            pictogram=proposal.pictogram,
        )
        for position, proposal in enumerate(proposals, 1)
    ]


def refuse_too_few(proposals: Sequence[object]) -> None:
    """A vote is a choice between two proposals or more."""
    if len(proposals) < 2:
        raise NothingToVoteOn


def free_code(session: Session) -> str:
    """A short code that no other poll has."""
    while True:
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
        if session.scalar(select(Poll.id).where(Poll.code == code)) is None:
            return code


def print_cards(
    session: Session, urns: Session, poll: Poll, *, key: bytes, real: int, test: int = 0, by: str
) -> list[PrintedCard]:
    """Make cards for a poll that is not closed; their codes exist on paper only."""
    refuse_unless(poll, PollState.PREPARED, PollState.OPEN)
    planned = session.get(PlannedCards, poll.id)
    if planned is None:
        planned = PlannedCards(poll_id=poll.id, real=0, test=0)
        session.add(planned)
    planned.real += real
    planned.test += test
    planned.printed_by = by
    session.flush()
    return make_cards(urns, poll.id, key=key, real=real, test=test)


def open_poll(session: Session, urns: Session, poll: Poll, *, at: datetime) -> None:
    """Open a poll: its lines take the words of the proposals as they are now and freeze them.

    Raises WrongStep, NothingToVoteOn and ProposalEmpty.
    """
    lock(session, poll)
    refuse_unless(poll, PollState.PREPARED)
    refuse_too_few(poll.lines)
    for line in poll.lines:
        freeze(line, at)
    session.flush()
    poll.state, poll.opened_at = PollState.OPEN, at
    session.flush()
    open_urn(urns, poll.id)


def freeze(line: BallotLine, at: datetime) -> None:
    """Copy a proposal as it is put to the vote. Raises ProposalEmpty for one without words."""
    proposal = line.proposal
    if proposal.state is ProposalState.WITHDRAWN or not proposal.title.get("fr").strip():
        raise ProposalEmpty
    line.words, line.pictogram = proposal.title, proposal.pictogram
    proposal.frozen_at = proposal.frozen_at or at


def close_poll(session: Session, urns: Session, poll: Poll, *, at: datetime) -> Tally:
    """Close the urn, count it, and keep the tally. Raises WrongStep and UrnDisagrees."""
    lock(session, poll)
    refuse_unless(poll, PollState.OPEN)
    return keep_tally(session, poll, close_urn(urns, Ballots.of(poll)), at=at)


def keep_tally(session: Session, poll: Poll, figures: dict[str, object], *, at: datetime) -> Tally:
    """Copy what the urn said into the main database."""
    poll.tally = Tally(
        figures=figures, digest=digest_of(figures), program=__version__, counted_at=at
    )
    poll.state, poll.closed_at = PollState.CLOSED, at
    session.flush()
    return poll.tally


def finish_closing(session: Session, urns: Session, *, at: datetime) -> int:
    """At the start: copy the tallies of urns that were closed just before a crash; how many."""
    opened = session.scalars(
        select(Poll).where(Poll.state == PollState.OPEN).order_by(Poll.id).with_for_update()
    ).all()
    copied = 0
    for poll in opened:
        kept = urns.get(Urn, poll.id)
        if kept is not None and kept.result is not None:
            keep_tally(session, poll, kept.result, at=at)
            copied += 1
    return copied


def reveal_poll(session: Session, poll: Poll, *, at: datetime, group_agrees: bool = False) -> None:
    """Show the result everywhere at once.

    Raises WrongStep, and TooFewVoters under five ballots unless the group agrees: then only the
    order is shown, and only in the room.
    """
    lock(session, poll)
    refuse_unless(poll, PollState.CLOSED)
    ballots = poll.tally.figures["ballots"] if poll.tally else 0
    if int(str(ballots)) < FEWEST_VOTERS and not group_agrees:
        raise TooFewVoters
    poll.state, poll.revealed_at = PollState.REVEALED, at
    session.flush()


def lock(session: Session, poll: Poll) -> None:
    """Read the poll's row again, for this write alone: two people may press at once."""
    session.refresh(poll, ["state"], with_for_update=True)


def refuse_unless(poll: Poll, *states: PollState) -> None:
    """Raise WrongStep unless the poll stands in one of these states."""
    if poll.state not in states:
        raise WrongStep(state=poll.state.value)
