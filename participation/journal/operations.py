"""Write a line of the journal."""

from datetime import datetime

from sqlalchemy.orm import Session

from participation.journal.models import JournalEntry


def note(
    session: Session, *, structure_id: int, at: datetime, who: str, act: str, subject: str
) -> None:
    """Add one staff act, in the transaction of the act itself."""
    session.add(
        JournalEntry(structure_id=structure_id, at=at, who=who, act=act, subject=subject[:300])
    )
