"""Sounds and pictures are rows: nodes share the database and nothing else."""

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from participation.storage.base import Base, RandomKey, Short


class Media(Base):
    """One file; `digest` is the SHA-256 of its bytes, so that the same are stored once.

    A person's voice has a random name in its place: nobody finds it by its bytes, and erasing it
    never takes away a sound of the service.
    """

    __tablename__ = "media"

    id: Mapped[RandomKey]
    digest: Mapped[str] = mapped_column(unique=True)
    content_type: Mapped[Short]
    content: Mapped[bytes] = mapped_column(LargeBinary)
