"""A campaign is one turn of the loop: listen, understand, choose, answer, act and tell."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.campaigns.rules import CampaignState, ParticipationLevel, state_on
from participation.people.models import Service, Structure
from participation.storage.base import Base, Key, Line, OfStructure, Short
from participation.storage.types import Json, Moment, WordsType, choice_of
from participation.wording import Words


class Campaign(OfStructure, Base):
    """A demarche. `languages` are tags in the order of the language screen.

    `notice` lines are `{"pictogram": name, "words": Words.to_json()}`: what the first screen says
    before anything is asked (GDPR article 13, in short lines).
    """

    __tablename__ = "campaign"
    __table_args__ = (CheckConstraint("closes_on >= opens_on", "ends_after_it_begins"),)

    id: Mapped[Key]
    short_name: Mapped[Short] = mapped_column(unique=True)
    title: Mapped[Words] = mapped_column(WordsType)
    purpose: Mapped[Words] = mapped_column(WordsType, default=Words())
    level_aimed: Mapped[ParticipationLevel] = mapped_column(choice_of(ParticipationLevel))
    instance: Mapped[Line] = mapped_column(default="")
    languages: Mapped[list[str]] = mapped_column(Json)
    opens_on: Mapped[date]
    closes_on: Mapped[date]
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    notice: Mapped[list[dict[str, object]]] = mapped_column(Json, default=list)
    read_when: Mapped[Words] = mapped_column(WordsType, default=Words())
    emergency: Mapped[Words] = mapped_column(WordsType, default=Words())
    reply_by: Mapped[date | None]
    missing_people: Mapped[str] = mapped_column(String(2000), default="")
    biases: Mapped[str] = mapped_column(String(2000), default="")
    structure: Mapped[Structure] = relationship()
    services: Mapped[list[Service]] = relationship(
        secondary="campaign_service", order_by=Service.id
    )
    milestones: Mapped[list["Milestone"]] = relationship(
        back_populates="campaign", order_by="Milestone.on, Milestone.id"
    )

    def state(self, on: date) -> CampaignState:
        """Where the campaign stands on a day."""
        return state_on(
            on,
            opens_on=self.opens_on,
            closes_on=self.closes_on,
            is_closed=self.closed_at is not None,
        )

    @property
    def service_ids(self) -> frozenset[int]:
        """The services where it runs; staff of other services do not reach it."""
        return frozenset(service.id for service in self.services)


class CampaignService(Base):
    """A campaign runs in a service."""

    __tablename__ = "campaign_service"

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), primary_key=True)
    service_id: Mapped[int] = mapped_column(ForeignKey("service.id"), primary_key=True)


class Milestone(Base):
    """A date of the campaign's calendar: the workshop, the answers, the giving back."""

    __tablename__ = "milestone"

    id: Mapped[Key]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), index=True)
    on: Mapped[date]
    words: Mapped[Words] = mapped_column(WordsType)
    campaign: Mapped[Campaign] = relationship(back_populates="milestones")
