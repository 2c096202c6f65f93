"""Decisions with their reasons, means, commitments, and dated follow-ups."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.campaigns.models import Campaign
from participation.campaigns.rules import ParticipationLevel
from participation.commitments.rules import MeansKind, Outcome, Progress
from participation.ideas.models import Proposal
from participation.storage.base import Base, Key, Line, OfStructure, Short
from participation.storage.types import Moment, WordsType, choice_of
from participation.wording import Words


class Decision(OfStructure, Base):
    """A reponse motivee to a proposal or to a part of it. Published, it never changes (a trigger).

    `part` is empty when the decision is about the whole. `message` is the sentence in simple
    language for residents. `owed_by` says who owes the final answer while it is under study.
    """

    __tablename__ = "decision"
    __table_args__ = (
        CheckConstraint("length(trim(reason_fr)) > 0", "has_a_reason"),
        CheckConstraint("length(trim(decider)) > 0", "has_a_decider"),
        CheckConstraint("replaces_id IS NULL OR replaces_id <> id", "replaces_another"),
    )

    id: Mapped[Key]
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), index=True)
    part: Mapped[Line] = mapped_column(default="")
    outcome: Mapped[Outcome] = mapped_column(choice_of(Outcome))
    reason_fr: Mapped[str] = mapped_column(Text)
    reasons: Mapped[Words] = mapped_column(WordsType, default=Words())
    message: Mapped[Words] = mapped_column(WordsType, default=Words())
    level: Mapped[ParticipationLevel | None] = mapped_column(choice_of(ParticipationLevel))
    decider: Mapped[Line]
    decided_on: Mapped[date]
    forwarded_to: Mapped[Line] = mapped_column(default="")
    owed_by: Mapped[Line] = mapped_column(default="")
    drafted_by: Mapped[Line] = mapped_column(default="")
    published_by: Mapped[Line] = mapped_column(default="")
    published_at: Mapped[datetime | None] = mapped_column(Moment)
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"), unique=True)
    proposal: Mapped[Proposal] = relationship()
    commitments: Mapped[list["Commitment"]] = relationship(
        back_populates="decision", order_by="Commitment.due_on, Commitment.id"
    )

    @property
    def service_ids(self) -> frozenset[int]:
        """The services of its campaign."""
        return self.proposal.service_ids


class Means(OfStructure, Base):
    """What was asked for, and what was granted. `answer` empty means that nobody answered."""

    __tablename__ = "means"
    __table_args__ = (
        CheckConstraint("is_granted IS NULL OR length(trim(answer)) > 0", "an_answer_has_words"),
    )

    id: Mapped[Key]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), index=True)
    proposal_id: Mapped[int | None] = mapped_column(ForeignKey("proposal.id"))
    kind: Mapped[MeansKind] = mapped_column(choice_of(MeansKind))
    asked: Mapped[str] = mapped_column(String(500))
    is_granted: Mapped[bool | None]
    answer: Mapped[str] = mapped_column(String(500), default="")
    asked_on: Mapped[date]
    campaign: Mapped[Campaign] = relationship()

    @property
    def service_ids(self) -> frozenset[int]:
        """The services of its campaign."""
        return self.campaign.service_ids


class Ask(OfStructure, Base):
    """What the next step needs, of whom, before when, at what cost: page one of a synthesis."""

    __tablename__ = "ask"

    id: Mapped[Key]
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), index=True)
    what: Mapped[Line]
    of_whom: Mapped[Line]
    before: Mapped[date]
    cost: Mapped[Line]
    proposal: Mapped[Proposal] = relationship()


class Commitment(OfStructure, Base):
    """An engagement: what, who, by when. Its state is that of its last follow-up."""

    __tablename__ = "commitment"
    __table_args__ = (
        CheckConstraint("length(trim(who)) > 0", "says_who"),
        CheckConstraint("length(trim(what_fr)) > 0", "says_what"),
    )

    id: Mapped[Key]
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), index=True)
    what_fr: Mapped[str] = mapped_column(Text)
    what: Mapped[Words] = mapped_column(WordsType, default=Words())
    who: Mapped[Line]
    residents: Mapped[int] = mapped_column(default=0)
    partners: Mapped[Line] = mapped_column(default="")
    due_on: Mapped[date]
    indicator: Mapped[Line] = mapped_column(default="")
    decision: Mapped[Decision] = relationship(back_populates="commitments")
    follow_ups: Mapped[list["FollowUp"]] = relationship(
        back_populates="commitment", order_by="FollowUp.on, FollowUp.id"
    )

    @property
    def progress(self) -> Progress:
        """The state that the last follow-up gave, or still to do."""
        return self.follow_ups[-1].progress if self.follow_ups else Progress.TO_DO

    @property
    def service_ids(self) -> frozenset[int]:
        """The services of its campaign."""
        return self.decision.service_ids


class FollowUp(Base):
    """What became of a commitment on a day. Never changed (a trigger): a new one is added.

    `attendances` and `people` are told apart: three hundred attendances are not 45 people.
    """

    __tablename__ = "follow_up"

    id: Mapped[Key]
    commitment_id: Mapped[int] = mapped_column(ForeignKey("commitment.id"), index=True)
    on: Mapped[date]
    progress: Mapped[Progress] = mapped_column(choice_of(Progress))
    result_fr: Mapped[str] = mapped_column(String(500), default="")
    result: Mapped[Words] = mapped_column(WordsType, default=Words())
    new_due_on: Mapped[date | None]
    attendances: Mapped[int | None]
    people: Mapped[int | None]
    written_by: Mapped[Short] = mapped_column(default="")
    commitment: Mapped[Commitment] = relationship(back_populates="follow_ups")
