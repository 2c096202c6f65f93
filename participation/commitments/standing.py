"""Where a proposal stands on a day: derived, stored nowhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from participation.commitments.models import Commitment, Decision, FollowUp
from participation.commitments.rules import Outcome, Progress, is_late
from participation.ideas.models import Proposal
from participation.wording import Words
from participation.workshops.models import Poll
from participation.workshops.rules import PollState


class Step(StrEnum):
    """How far one of the five steps is for one proposal; the names are those of the drawing."""

    FULL = "full"
    HALF = "half"
    LATE = "late"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """A commitment as screens and documents show it on a day."""

    id: int
    part: str
    what: Words
    who: str
    residents: int
    partners: str
    due_on: date
    new_due_on: date | None
    indicator: str
    progress: Progress
    is_late: bool
    result: Words
    result_on: date | None
    attendances: int | None
    people: int | None


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A published answer, with the commitments that follow from it."""

    id: int
    part: str
    outcome: Outcome
    reason_fr: str
    message: Words
    level: str
    decider: str
    decided_on: date
    forwarded_to: str
    owed_by: str
    replaces_id: int | None
    is_replaced: bool
    commitments: tuple[CommitmentLine, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """One proposal on one day: its way from the idea to what was done.

    `points` is None outside a vote or before the reveal. `decisions` are the published ones, in
    the order of their dates; replaced ones stay and say so.
    """

    proposal_id: int
    number: int
    title: Words
    label: str
    pictogram: str
    competence: str
    ideas: int
    points: int | None
    rank: int | None
    was_voted: bool
    decisions: tuple[DecisionLine, ...]
    drafts: int
    steps: tuple[Step, ...]

    @property
    def current(self) -> tuple[DecisionLine, ...]:
        """The answers that hold today."""
        return tuple(decision for decision in self.decisions if not decision.is_replaced)

    @property
    def commitments(self) -> tuple[CommitmentLine, ...]:
        """Every commitment that holds today, in the order of the answers."""
        return tuple(line for decision in self.current for line in decision.commitments)

    @property
    def waits(self) -> bool:
        """Whether it has no answer, or only an answer that is not final."""
        return not self.current or any(not one.outcome.is_final for one in self.current)


@dataclass(frozen=True, slots=True)
class Vote:
    """What a proposal received; points and rank only once the poll is revealed."""

    points: int | None
    rank: int | None


def votes_of(poll: Poll) -> dict[int, Vote]:
    """Points and ranks of one poll by proposal; equal points share a rank."""
    if poll.state is not PollState.REVEALED or poll.tally is None:
        return {line.proposal_id: Vote(None, None) for line in poll.lines}
    totals = [int(total) for total in poll.tally.figures["totals"]]  # type: ignore[attr-defined]  # a list, by the model's contract
    return {
        line.proposal_id: Vote(total, 1 + sum(other > total for other in totals))
        for line, total in zip(poll.lines, totals, strict=True)
    }


def standing(
    proposal: Proposal, decisions: Iterable[Decision], ideas: int, vote: Vote | None, on: date
) -> Standing:
    """One proposal's way on a day."""
    every = list(decisions)
    replaced = {decision.replaces_id for decision in every if decision.published_at}
    lines = tuple(
        decision_line(decision, decision.id in replaced, on)
        for decision in every
        if decision.published_at is not None
    )
    return Standing(
        proposal_id=proposal.id,
        number=proposal.number,
        title=proposal.title,
        label=proposal.label,
        pictogram=proposal.pictogram,
        competence=proposal.competence.value,
        ideas=ideas,
        points=vote.points if vote else None,
        rank=vote.rank if vote else None,
        was_voted=vote is not None,
        decisions=lines,
        drafts=sum(decision.published_at is None for decision in every),
        steps=steps_of(ideas, vote, [line for line in lines if not line.is_replaced]),
    )


def decision_line(decision: Decision, is_replaced: bool, on: date) -> DecisionLine:
    """A decision as it is shown."""
    return DecisionLine(
        id=decision.id,
        part=decision.part,
        outcome=decision.outcome,
        reason_fr=decision.reason_fr,
        message=decision.message,
        level=decision.level.value if decision.level else "",
        decider=decision.decider,
        decided_on=decision.decided_on,
        forwarded_to=decision.forwarded_to,
        owed_by=decision.owed_by,
        replaces_id=decision.replaces_id,
        is_replaced=is_replaced,
        commitments=tuple(commitment_line(one, decision.part, on) for one in decision.commitments),
    )


def commitment_line(commitment: Commitment, part: str, on: date) -> CommitmentLine:
    """A commitment with what its last follow-up said, as known on a day."""
    known = [one for one in commitment.follow_ups if one.on <= on]
    last: FollowUp | None = known[-1] if known else None
    progress = last.progress if last else Progress.TO_DO
    announced = next((one.new_due_on for one in reversed(known) if one.new_due_on), None)
    return CommitmentLine(
        id=commitment.id,
        part=part,
        what=commitment.what,
        who=commitment.who,
        residents=commitment.residents,
        partners=commitment.partners,
        due_on=commitment.due_on,
        new_due_on=announced,
        indicator=commitment.indicator,
        progress=progress,
        is_late=is_late(progress, due_on=commitment.due_on, on=on, new_due_on=announced),
        result=last.result if last else Words(),
        result_on=last.on if last else None,
        attendances=last.attendances if last else None,
        people=last.people if last else None,
    )


def steps_of(
    ideas: int, vote: Vote | None, current: Sequence[DecisionLine]
) -> tuple[Step, Step, Step, Step, Step]:
    """The five steps: listen, understand, choose, answer, act and tell."""
    heard = Step.FULL if ideas else Step.EMPTY
    chosen = Step.FULL if vote is None or vote.rank is not None else Step.EMPTY
    chosen = chosen if vote or current else Step.EMPTY
    answered = Step.EMPTY
    if current:
        answered = Step.FULL if all(one.outcome.is_final for one in current) else Step.HALF
    return heard, Step.FULL, chosen, answered, acted(current)


def acted(current: Sequence[DecisionLine]) -> Step:
    """The last step: late wins over begun, begun over done."""
    lines = [line for decision in current for line in decision.commitments]
    if any(line.is_late or line.progress is Progress.BLOCKED for line in lines):
        return Step.LATE
    if not lines or all(line.progress is Progress.TO_DO for line in lines):
        return Step.EMPTY
    return Step.FULL if all(line.progress.is_over for line in lines) else Step.HALF


def median_delay(found: Iterable[Standing], *, asked_on: date) -> int | None:
    """Days between the asking and the first answer, at the middle of the answered proposals."""
    delays = sorted(
        (min(one.decided_on for one in standing.decisions) - asked_on).days
        for standing in found
        if standing.decisions
    )
    return delays[len(delays) // 2] if delays else None
