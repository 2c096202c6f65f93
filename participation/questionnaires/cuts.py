"""The figures that everybody sees advance by five responses or more, never one by one."""

from datetime import datetime

from sqlalchemy import BindParameter, bindparam, func, select
from sqlalchemy.orm import Session

from participation.disclosure.thresholds import FEWEST_SHOWN, next_cut
from participation.questionnaires.models import Cut, Response
from participation.questionnaires.queries import figures_of

HERE: BindParameter[int] = bindparam("opening")
COUNTED = select(
    func.coalesce(select(Cut.responses).where(Cut.opening_id == HERE).scalar_subquery(), 0),
    select(func.count()).where(Response.opening_id == HERE).scalar_subquery(),
)
"""Asked at each response, so it is built once."""
PART_OF_A_LARGE_ONE = 20
"""A large opening advances by a twentieth: counting everything for five more would be waste."""


def advance_cut(session: Session, opening_id: int, *, at: datetime, is_last: bool = False) -> bool:
    """Take the figures anew if enough responses came; True when they advanced.

    When an opening has closed, its last figures count everybody, if there are five at least.
    """
    shown, now = _counted(session, opening_id)
    enough = now >= FEWEST_SHOWN and now > shown if is_last else is_due(shown, now)
    if enough:
        figures = figures_of(session, [opening_id])
        session.merge(Cut(opening_id=opening_id, responses=now, figures=figures, taken_at=at))
        session.flush()
    return enough


def is_due(shown: int, now: int) -> bool:
    """Whether the figures shown should advance, given how many responses came."""
    return next_cut(shown, now) != shown and now - shown >= shown // PART_OF_A_LARGE_ONE


def _counted(session: Session, opening_id: int) -> tuple[int, int]:
    """How many responses the figures shown rest on, and how many there are."""
    row = session.connection().execute(COUNTED, {"opening": opening_id}).one()
    return int(row[0]), int(row[1])
