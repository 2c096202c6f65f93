"""Published figures and documents, frozen."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.campaigns.models import Campaign
from participation.storage.base import Base, Key, OfStructure, Short
from participation.storage.types import Json, Moment


class Snapshot(OfStructure, Base):
    """One edition of a document: its figures, its PDF and the fingerprint of the PDF."""

    __tablename__ = "snapshot"
    __table_args__ = (UniqueConstraint("campaign_id", "kind", "language", "edition"),)

    id: Mapped[Key]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), index=True)
    kind: Mapped[Short]
    language: Mapped[Short]
    edition: Mapped[int]
    figures: Mapped[dict[str, object]] = mapped_column(Json)
    pdf: Mapped[bytes] = mapped_column(LargeBinary)
    digest: Mapped[str]
    published_at: Mapped[datetime] = mapped_column(Moment)
    published_by: Mapped[Short]
    campaign: Mapped[Campaign] = relationship()
