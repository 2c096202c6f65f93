"""Find a file that was kept."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.sql import ColumnElement

from participation.errors import NotFound
from participation.media.models import Media


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it is served; `name` changes when its bytes do."""

    name: str
    content_type: str
    content: bytes


def kept(session: Session, which: ColumnElement[bool]) -> Kept:
    """The one file that fits, or raise NotFound."""
    statement = select(Media.digest, Media.content_type, Media.content).where(which)
    row = session.execute(statement.order_by(Media.id)).first()
    if row is None:
        raise NotFound
    return Kept(row.digest, row.content_type, row.content)
