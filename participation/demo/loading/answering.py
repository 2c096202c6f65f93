"""The answers of the direction, what was granted, promised and done, and what is asked next."""

from participation.campaigns.models import Campaign
from participation.campaigns.rules import ParticipationLevel
from participation.commitments import operations as commitments
from participation.commitments.models import Decision
from participation.commitments.rules import MeansKind, Outcome, Progress
from participation.demo.loading.stage import Stage, moment
from participation.demo.shapes.answering import Commitment, Means


def load_decisions(stage: Stage) -> dict[str, Decision]:
    """Every answer, drafted by the referent and published by the director."""
    made: dict[str, Decision] = {}
    for told in stage.story.answering.decisions:
        made[told.key] = commitments.draft_decision(
            stage.session,
            stage.proposals[told.proposal],
            part=told.part_fr,
            outcome=Outcome(told.outcome),
            reason_fr=told.reason_fr,
            message=told.message,
            level=ParticipationLevel(told.level),
            decider=stage.title_of(told.decider),
            decided_on=told.day,
            forwarded_to=stage.name_of(told.forwarded_to),
            owed_by=stage.name_of(told.owed_by),
            drafted_by=stage.name_of("thomas"),
            replaces=made.get(told.replaces),
        )
        commitments.publish_decision(
            stage.session,
            made[told.key],
            by=stage.name_of(told.decider),
            may_publish=True,
            at=moment(told.day, 17),
        )
    return made


def load_commitments(stage: Stage, decisions: dict[str, Decision]) -> None:
    """Every promise with its dated follow-ups."""
    for told in stage.story.answering.commitments:
        made = commitments.commit_to(
            stage.session,
            decisions[told.decision],
            what=told.what,
            who=who(stage, told),
            due_on=told.due,
            residents=told.residents,
            partners=told.partners_fr or ", ".join(map(stage.name_of, told.partners)),
            indicator=told.indicator_fr,
        )
        for step in told.follow_ups:
            commitments.follow_up(
                stage.session,
                made,
                on=step.day,
                progress=Progress(step.state),
                result=step.result,
                by=stage.name_of("thomas"),
                attendances=step.attendances,
                people=step.people,
                new_due_on=step.new_due,
            )


def who(stage: Stage, told: Commitment) -> str:
    """Staff by name, residents by number."""
    return ", ".join([*map(stage.name_of, told.carriers), *filter(None, [told.residents_fr])])


def load_means(stage: Stage, campaign: Campaign) -> None:
    """What was asked; what was granted or refused; and silence where there was none."""
    for told in stage.story.answering.means:
        made = commitments.ask_means(
            stage.session,
            campaign,
            kind=MeansKind(told.kind),
            asked=asked(told),
            asked_on=told.asked_on,
            proposal=stage.proposals.get(told.proposal),
        )
        if told.is_granted is not None:
            commitments.answer_means(
                stage.session, made, is_granted=told.is_granted, answer=told.answer_fr
            )


def asked(told: Means) -> str:
    """What for, and how much."""
    return f"{told.label_fr}\N{NO-BREAK SPACE}: {told.asked_fr}"


def load_asks(stage: Stage) -> None:
    """What the three first proposals need next."""
    for told in stage.story.answering.asks:
        commitments.ask_next(
            stage.session,
            stage.proposals[told.proposal],
            what=told.what_fr,
            of_whom=told.of_whom_fr,
            before=told.before,
            cost=told.cost_fr,
        )
