"""Boards, ideas, support, and the proposals that groups of ideas become."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel
from participation.ideas.rules import Competence, IdeaKind, ProposalState
from participation.people.models import Service
from participation.storage.base import Base, Key, OfStructure, RandomKey, Short
from participation.storage.types import Moment, WordsType, choice_of
from participation.voices.models import Utterance
from participation.wording import Words


class Board(OfStructure, Base):
    """The idea board of a campaign."""

    __tablename__ = "board"

    id: Mapped[Key]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), index=True)
    title: Mapped[Words] = mapped_column(WordsType)
    opens_on: Mapped[date]
    closes_on: Mapped[date]
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    campaign: Mapped[Campaign] = relationship()
    themes: Mapped[list["Theme"]] = relationship(order_by="Theme.position")

    def is_open(self, on: date) -> bool:
        """Whether it takes ideas and support on a day."""
        return self.closed_at is None and self.opens_on <= on <= self.closes_on

    @property
    def service_ids(self) -> frozenset[int]:
        """The services of its campaign."""
        return self.campaign.service_ids


class Theme(Base):
    """What an idea is about."""

    __tablename__ = "theme"
    __table_args__ = (UniqueConstraint("board_id", "key"),)

    id: Mapped[Key]
    board_id: Mapped[int] = mapped_column(ForeignKey("board.id"))
    key: Mapped[Short]
    position: Mapped[int]
    words: Mapped[Words] = mapped_column(WordsType)
    pictogram: Mapped[Short] = mapped_column(default="")


class Idea(OfStructure, Base):
    """Somebody's idea: an utterance on a board.

    With `same_as_id` it is another wording of an idea that was there before: kept, and shown where
    the idea comes from, but neither counted nor shown twice on the board.
    """

    __tablename__ = "idea"
    __table_args__ = (
        CheckConstraint("same_as_id IS NULL OR same_as_id <> id", "is_not_its_own_wording"),
    )

    id: Mapped[RandomKey]
    board_id: Mapped[int] = mapped_column(ForeignKey("board.id"), index=True)
    utterance_id: Mapped[int] = mapped_column(ForeignKey("utterance.id"), unique=True)
    theme_id: Mapped[int | None] = mapped_column(ForeignKey("theme.id"))
    service_id: Mapped[int | None] = mapped_column(ForeignKey("service.id"))
    kind: Mapped[IdeaKind] = mapped_column(choice_of(IdeaKind), default=IdeaKind.WISH)
    channel: Mapped[Channel] = mapped_column(choice_of(Channel))
    same_as_id: Mapped[int | None] = mapped_column(ForeignKey("idea.id"), index=True)
    board: Mapped[Board] = relationship()
    utterance: Mapped[Utterance] = relationship()
    theme: Mapped[Theme | None] = relationship()
    service: Mapped[Service | None] = relationship()

    @property
    def service_ids(self) -> frozenset[int]:
        """The services of its campaign."""
        return self.board.service_ids


class Support(Base):
    """One "me too"."""

    __tablename__ = "support"

    id: Mapped[RandomKey]
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), index=True)


class TakePart(Base):
    """One "I want to take part"; who it is stands on paper only."""

    __tablename__ = "take_part"

    id: Mapped[RandomKey]
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), index=True)


class Proposal(OfStructure, Base):
    """What a group of ideas becomes: something that can be voted on and must be answered."""

    __tablename__ = "proposal"
    __table_args__ = (
        UniqueConstraint("campaign_id", "number"),
        CheckConstraint("length(trim(title_fr)) > 0", "has_a_french_title"),
    )

    id: Mapped[Key]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), index=True)
    number: Mapped[int]
    title_fr: Mapped[str]
    title: Mapped[Words] = mapped_column(WordsType)
    label: Mapped[Short] = mapped_column(default="")
    pictogram: Mapped[Short] = mapped_column(default="idea")
    competence: Mapped[Competence] = mapped_column(choice_of(Competence))
    state: Mapped[ProposalState] = mapped_column(
        choice_of(ProposalState), default=ProposalState.DRAFT
    )
    frozen_at: Mapped[datetime | None] = mapped_column(Moment)
    campaign: Mapped[Campaign] = relationship()
    provenance: Mapped[list["Provenance"]] = relationship(order_by="Provenance.idea_id")

    @property
    def service_ids(self) -> frozenset[int]:
        """The services of its campaign."""
        return self.campaign.service_ids


class Provenance(Base):
    """An idea that a proposal comes from; its wording is kept for ever."""

    __tablename__ = "provenance"

    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), primary_key=True)
    idea_id: Mapped[int] = mapped_column(ForeignKey("idea.id"), primary_key=True)
    grouped_on: Mapped[date]
    grouped_by: Mapped[Short]
    idea: Mapped[Idea] = relationship()


class Remark(Base):
    """A minority view, a condition or a disagreement about a proposal, in people's own words."""

    __tablename__ = "remark"

    utterance_id: Mapped[int] = mapped_column(ForeignKey("utterance.id"), primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), index=True)
    people: Mapped[int | None]
    utterance: Mapped[Utterance] = relationship()
