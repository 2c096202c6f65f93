"""Gestures that were received, without a reference to what they created."""

from datetime import date

from sqlalchemy import LargeBinary, PrimaryKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from participation.storage.base import Base, RandomKey, Short
from participation.storage.types import Json


class Received(Base):
    """One gesture received once. The raw gesture is not stored, so the row leads to nothing."""

    __tablename__ = "received"
    __table_args__ = (PrimaryKeyConstraint("kind", "gesture_digest"),)

    kind: Mapped[Short]
    gesture_digest: Mapped[bytes] = mapped_column(LargeBinary(32))
    content_mac: Mapped[bytes] = mapped_column(LargeBinary(32))


class Aside(Base):
    """Other content that came under a gesture already received, kept for staff to look at."""

    __tablename__ = "kept_aside"

    id: Mapped[RandomKey]
    structure_id: Mapped[int] = mapped_column(index=True)
    kind: Mapped[Short]
    subject: Mapped[Short]
    content: Mapped[object] = mapped_column(Json)
    day: Mapped[date]
