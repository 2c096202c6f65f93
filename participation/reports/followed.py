"""From decisions to what was done, as a synthesis prints it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.commitments.models import Ask, Commitment, Decision, FollowUp, Means
from participation.commitments.owed import unanswered
from participation.commitments.rules import Outcome, Progress
from participation.commitments.standing import CommitmentLine as Line
from participation.commitments.standing import DecisionLine, Standing
from participation.ideas.models import Proposal
from participation.reports.promises import (
    LATE,
    UNANSWERED,
    AskLine,
    CommitmentLine,
    MeansLine,
    Priority,
    ProposalAnswer,
    Stand,
    Waiting,
    Way,
    WayStep,
)
from participation.reports.synthesis import Effect
from participation.voices.queries import Quote
from participation.wording import Words

MOST_PRIORITIES, MOST_STANDS, MOST_WAYS = 3, 2, 2
LONGEST_STEP = 70
NEWS = (Progress.BLOCKED, Progress.PARTLY_DONE, Progress.GIVEN_UP)


def words_of(words: Words) -> str:
    """The French of something that the service wrote."""
    return words.best("fr").text


def title_of(standing: Standing, part: str = "") -> str:
    """A short name for a proposal, or for a part of it."""
    return part or standing.label or words_of(standing.title)


def by_number(standings: Iterable[Standing]) -> list[Standing]:
    """Proposals in the order of their numbers."""
    return sorted(standings, key=lambda one: one.number)


def progress_of(line: Line) -> str:
    """The state of a promise, late included."""
    return LATE if line.is_late else line.progress.value


def answers(
    standings: Sequence[Standing], *, asked_on: date, on: date
) -> tuple[ProposalAnswer, ...]:
    """One line for each part of each proposal; no gap is allowed."""
    return tuple(line for one in by_number(standings) for line in _answers_to(one, asked_on, on))


def _answers_to(standing: Standing, asked_on: date, on: date) -> Iterator[ProposalAnswer]:
    for decision in standing.decisions:
        yield ProposalAnswer(
            number=standing.number,
            title=title_of(standing, decision.part),
            votes=standing.points,
            outcome=decision.outcome.value,
            level=decision.level,
            recipient=decision.forwarded_to,
            reason=decision.reason_fr,
            message=words_of(decision.message),
            decided_on=decision.decided_on,
            decider=decision.decider,
            replaced=decision.is_replaced,
            days=(on - decision.decided_on).days,
        )
    if not standing.decisions:
        days = max((on - asked_on).days, 0)
        yield ProposalAnswer(standing.number, title_of(standing), standing.points, days=days)


def waiting(
    standings: Sequence[Standing], means: Iterable[Means], *, asked_on: date, on: date
) -> tuple[Waiting, ...]:
    """Everything that residents are owed, the longest wait first."""
    labels: dict[int | None, str] = {one.proposal_id: title_of(one) for one in standings}
    return tuple(
        Waiting(
            line.part or labels.get(line.proposal_id) or words_of(line.title),
            line.since,
            line.days,
            line.owed_by,
            line.is_under_study,
        )
        for line in unanswered(standings, means, asked_on=asked_on, on=on)
    )


def priorities(
    standings: Sequence[Standing], asks: Iterable[Ask], owed: Iterable[Waiting]
) -> tuple[Priority, ...]:
    """The three proposals voted first, each with what is asked for it."""
    asked = {one.proposal_id: one for one in reversed(list(asks))}
    silent = {one.what: one for one in owed}
    voted = sorted(
        (one for one in standings if one.rank is not None and one.points),
        key=lambda one: one.rank or 0,
    )
    return tuple(
        Priority(
            one.rank or 0,
            words_of(one.title),
            one.points or 0,
            stands(one),
            ask_line(asked.get(one.proposal_id)),
            next((silent[name] for name in _names(one) if name in silent), None),
        )
        for one in voted[:MOST_PRIORITIES]
    )


def _names(standing: Standing) -> list[str]:
    return [title_of(standing), *(title_of(standing, one.part) for one in standing.current)]


def ask_line(ask: Ask | None) -> AskLine | None:
    """What is asked, of whom, before when, at what cost."""
    return AskLine(ask.what, ask.of_whom, ask.before, ask.cost) if ask else None


def stands(standing: Standing) -> tuple[Stand, ...]:
    """What was done and what is late, in a line each."""
    lines = sorted(standing.commitments, key=lambda line: line.is_late)
    told = [
        Stand(progress_of(line), words_of(line.result) or words_of(line.what)) for line in lines
    ]
    return (told[0], told[-1]) if len(told) > MOST_STANDS else tuple(told)


def done_on(session: Session, campaign: Campaign, *, on: date) -> Mapping[int, date]:
    """Commitment id -> the day on which a follow-up first said that it is done."""
    statement = (
        select(FollowUp.commitment_id, func.min(FollowUp.on))
        .join(Commitment, Commitment.id == FollowUp.commitment_id)
        .join(Decision, Decision.id == Commitment.decision_id)
        .join(Proposal, Proposal.id == Decision.proposal_id)
        .where(Proposal.campaign_id == campaign.id, FollowUp.progress == Progress.DONE)
        .where(FollowUp.on <= on)
        .group_by(FollowUp.commitment_id)
    )
    return {row[0]: row[1] for row in session.execute(statement)}


def commitments(
    standings: Iterable[Standing], done: Mapping[int, date]
) -> tuple[CommitmentLine, ...]:
    """Every promise that holds, in the order of the proposals."""
    return tuple(
        CommitmentLine(
            number=standing.number,
            title=title_of(standing, decision.part),
            what=words_of(line.what),
            who=", ".join(part for part in (line.who, line.partners) if part),
            promised_on=decision.decided_on,
            due_on=line.due_on,
            progress=progress_of(line),
            done_on=done.get(line.id) if line.progress is Progress.DONE else None,
            new_due_on=line.new_due_on if not line.progress.is_over else None,
            result=words_of(line.result),
            indicator=line.indicator,
            residents=line.residents,
        )
        for standing in by_number(standings)
        for decision in standing.current
        for line in decision.commitments
    )


def means_lines(means: Iterable[Means], *, on: date) -> tuple[MeansLine, ...]:
    """What was asked for and what was answered; days where nobody did."""
    return tuple(
        MeansLine(
            one.kind.value,
            one.asked,
            one.is_granted,
            one.answer,
            one.asked_on,
            max((on - one.asked_on).days, 0),
        )
        for one in means
    )


def changed(standings: Iterable[Standing]) -> tuple[Effect, ...]:
    """What was done, the proposals voted first before the others."""
    return tuple(
        Effect("done", title_of(standing, line.part), words_of(line.result))
        for standing in standings
        for line in standing.commitments
        if line.progress is Progress.DONE
    )


def unchanged(standings: Iterable[Standing]) -> tuple[Effect, ...]:
    """What is late, blocked, half done, refused or unanswered."""
    return tuple(effect for standing in by_number(standings) for effect in _owed(standing))


def _owed(standing: Standing) -> Iterator[Effect]:
    if not standing.current:
        yield Effect(UNANSWERED, title_of(standing), "")
    for decision in standing.current:
        title = title_of(standing, decision.part)
        if decision.outcome is Outcome.UNDER_STUDY:
            yield Effect(UNANSWERED, title, words_of(decision.message))
        for line in decision.commitments:
            if line.is_late or line.progress in NEWS:
                yield Effect(progress_of(line), title, words_of(line.result))


def ways(standings: Sequence[Standing], said: Mapping[int, Sequence[Quote]]) -> tuple[Way, ...]:
    """How two ideas travelled: one that was accepted, and one that was refused if there is one."""
    accepted = _first(standings, said, Outcome.RETAINED)
    refused = _first(standings, said, Outcome.NOT_RETAINED)
    found = [way(*one) for one in (accepted, refused) if one is not None]
    return tuple(found[:MOST_WAYS])


def _first(
    standings: Sequence[Standing], said: Mapping[int, Sequence[Quote]], outcome: Outcome
) -> tuple[Standing, DecisionLine, Quote] | None:
    for standing in standings:
        for decision in standing.current:
            if decision.outcome is outcome and said.get(standing.proposal_id):
                return standing, decision, said[standing.proposal_id][0]
    return None


def way(standing: Standing, decision: DecisionLine, said: Quote) -> Way:
    """Five steps, from somebody's words to what changed."""
    line = decision.commitments[0] if decision.commitments else None
    return Way(
        (
            WayStep("idea", begun(said.main("fr").text), code=said.language),
            WayStep("proposal", words_of(standing.title), code=str(standing.number)),
            WayStep(
                "decision", begun(decision.reason_fr), decision.decided_on, decision.outcome.value
            ),
            WayStep(
                "commitment",
                begun(words_of(line.what)) if line else "",
                line.due_on if line else decision.decided_on,
            ),
            WayStep("change", words_of(line.result) if line else ""),
        )
    )


def begun(text: str) -> str:
    """The first sentence, or its first words and a mark that more was said."""
    first = text.partition(". ")[0].partition("\n")[0]
    if len(first) > LONGEST_STEP:
        first = first[:LONGEST_STEP].rpartition(" ")[0]
    whole = first.rstrip(".") == text.rstrip(".").rstrip()
    return text if whole else f"{first.rstrip(',')} […]"
