"""Receive a gesture: the first time, again, or with other content."""

import hashlib
import hmac
import json
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from participation.errors import KeptAside
from participation.receipts.models import Aside, Received

RECEIVE = text(
    "INSERT INTO received (kind, gesture_digest, content_mac) VALUES (:kind, :digest, :mac)"
    " ON CONFLICT DO NOTHING"
)


class OtherContent(KeptAside):
    """The same gesture came with other content; it was kept aside and shown to staff."""


def first_time(session: Session, *, kind: str, gesture: UUID, content: object) -> bool:
    """Record a gesture; False when the same content came before under it.

    Raises OtherContent when other content came before; the caller keeps it with `keep_aside`.
    The caller holds the write transaction; of two at once the second waits for the first to end.
    """
    values = {"kind": kind, "digest": digest_of(gesture), "mac": mac_of(gesture, content)}
    if session.connection().execute(RECEIVE, values).rowcount:
        return True
    came_before(session, kind=kind, gesture=gesture, content=content)
    return False


def came_before(session: Session, *, kind: str, gesture: UUID, content: object) -> bool:
    """Whether a gesture was received with this content; raise OtherContent when with another."""
    found = session.execute(
        select(Received.content_mac).where(
            Received.kind == kind, Received.gesture_digest == digest_of(gesture)
        )
    ).scalar_one_or_none()
    if found is None:
        return False
    if not hmac.compare_digest(bytes(found), mac_of(gesture, content)):
        raise OtherContent
    return True


def digest_of(gesture: UUID) -> bytes:
    """What is stored of a gesture."""
    return hashlib.sha256(gesture.bytes).digest()


def mac_of(gesture: UUID, content: object) -> bytes:
    """What is stored of a content: nothing that could be guessed without the gesture."""
    return hmac.new(gesture.bytes, canonical(content), hashlib.sha256).digest()


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
