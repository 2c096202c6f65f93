"""Write what the person who asks has just done, in the transaction of the act."""

from sqlalchemy.orm import Session

from participation import clock
from participation.journal.operations import note
from participation.web.access import staff


def noted(session: Session, act: str, subject: str) -> None:
    """One line of the journal for the person who asks; `act` is a short code in English."""
    asking = staff()
    note(
        session,
        structure_id=asking.structure_id,
        at=clock.now(),
        who=asking.name,
        act=act,
        subject=subject,
    )
