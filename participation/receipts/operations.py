"""Receive a gesture: the first time, again, or with other content."""

import hashlib
import hmac
import json
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from participation.errors import KeptAside
from participation.receipts.models import Aside, Received


class OtherContent(KeptAside):
    """The same gesture came with other content; it was kept aside and shown to staff."""


def first_time(session: Session, *, kind: str, gesture: UUID, content: object) -> bool:
    """Record a gesture; False when the same content came before under it.

    Raises OtherContent when other content came before; the caller keeps it with `keep_aside`.
    The caller holds the write transaction; on PostgreSQL two at once meet in the primary key.
    """
    digest = hashlib.sha256(gesture.bytes).digest()
    mac = hmac.new(gesture.bytes, canonical(content), hashlib.sha256).digest()
    found = session.execute(
        select(Received.content_mac).where(Received.kind == kind, Received.gesture_digest == digest)
    ).scalar_one_or_none()
    if found is None:
        session.execute(insert(Received).values(kind=kind, gesture_digest=digest, content_mac=mac))
        return True
    if not hmac.compare_digest(bytes(found), mac):
        raise OtherContent
    return False


def keep_aside(
    session: Session, *, structure_id: int, kind: str, subject: str, content: Any, day: date
) -> None:
    """Keep what came under a gesture that was already used for something else."""
    aside = Aside(structure_id=structure_id, kind=kind, subject=subject, content=content, day=day)
    session.add(aside)
    session.flush()


def canonical(content: object) -> bytes:
    """One sequence of bytes for one content."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False, default=str).encode()
