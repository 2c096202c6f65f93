"""Workshops, polls and what was put to the vote; cards and urns live in a base of their own."""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.campaigns.models import Campaign
from participation.ideas.models import Proposal
from participation.people.models import Service
from participation.storage.base import Base, Key, Line, OfStructure, Short, UrnBase
from participation.storage.types import Json, Moment, WordsType, choice_of
from participation.wording import Words
from participation.workshops.rules import CardState, Method, PollState

WITHOUT_ROWID = {"sqlite_with_rowid": False}
"""SQLite keeps a hidden number for each row in the order of insertion, unless told not to."""


class Workshop(OfStructure, Base):
    """A meeting where people read, discuss and vote."""

    __tablename__ = "workshop"

    id: Mapped[Key]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), index=True)
    service_id: Mapped[int] = mapped_column(ForeignKey("service.id"))
    on: Mapped[date]
    begins: Mapped[Short] = mapped_column(default="")
    ends: Mapped[Short] = mapped_column(default="")
    people_present: Mapped[int] = mapped_column(default=0)
    languages_spoken: Mapped[int] = mapped_column(default=0)
    interpreters: Mapped[int] = mapped_column(default=0)
    volunteer_hours: Mapped[int] = mapped_column(default=0)
    campaign: Mapped[Campaign] = relationship()
    service: Mapped[Service] = relationship()

    @property
    def service_ids(self) -> frozenset[int]:
        """The services of its campaign."""
        return self.campaign.service_ids


class Poll(OfStructure, Base):
    """A scrutin. `code` is what people type; `dots` and `cap` are for the dots method."""

    __tablename__ = "poll"
    __table_args__ = (
        CheckConstraint("dots > 0 AND cap > 0 AND cap <= dots", "cap_within_dots"),
        CheckConstraint("is_secret AND is_hidden", "is_secret_and_hidden_until_revealed"),
    )

    id: Mapped[Key]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), index=True)
    workshop_id: Mapped[int | None] = mapped_column(ForeignKey("workshop.id"))
    code: Mapped[Short] = mapped_column(unique=True)
    question: Mapped[Words] = mapped_column(WordsType)
    method: Mapped[Method] = mapped_column(choice_of(Method))
    dots: Mapped[int] = mapped_column(default=5)
    cap: Mapped[int] = mapped_column(default=3)
    state: Mapped[PollState] = mapped_column(choice_of(PollState), default=PollState.PREPARED)
    is_secret: Mapped[bool] = mapped_column(default=True)
    is_hidden: Mapped[bool] = mapped_column(default=True)
    opened_at: Mapped[datetime | None] = mapped_column(Moment)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    revealed_at: Mapped[datetime | None] = mapped_column(Moment)
    campaign: Mapped[Campaign] = relationship()
    workshop: Mapped[Workshop | None] = relationship()
    lines: Mapped[list["BallotLine"]] = relationship(
        back_populates="poll", order_by="BallotLine.position"
    )
    tally: Mapped["Tally | None"] = relationship(back_populates="poll")

    @property
    def service_ids(self) -> frozenset[int]:
        """The services of its campaign."""
        return self.campaign.service_ids


class BallotLine(Base):
    """A proposal as it was put to the vote: a copy of its words and picture."""

    __tablename__ = "ballot_line"
    __table_args__ = (UniqueConstraint("poll_id", "position"),)

    id: Mapped[Key]
    poll_id: Mapped[int] = mapped_column(ForeignKey("poll.id"))
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), index=True)
    position: Mapped[int]
    words: Mapped[Words] = mapped_column(WordsType)
    pictogram: Mapped[Short] = mapped_column(default="idea")
    poll: Mapped[Poll] = relationship(back_populates="lines")
    proposal: Mapped[Proposal] = relationship()


class Tally(Base):
    """What the urn held when it was counted. `totals` follow the positions of the lines.

    `figures`: {"totals": [...], "ballots": n, "blank": n, "given": n}; `digest` is the SHA-256
    of their canonical JSON; `program` the version that counted.
    """

    __tablename__ = "tally"

    poll_id: Mapped[int] = mapped_column(ForeignKey("poll.id"), primary_key=True)
    figures: Mapped[dict[str, object]] = mapped_column(Json)
    digest: Mapped[str]
    program: Mapped[Short]
    counted_at: Mapped[datetime] = mapped_column(Moment)
    poll: Mapped[Poll] = relationship(back_populates="tally")


class Urn(UrnBase):
    """All the ballots of one poll in one value, sorted: its bytes tell nothing of their order.

    `result` holds the tally from the closing until it is copied to the main database.
    """

    __tablename__ = "urn"
    __table_args__ = WITHOUT_ROWID

    poll_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    is_open: Mapped[bool] = mapped_column(default=False)
    ballots: Mapped[bytes] = mapped_column(LargeBinary, default=b"")
    rehearsal: Mapped[bytes] = mapped_column(LargeBinary, default=b"")
    result: Mapped[dict[str, object] | None] = mapped_column(Json)


class Card(UrnBase):
    """A voting card: two HMACs of its codes, a state, and the HMAC of the gesture that used it."""

    __tablename__ = "card"
    __table_args__ = (UniqueConstraint("poll_id", "digits_mac"), {"sqlite_with_rowid": False})

    code_mac: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    poll_id: Mapped[int] = mapped_column(BigInteger, index=True)
    digits_mac: Mapped[bytes] = mapped_column(LargeBinary(32))
    state: Mapped[CardState] = mapped_column(choice_of(CardState), default=CardState.UNUSED)
    gesture_mac: Mapped[bytes | None] = mapped_column(LargeBinary(32))


class PlannedCards(Base):
    """How many cards were printed for a poll; their codes are on paper only."""

    __tablename__ = "planned_cards"

    poll_id: Mapped[int] = mapped_column(ForeignKey("poll.id"), primary_key=True)
    real: Mapped[int] = mapped_column(default=0)
    test: Mapped[int] = mapped_column(default=0)
    printed_by: Mapped[Line] = mapped_column(default="")
