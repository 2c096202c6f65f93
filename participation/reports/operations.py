"""Publish an edition: its figures and its PDF are kept as they were."""

import hashlib
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.reports.models import Snapshot
from participation.reports.queries import SYNTHESIS, last_edition
from participation.reports.rules import AlreadyPublished, MayNotPublish, NothingToPublish
from participation.reports.synthesis import Synthesis


def publish_synthesis(
    session: Session,
    campaign: Campaign,
    synthesis: Synthesis,
    pdf: bytes,
    *,
    language: str,
    at: datetime,
    by: str,
    may_publish: bool,
) -> Snapshot:
    """Keep an edition for ever. Raises MayNotPublish, NothingToPublish and AlreadyPublished."""
    if not may_publish:
        raise MayNotPublish
    if not synthesis.decision.answered:
        raise NothingToPublish
    digest = hashlib.sha256(pdf).hexdigest()
    number = last_edition(session, campaign, language) + 1
    if synthesis.cover.edition != number:
        raise AlreadyPublished
    snapshot = Snapshot(
        structure_id=campaign.structure_id,
        campaign_id=campaign.id,
        kind=SYNTHESIS,
        language=language,
        edition=number,
        figures=plain(asdict(synthesis)),
        pdf=pdf,
        digest=digest,
        published_at=at,
        published_by=by,
    )
    session.add(snapshot)
    session.flush()
    return snapshot


def plain(value: Any) -> Any:
    """The same figures as a value that JSON can hold."""
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value
