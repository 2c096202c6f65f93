"""People's own words."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, and_
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.sql import ColumnElement

from participation.storage.base import Base, Line, OfStructure, RandomKey, Short
from participation.storage.types import choice_of
from participation.voices.rules import Moderation, Source, whole
from participation.wording import State


class Utterance(OfStructure, Base):
    """A person's own words or voice. The text never changes; it can only be erased, with a cause.

    The text of a voice alone is empty. `mask` is what is said with parts hidden; `transcript` what
    a recording says, in its language; `french` the translation; `simple` an easy version: they
    stand beside the words and never replace them. Nothing here leads to a
    response or a person.
    """

    __tablename__ = "utterance"
    __table_args__ = (
        CheckConstraint(
            "text IS NOT NULL OR recording_id IS NOT NULL OR erased_cause <> ''", "says_something"
        ),
        CheckConstraint(
            "moderation <> 'refused' OR length(trim(reason)) > 0", "a_refusal_has_a_reason"
        ),
        Index("ix_utterance_desk", "structure_id", "moderation"),
    )

    id: Mapped[RandomKey]
    language: Mapped[Short]
    is_oral: Mapped[bool] = mapped_column(default=False)
    text: Mapped[str | None] = mapped_column(Text)
    recording_id: Mapped[int | None] = mapped_column(ForeignKey("media.id"))
    source: Mapped[Source] = mapped_column(choice_of(Source), default=Source.RESIDENT)
    told_original_may_show: Mapped[bool] = mapped_column(default=False)
    day: Mapped[date | None]
    french: Mapped[str] = mapped_column(Text, default="")
    french_state: Mapped[State] = mapped_column(choice_of(State), default=State.DRAFT)
    french_reviewer: Mapped[Short] = mapped_column(default="")
    simple: Mapped[str] = mapped_column(Text, default="")
    mask: Mapped[str] = mapped_column(Text, default="")
    transcript: Mapped[str] = mapped_column(Text, default="", server_default="")
    moderation: Mapped[Moderation] = mapped_column(
        choice_of(Moderation), default=Moderation.WAITING
    )
    reason: Mapped[Line] = mapped_column(default="")
    moderated_by: Mapped[Line] = mapped_column(default="")
    erased_cause: Mapped[Short] = mapped_column(default="")
    recording_erased_cause: Mapped[Short] = mapped_column(default="")

    @hybrid_property
    def is_publishable(self) -> bool:
        """The one rule that screens, projector, exports and documents share."""
        return self.moderation is Moderation.PUBLISHED and not self.erased_cause

    @is_publishable.inplace.expression
    @classmethod
    def _is_publishable_sql(cls) -> ColumnElement[bool]:
        return and_(cls.moderation == Moderation.PUBLISHED, cls.erased_cause == "")

    @property
    def said(self) -> str:
        """The own words whole: what was written, then what a recording says."""
        return whole(self.text, self.transcript)

    @property
    def shown(self) -> str:
        """The own words as others may see them: masked where staff masked them."""
        return self.mask or self.said

    @property
    def written_in(self) -> str:
        """The language of the letters: words that were spoken are written down in French."""
        return "fr" if self.is_oral else self.language
