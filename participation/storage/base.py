"""The declarative bases: one for everything, one for the cards and urns of polls."""

from typing import Annotated

from sqlalchemy import BigInteger, ForeignKey, Integer, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from participation.storage.types import random_id

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

Key = Annotated[int, mapped_column(Integer, primary_key=True)]
RandomKey = Annotated[
    int, mapped_column(BigInteger, primary_key=True, autoincrement=False, default=random_id)
]
Short = Annotated[str, mapped_column(String(80))]
Line = Annotated[str, mapped_column(String(300))]


class Base(DeclarativeBase):
    """What every stored thing of the main database is."""

    metadata = MetaData(naming_convention=NAMES)


class UrnBase(DeclarativeBase):
    """Cards and urns: in SQLite a file of their own, so that nothing else keeps their traces."""

    metadata = MetaData(naming_convention=NAMES)


class OfStructure:
    """A row that belongs to one structure; nobody of another structure can load it."""

    @declared_attr
    def structure_id(cls) -> Mapped[int]:  # noqa: N805  # declared_attr gives the class.
        """The structure that owns the row."""
        return mapped_column(ForeignKey("structure.id"), index=True)


class OfStructureId:
    """The same without a reference, for layers below the structures."""

    structure_id: Mapped[int] = mapped_column(index=True)
