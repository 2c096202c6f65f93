"""What staff did. Residents are never in it."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from participation.storage.base import Base, Key, Line, Short
from participation.storage.types import Moment


class JournalEntry(Base):
    """One act of one member of staff, in one sentence's worth of facts."""

    __tablename__ = "journal_entry"

    id: Mapped[Key]
    structure_id: Mapped[int] = mapped_column(index=True)
    at: Mapped[datetime] = mapped_column(Moment)
    who: Mapped[Short]
    act: Mapped[Short]
    subject: Mapped[Line]
