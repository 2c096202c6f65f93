"""Names that exist once: the unique constraint has the last word, not the check before it."""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from participation.errors import Refused


def add_once(session: Session, thing: object, refusal: Refused) -> None:
    """Add a row and flush; raise the refusal when its name was taken meanwhile."""
    try:
        with session.begin_nested():
            session.add(thing)
            session.flush()
    except IntegrityError as error:
        raise refusal from error
