"""Read the journal."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.journal.models import JournalEntry


@dataclass(frozen=True, slots=True)
class Entry:
    """One act, by whom, on what."""

    id: int
    at: datetime
    who: str
    act: str
    subject: str


def entries(
    session: Session, structure_id: int, *, before: int = 0, most: int = 100
) -> list[Entry]:
    """The acts of a structure, newest first; `before` is the id where the page above ended."""
    asked = select(JournalEntry).where(JournalEntry.structure_id == structure_id)
    if before:
        asked = asked.where(JournalEntry.id < before)
    found = session.scalars(asked.order_by(JournalEntry.id.desc()).limit(most))
    return [Entry(one.id, one.at, one.who, one.act, one.subject) for one in found]
