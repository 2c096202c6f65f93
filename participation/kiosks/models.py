"""A kiosk is a role of the device, never of a person."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.people.models import Service
from participation.storage.base import Base, Key, Line, OfStructure
from participation.storage.types import Moment


class Device(OfStructure, Base):
    """A browser that became the kiosk of one service. Only the hash of its token is kept."""

    __tablename__ = "device"

    id: Mapped[Key]
    service_id: Mapped[int] = mapped_column(ForeignKey("service.id"))
    name: Mapped[Line]
    token_hash: Mapped[str] = mapped_column(unique=True)
    started_on: Mapped[date]
    revoked_at: Mapped[datetime | None] = mapped_column(Moment)
    service: Mapped[Service] = relationship()

    @property
    def service_ids(self) -> frozenset[int]:
        """The service that it stands in."""
        return frozenset({self.service_id})
