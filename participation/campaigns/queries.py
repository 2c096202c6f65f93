"""The campaigns that somebody may see."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from participation.campaigns.models import Campaign


def campaigns_of(
    session: Session, structure_id: int, services: frozenset[int] | None
) -> Sequence[Campaign]:
    """The campaigns of a structure in these services (None: all), those that end last first."""
    found = session.scalars(
        select(Campaign)
        .where(Campaign.structure_id == structure_id)
        .options(selectinload(Campaign.services), selectinload(Campaign.milestones))
        .order_by(Campaign.closes_on.desc(), Campaign.id.desc())
    ).all()
    return [one for one in found if services is None or one.service_ids & services]
