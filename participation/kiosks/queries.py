"""Which kiosk a token belongs to, and which kiosks there are."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from participation.kiosks.models import Device
from participation.kiosks.rules import hash_of


def device_of_token(session: Session, token: str) -> Device | None:
    """The kiosk that holds a token, unless it was stopped."""
    return session.scalar(
        select(Device)
        .where(Device.token_hash == hash_of(token), Device.revoked_at.is_(None))
        .options(joinedload(Device.service))
    )


def running(
    session: Session, structure_id: int, service_ids: frozenset[int] | None
) -> Sequence[Device]:
    """The kiosks of some services (None: of all), by service and name."""
    wanted = select(Device).where(Device.structure_id == structure_id, Device.revoked_at.is_(None))
    if service_ids is not None:
        wanted = wanted.where(Device.service_id.in_(service_ids))
    ordered = wanted.order_by(Device.service_id, Device.name, Device.id)
    return session.scalars(ordered.options(joinedload(Device.service))).all()
