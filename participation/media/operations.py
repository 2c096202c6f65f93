"""Keep a file once, whoever brings it again; a person's voice is kept apart."""

from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.media.models import Media
from participation.media.rules import Medium


def keep(session: Session, medium: Medium) -> Media:
    """The stored file; the same bytes are stored once."""
    found = session.scalar(select(Media).where(Media.digest == medium.digest))
    if found is None:
        found = Media(
            digest=medium.digest, content_type=medium.content_type, content=medium.content
        )
        session.add(found)
        session.flush()
    return found


def keep_voice(session: Session, medium: Medium) -> Media:
    """A person's voice in a row of its own, under a random name."""
    kept = Media(
        digest=f"voice-{uuid4().hex}", content_type=medium.content_type, content=medium.content
    )
    session.add(kept)
    session.flush()
    return kept
