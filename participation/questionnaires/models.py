"""Questionnaires, their frozen versions, where they are open, and what was answered."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel
from participation.people.models import Service
from participation.questionnaires.rules import Assistance, OptionRole
from participation.storage.base import Base, Key, OfStructure, RandomKey, Short
from participation.storage.types import Json, Moment, WordsType, choice_of
from participation.voices.models import Utterance
from participation.wording import Words


class Questionnaire(OfStructure, Base):
    """A questionnaire belongs to a structure and is reused by campaigns and years."""

    __tablename__ = "questionnaire"

    id: Mapped[Key]
    short_name: Mapped[Short] = mapped_column(unique=True)
    title: Mapped[Words] = mapped_column(WordsType)
    versions: Mapped[list["Version"]] = relationship(
        back_populates="questionnaire", order_by="Version.number"
    )


class Version(OfStructure, Base):
    """What is asked. Once published it never changes (a trigger); an edit makes a new one."""

    __tablename__ = "version"
    __table_args__ = (UniqueConstraint("questionnaire_id", "number"),)

    id: Mapped[Key]
    questionnaire_id: Mapped[int] = mapped_column(ForeignKey("questionnaire.id"), index=True)
    number: Mapped[int]
    published_at: Mapped[datetime | None] = mapped_column(Moment)
    questionnaire: Mapped[Questionnaire] = relationship(back_populates="versions")
    questions: Mapped[list["Question"]] = relationship(
        back_populates="version", order_by="Question.position"
    )


class Question(Base):
    """One question. It keeps its key across versions, so that sites and years compare."""

    __tablename__ = "question"
    __table_args__ = (
        UniqueConstraint("version_id", "key"),
        CheckConstraint("maximum IS NULL OR maximum > 0", "maximum_is_one_or_more"),
    )

    id: Mapped[Key]
    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"), index=True)
    key: Mapped[Short]
    position: Mapped[int]
    kind: Mapped[Short]
    words: Mapped[Words] = mapped_column(WordsType)
    hint: Mapped[Words] = mapped_column(WordsType, default=Words())
    pictogram: Mapped[Short] = mapped_column(default="")
    maximum: Mapped[int | None]
    version: Mapped[Version] = relationship(back_populates="questions")
    options: Mapped[list["Option"]] = relationship(
        back_populates="question", order_by="Option.position"
    )


class Option(Base):
    """One answer that a question offers."""

    __tablename__ = "question_option"
    __table_args__ = (UniqueConstraint("question_id", "key"),)

    id: Mapped[Key]
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), index=True)
    key: Mapped[Short]
    position: Mapped[int]
    role: Mapped[OptionRole] = mapped_column(choice_of(OptionRole), default=OptionRole.CHOICE)
    words: Mapped[Words] = mapped_column(WordsType)
    pictogram: Mapped[Short] = mapped_column(default="")
    question: Mapped[Question] = relationship(back_populates="options")


class Opening(OfStructure, Base):
    """A version, in a campaign, at a service, by some channels. `token` stands in its address."""

    __tablename__ = "opening"

    id: Mapped[Key]
    token: Mapped[Short] = mapped_column(unique=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"))
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), index=True)
    service_id: Mapped[int] = mapped_column(ForeignKey("service.id"))
    channels: Mapped[list[str]] = mapped_column(Json)
    opens_on: Mapped[date]
    closes_on: Mapped[date]
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    version: Mapped[Version] = relationship()
    campaign: Mapped[Campaign] = relationship()
    service: Mapped[Service] = relationship()

    def is_open(self, on: date) -> bool:
        """Whether it takes responses on a day."""
        return self.closed_at is None and self.opens_on <= on <= self.closes_on

    @property
    def service_ids(self) -> frozenset[int]:
        """The service that receives the responses."""
        return frozenset({self.service_id})


class Response(Base):
    """Somebody answered. The row names nobody: language, channel, who helped, and the day.

    `day` is dropped, and rare values are folded into "other", when the campaign closes.
    `read_in` is the language really read when the chosen one had no text.
    """

    __tablename__ = "response"
    __table_args__ = (Index("ix_response_opening_id_language", "opening_id", "language"),)

    id: Mapped[RandomKey]
    opening_id: Mapped[int] = mapped_column(ForeignKey("opening.id"))
    language: Mapped[Short]
    read_in: Mapped[Short]
    channel: Mapped[Channel] = mapped_column(choice_of(Channel))
    assistance: Mapped[Assistance | None] = mapped_column(choice_of(Assistance))
    day: Mapped[date | None]


class Answer(Base):
    """One chosen option of one response, or the fact that a text was given (`option_id` empty)."""

    __tablename__ = "answer"
    __table_args__ = (
        Index("ix_answer_count", "opening_id", "question_id", "option_id"),
        Index("ix_answer_cross", "response_id", "question_id", "option_id"),
    )

    id: Mapped[RandomKey]
    response_id: Mapped[int] = mapped_column(ForeignKey("response.id"))
    opening_id: Mapped[int] = mapped_column(ForeignKey("opening.id"))
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"))
    option_id: Mapped[int | None] = mapped_column(ForeignKey("question_option.id"))


class FreeText(Base):
    """Own words given to a question. No reference to the response: a text is never profiled."""

    __tablename__ = "free_text"

    utterance_id: Mapped[int] = mapped_column(ForeignKey("utterance.id"), primary_key=True)
    opening_id: Mapped[int] = mapped_column(ForeignKey("opening.id"), index=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"))
    utterance: Mapped[Utterance] = relationship()


class Cut(Base):
    """The figures of an opening that everybody sees, until at least five more responses came.

    `figures`: question id -> option id, "text" or "answered" -> count; every key is a string.
    """

    __tablename__ = "cut"

    opening_id: Mapped[int] = mapped_column(ForeignKey("opening.id"), primary_key=True)
    responses: Mapped[int]
    figures: Mapped[dict[str, dict[str, int]]] = mapped_column(Json)
    taken_at: Mapped[datetime] = mapped_column(Moment)
