"""Questionnaires, their frozen versions, where they are open, and what was answered."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation import clock
from participation.campaigns.models import Campaign
from participation.campaigns.rules import Channel
from participation.people.models import Service
from participation.questionnaires.drafts import OptionRole
from participation.questionnaires.rules import Assistance
from participation.storage.base import Base, Key, OfStructure, RandomKey, Short
from participation.storage.types import Json, Moment, WordsType, choice_of
from participation.voices.models import Utterance
from participation.wording import Words


def present() -> datetime:
    """Now, looked up anew each time: a test or a replay may change the clock."""
    return clock.now()


class Questionnaire(OfStructure, Base):
    """A questionnaire belongs to a structure and is reused by campaigns and years.

    `title` is that of its last published version, or of its first draft. `is_model`: every service
    of the structure may start from a copy of it.
    """

    __tablename__ = "questionnaire"

    id: Mapped[Key]
    short_name: Mapped[Short] = mapped_column(unique=True)
    title: Mapped[Words] = mapped_column(WordsType)
    is_model: Mapped[bool] = mapped_column(default=False, server_default=false())
    versions: Mapped[list["Version"]] = relationship(
        back_populates="questionnaire", order_by="Version.number"
    )


class Version(OfStructure, Base):
    """What is asked. Once published it never changes (a trigger); an edit makes a new one.

    `languages`: the tags it is worded in, French first. `revision` grows with each edit of a draft,
    so that two editors never overwrite one another. `removed`: questions taken out of the draft
    (`{"position": 3, "question": {...}}`, the last one last), until they are put back.
    """

    __tablename__ = "version"
    __table_args__ = (UniqueConstraint("questionnaire_id", "number"),)

    id: Mapped[Key]
    questionnaire_id: Mapped[int] = mapped_column(ForeignKey("questionnaire.id"), index=True)
    number: Mapped[int]
    title: Mapped[Words] = mapped_column(WordsType, default=Words(), server_default="{}")
    published_at: Mapped[datetime | None] = mapped_column(Moment)
    languages: Mapped[list[str]] = mapped_column(
        Json, default=lambda: ["fr"], server_default='["fr"]'
    )
    revision: Mapped[int] = mapped_column(default=0, server_default="0")
    removed: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list, server_default="[]")
    changed_at: Mapped[datetime | None] = mapped_column(Moment, default=present, onupdate=present)
    questionnaire: Mapped[Questionnaire] = relationship(back_populates="versions")
    questions: Mapped[list["Question"]] = relationship(
        back_populates="version", order_by="Question.position"
    )


class Question(Base):
    """One question. It keeps its key across versions, so that sites and years compare.

    `lowest` and `highest` bound a number, in whole units; `picture` is the digest of a medium;
    `condition` is data over earlier answers (conditions.py).
    """

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
    picture: Mapped[Short] = mapped_column(default="", server_default="")
    lowest: Mapped[int | None]
    highest: Mapped[int | None]
    decimals: Mapped[int] = mapped_column(default=0, server_default="0")
    unit: Mapped[Words] = mapped_column(WordsType, default=Words(), server_default="{}")
    precision: Mapped[Short] = mapped_column(default="", server_default="")
    is_required: Mapped[bool] = mapped_column(default=False, server_default=false())
    condition: Mapped[dict[str, Any] | None] = mapped_column(Json)
    version: Mapped[Version] = relationship(back_populates="questions")
    options: Mapped[list["Option"]] = relationship(
        back_populates="question", order_by="Option.position", cascade="all, delete-orphan"
    )
    statements: Mapped[list["Statement"]] = relationship(
        back_populates="question", order_by="Statement.position", cascade="all, delete-orphan"
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
    picture: Mapped[Short] = mapped_column(default="", server_default="")
    question: Mapped[Question] = relationship(back_populates="options")


class Statement(Base):
    """One row of an agreement table; the options of the question are its columns."""

    __tablename__ = "question_statement"
    __table_args__ = (UniqueConstraint("question_id", "key"),)

    id: Mapped[Key]
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), index=True)
    key: Mapped[Short]
    position: Mapped[int]
    words: Mapped[Words] = mapped_column(WordsType)
    pictogram: Mapped[Short] = mapped_column(default="")
    question: Mapped[Question] = relationship(back_populates="statements")


class Opening(OfStructure, Base):
    """A version, in a campaign, at a service, by some channels. `token` stands in its address.

    `languages` are offered to people; whoever chose one in which the version has no words reads
    `reading` instead, and the page says so.
    """

    __tablename__ = "opening"

    id: Mapped[Key]
    token: Mapped[Short] = mapped_column(unique=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"))
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), index=True)
    service_id: Mapped[int] = mapped_column(ForeignKey("service.id"))
    channels: Mapped[list[str]] = mapped_column(Json)
    languages: Mapped[list[str]] = mapped_column(
        Json, default=lambda: ["fr"], server_default='["fr"]'
    )
    reading: Mapped[Short] = mapped_column(default="fr", server_default="fr")
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
    __table_args__ = (
        Index("ix_response_groups", "opening_id", "language", "channel", "assistance", "id"),
    )

    id: Mapped[RandomKey]
    opening_id: Mapped[int] = mapped_column(ForeignKey("opening.id"))
    language: Mapped[Short]
    read_in: Mapped[Short]
    channel: Mapped[Channel] = mapped_column(choice_of(Channel))
    assistance: Mapped[Assistance | None] = mapped_column(choice_of(Assistance))
    day: Mapped[date | None]


class Answer(Base):
    """One mark of one response: an option, an option in a row, a rank, a number, a date; or the
    fact that own words were given (everything empty).

    `value`: the rank from 1; a number counted in its smallest unit (12.5 with one decimal is 125);
    a date as 20261123, 202611 or 2026.
    """

    __tablename__ = "answer"
    __table_args__ = (
        Index("ix_answer_count", "opening_id", "question_id", "option_id", "statement_id", "value"),
        Index("ix_answer_cross", "response_id", "question_id", "option_id"),
    )

    id: Mapped[RandomKey]
    response_id: Mapped[int] = mapped_column(ForeignKey("response.id"))
    opening_id: Mapped[int] = mapped_column(ForeignKey("opening.id"))
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"))
    option_id: Mapped[int | None] = mapped_column(ForeignKey("question_option.id"))
    statement_id: Mapped[int | None] = mapped_column(ForeignKey("question_statement.id"))
    value: Mapped[int | None] = mapped_column(BigInteger)


class FreeText(Base):
    """Own words given to a question. No reference to the response: a text is never profiled."""

    __tablename__ = "free_text"

    utterance_id: Mapped[int] = mapped_column(ForeignKey("utterance.id"), primary_key=True)
    opening_id: Mapped[int] = mapped_column(ForeignKey("opening.id"), index=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"))
    utterance: Mapped[Utterance] = relationship()


class Cut(Base):
    """The figures of an opening that everybody sees, until at least five more responses came.

    `figures`: question id -> mark -> count; every key is a string. A mark is "answered" (responses
    that answered), "asked" (that met the condition of the question, where it has one), "text", an
    option id, "<statement id>:<option id>", "<option id>@<rank>", "@<band>" for a number or a date
    (see bands.py), or "sum" (of the numbers; not a count). Beside the questions, "by:language",
    "by:channel" and "by:assistance": group -> responses, small groups together as "other".
    """

    __tablename__ = "cut"

    opening_id: Mapped[int] = mapped_column(ForeignKey("opening.id"), primary_key=True)
    responses: Mapped[int]
    figures: Mapped[dict[str, dict[str, int]]] = mapped_column(Json)
    taken_at: Mapped[datetime] = mapped_column(Moment)


class Breakdown(Base):
    """The one breakdown of a question: by language, channel or assistance, chosen once.

    `figures`: group -> mark -> count, taken together with a cut of `responses` responses; empty
    while none has been taken since the choice. The choice never changes (a trigger).
    """

    __tablename__ = "breakdown"

    opening_id: Mapped[int] = mapped_column(ForeignKey("opening.id"), primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    attribute: Mapped[Short]
    responses: Mapped[int] = mapped_column(default=0)
    figures: Mapped[dict[str, dict[str, int]]] = mapped_column(Json, default=dict)
