"""Votes as a synthesis prints them: revealed ones, of five ballots or more."""

from collections.abc import Iterator, Sequence

from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.commitments.standing import Standing
from participation.reports.figures import VoteResult, VoteRow
from participation.reports.quotes import french
from participation.workshops import queries
from participation.workshops.queries import PollResult, ResultLine


def results(session: Session, campaign: Campaign) -> Iterator[PollResult]:
    """The results that may stand in a document, the latest first."""
    for poll in queries.polls_of(session, campaign.id):
        found = queries.result(session, poll)
        if found is not None and not found.is_order_only:
            yield found


def last_result(session: Session, campaign: Campaign) -> PollResult | None:
    """The result that the priorities come from."""
    return next(results(session, campaign), None)


def votes(
    session: Session, campaign: Campaign, standings: Sequence[Standing]
) -> tuple[VoteResult, ...]:
    """Every result, the earliest first; the last one also lists what was not put to the vote."""
    found = list(results(session, campaign))
    ideas = {one.proposal_id: one.ideas for one in standings}
    aside = [
        VoteRow(one.number, one.title.best("fr").text, None, ideas=one.ideas)
        for one in standings
        if not one.was_voted
    ]
    return tuple(
        VoteResult(
            title=one.question.best("fr").text,
            on=one.on,
            method=one.method.value,
            ballots=one.ballots,
            blank=one.blank,
            rows=(
                *(row(line, ideas.get(line.proposal_id, 0)) for line in one.lines),
                *(aside if one is found[0] else ()),
            ),
            dots_each=one.dots,
            dots_cap=one.cap,
        )
        for one in reversed(found)
    )


def row(line: ResultLine, ideas: int) -> VoteRow:
    """One line with what was said against it."""
    return VoteRow(
        number=line.number,
        title=line.words.best("fr").text,
        votes=line.total,
        rank=line.rank,
        ideas=ideas,
        minority=tuple(text for one in line.remarks if (text := french(one))),
        is_tied=line.is_tied,
    )
