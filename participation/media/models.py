"""Sounds and pictures are rows: nodes share the database and nothing else."""

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from participation.storage.base import Base, RandomKey, Short


class Media(Base):
    """One file; the same bytes are stored once."""

    __tablename__ = "media"

    id: Mapped[RandomKey]
    digest: Mapped[str] = mapped_column(unique=True)
    content_type: Mapped[Short]
    content: Mapped[bytes] = mapped_column(LargeBinary)
