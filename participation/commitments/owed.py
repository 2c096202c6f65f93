"""What residents are owed an answer about on a day: derived, stored nowhere.

The desk, the poster and page one of a synthesis all read it here, so that they agree.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from participation.commitments.models import Means
from participation.commitments.standing import DecisionLine, Standing
from participation.wording import Words


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A proposal, a part of it, or means asked for: waits for an answer, since when, from whom.

    `proposal_id` is None and `number` 0 for means; their title is what was asked, in French.
    """

    proposal_id: int | None
    number: int
    title: Words
    part: str
    since: date
    days: int
    owed_by: str
    is_under_study: bool

    @property
    def is_means(self) -> bool:
        """Whether it is about means, and about no answer to a proposal."""
        return self.proposal_id is None


def unanswered(
    found: Iterable[Standing], means: Iterable[Means], *, asked_on: date, on: date
) -> list[Unanswered]:
    """What waits for a final answer, the longest wait first.

    Days are counted from the decision "under study"; without one from `asked_on`, the day from
    which answers are owed; for means from the day when they were asked for.
    """
    parts = [line for standing in found for line in open_parts(standing, asked_on, on)]
    silent = [silent_means(one, on) for one in means if one.is_granted is None]
    return sorted((*parts, *silent), key=lambda line: (line.since, line.is_means, line.number))


def open_parts(standing: Standing, asked_on: date, on: date) -> Iterable[Unanswered]:
    """The open parts of one proposal."""
    if not standing.current:
        yield open_part(standing, None, asked_on, on)
    for decision in standing.current:
        if not decision.outcome.is_final:
            yield open_part(standing, decision, decision.decided_on, on)


def open_part(
    standing: Standing, decision: DecisionLine | None, since: date, on: date
) -> Unanswered:
    """A proposal without an answer, or a part of it under study."""
    return Unanswered(
        proposal_id=standing.proposal_id,
        number=standing.number,
        title=standing.title,
        part=decision.part if decision else "",
        since=min(since, on),
        days=max(0, (on - since).days),
        owed_by=(decision.owed_by or decision.decider) if decision else "",
        is_under_study=decision is not None,
    )


def silent_means(means: Means, on: date) -> Unanswered:
    """Means that nobody granted or refused."""
    return Unanswered(
        proposal_id=None,
        number=0,
        title=Words.of(fr=means.asked),
        part="",
        since=min(means.asked_on, on),
        days=max(0, (on - means.asked_on).days),
        owed_by="",
        is_under_study=False,
    )
