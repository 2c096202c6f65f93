"""Structures, their services, and the staff who work there. Residents have no account."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.people.rules import Role
from participation.storage.base import Base, Key, Line, OfStructure, Short
from participation.storage.types import Moment, WordsType, choice_of
from participation.wording import Words


class Structure(Base):
    """A structure gestionnaire: the tenant. Everything belongs to one."""

    __tablename__ = "structure"

    id: Mapped[Key]
    short_name: Mapped[Short] = mapped_column(unique=True)
    name: Mapped[Line]
    contact: Mapped[Line] = mapped_column(default="")
    emergency: Mapped[Words] = mapped_column(WordsType, default=Words())
    phones_address: Mapped[Line] = mapped_column(default="", server_default="")
    is_demonstration: Mapped[bool] = mapped_column(default=False)


class Service(OfStructure, Base):
    """A site or team that receives people, with its territory in words."""

    __tablename__ = "service"
    __table_args__ = (UniqueConstraint("structure_id", "short_name"),)

    id: Mapped[Key]
    short_name: Mapped[Short]
    name: Mapped[Line]
    territory: Mapped[Line] = mapped_column(default="")
    structure: Mapped[Structure] = relationship()


class Account(OfStructure, Base):
    """A member of staff. `version` ends every session when it changes."""

    __tablename__ = "account"

    id: Mapped[Key]
    sign_in_name: Mapped[Short] = mapped_column(unique=True)
    name: Mapped[Line]
    title: Mapped[Line] = mapped_column(default="")
    password_hash: Mapped[str] = mapped_column(default="")
    code_hash: Mapped[str] = mapped_column(default="")
    code_ends_at: Mapped[datetime | None] = mapped_column(Moment)
    failed_sign_ins: Mapped[int] = mapped_column(default=0)
    paused_until: Mapped[datetime | None] = mapped_column(Moment)
    version: Mapped[int] = mapped_column(default=1)
    is_open: Mapped[bool] = mapped_column(default=True)
    structure: Mapped[Structure] = relationship()
    memberships: Mapped[list["Membership"]] = relationship(
        back_populates="account", order_by="Membership.id", cascade="all, delete-orphan"
    )


class Membership(OfStructure, Base):
    """A role in a structure, and in one service or (managers, administrators) in all of them."""

    __tablename__ = "membership"
    __table_args__ = (
        CheckConstraint(
            "service_id IS NOT NULL OR role IN ('manager', 'administrator', 'translator')",
            "works_in_a_service",
        ),
        UniqueConstraint("account_id", "role", "service_id"),
    )

    id: Mapped[Key]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    role: Mapped[Role] = mapped_column(choice_of(Role))
    service_id: Mapped[int | None] = mapped_column(ForeignKey("service.id"))
    may_publish: Mapped[bool] = mapped_column(default=False)
    account: Mapped[Account] = relationship(back_populates="memberships")
    service: Mapped[Service | None] = relationship()
