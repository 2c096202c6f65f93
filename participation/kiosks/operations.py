"""A browser becomes the kiosk of a service, and stops being one."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from participation.errors import TooLong
from participation.kiosks.models import Device
from participation.kiosks.rules import DeviceNotNamed, hash_of, new_token
from participation.people.models import Service

LONGEST_NAME = 300


def start_kiosk(session: Session, service: Service, *, name: str, on: date) -> tuple[Device, str]:
    """A new kiosk and its token, which is given once and stored nowhere.

    Raises DeviceNotNamed and TooLong.
    """
    name = name.strip()
    if not name:
        raise DeviceNotNamed
    if len(name) > LONGEST_NAME:
        raise TooLong(longest=LONGEST_NAME)
    token = new_token()
    device = Device(
        structure_id=service.structure_id,
        service=service,
        name=name,
        token_hash=hash_of(token),
        started_on=on,
    )
    session.add(device)
    session.flush()
    return device, token


def stop_kiosk(session: Session, device: Device, *, at: datetime) -> None:
    """From now on the tablet is an ordinary browser. Stopping twice changes nothing more."""
    if device.revoked_at is None:
        device.revoked_at = at
        session.flush()
