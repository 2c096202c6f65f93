"""Documents asked for and not yet rendered."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from participation.storage.base import Base, Line, OfStructureId, RandomKey, Short
from participation.storage.types import Json, Moment, choice_of


class JobState(StrEnum):
    """Where a piece of work stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Job(OfStructureId, Base):
    """One document to render; `arguments` name it, `result_id` is its row once done."""

    __tablename__ = "job"

    id: Mapped[RandomKey]
    kind: Mapped[Short]
    arguments: Mapped[dict[str, str]] = mapped_column(Json)
    state: Mapped[JobState] = mapped_column(choice_of(JobState), default=JobState.WAITING)
    asked_at: Mapped[datetime] = mapped_column(Moment)
    claimed_at: Mapped[datetime | None] = mapped_column(Moment)
    result_id: Mapped[int | None] = mapped_column(BigInteger)
    error: Mapped[Line] = mapped_column(default="")
