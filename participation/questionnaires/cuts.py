"""The figures that everybody sees advance by five responses or more, never one by one."""

import secrets
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import BindParameter, bindparam, func, select
from sqlalchemy.orm import Session

from participation.disclosure.groups import OTHER, Table, merge_participation
from participation.disclosure.thresholds import FEWEST_SHOWN, next_cut
from participation.questionnaires.asked import VersionAsked
from participation.questionnaires.breakdowns import chosen, take
from participation.questionnaires.counting import ATTRIBUTES, Counted, Figures, count
from participation.questionnaires.models import Cut, Response

HERE: BindParameter[int] = bindparam("opening")
SHOWN = select(Cut.responses).where(Cut.opening_id == HERE)
COUNTED = select(func.count()).where(Response.opening_id == HERE)
"""Asked at each response, so they are built once."""
PART_OF_A_LARGE_ONE = 20
"""A large opening advances by a twentieth: counting everything for five more would be waste."""
LOOKS_FOR_ONE_STEP = 10
"""How often, on average, a large opening is counted on the way to its next twentieth."""


def advance_cut(
    session: Session,
    opening_id: int,
    *,
    at: datetime,
    is_last: bool = False,
    version: VersionAsked | None = None,
) -> bool:
    """Take the figures anew if enough responses came; True when they advanced.

    When an opening has closed, its last figures count everybody, if there are five at least.
    `version` spares reading what is asked.
    """
    shown = responses_shown(session, opening_id)
    if not is_last and not is_time_to_look(shown):
        return False
    now = responses_now(session, opening_id)
    enough = now >= FEWEST_SHOWN and now > shown if is_last else is_due(shown, now)
    if enough:
        take_cut(session, opening_id, at=at, version=version)
    return enough


def take_cut(
    session: Session, opening_id: int, *, at: datetime, version: VersionAsked | None = None
) -> None:
    """Store the figures of everybody who has answered, and the breakdowns that were chosen."""
    wanted = chosen(session, opening_id)
    by = {one.question_id: one.attribute for one in wanted}
    counted = count(session, opening_id, by=by, version=version)
    before = session.get(Cut, opening_id)
    figures = held_back(before.figures if before else {}, counted.figures)
    session.merge(
        Cut(
            opening_id=opening_id,
            responses=counted.responses,
            figures={**figures, **who_took_part(counted)},
            taken_at=at,
        )
    )
    take(wanted, counted)
    session.flush()


def held_back(before: Figures, newer: Figures) -> Figures:
    """Newer figures, without those of a conditional question that one to four more were asked.

    Five responses may come while the condition is met once: whoever looks twice would read what
    that one person answered. Such a question keeps the figures it had until five more were asked.
    """
    return {
        question: before[question] if tells_of_few(before.get(question, {}), marks) else marks
        for question, marks in newer.items()
    }


def tells_of_few(before: Mapping[str, int], newer: Mapping[str, int]) -> bool:
    """Whether one to four more were asked since figures that were shown (of five or more)."""
    shown = before.get("asked", 0)
    return shown >= FEWEST_SHOWN and 0 < newer.get("asked", 0) - shown < FEWEST_SHOWN


def who_took_part(counted: Counted) -> Figures:
    """The one-way tables as they may be shown, under "by:language" and so on.

    Merged before they are stored: what is rare is forgotten when the campaign closes, and must not
    live on here. A table that may not be shown is empty.
    """
    return {
        f"by:{attribute}": stored_table(merge_participation(counted.groups[attribute]))
        for attribute in ATTRIBUTES
    }


def stored_table(table: Table | None) -> dict[str, int]:
    """Group -> responses, largest first, with "other" for the small ones together."""
    if table is None:
        return {}
    return {**dict(table.groups), **({OTHER: table.other} if table.other else {})}


def participation_in(cut: Cut) -> Mapping[str, Mapping[str, int]]:
    """Attribute -> group -> responses, as they may be shown with a cut."""
    return {name: cut.figures.get(f"by:{name}", {}) for name in ATTRIBUTES}


def is_due(shown: int, now: int) -> bool:
    """Whether the figures shown should advance, given how many responses came."""
    return next_cut(shown, now) != shown and now - shown >= shown // PART_OF_A_LARGE_ONE


def is_time_to_look(shown: int) -> bool:
    """Whether to count now: always in a small opening; in a large one now and then, by chance.

    Counting 100,000 responses at each of them would cost more than storing it. Chance needs no
    counter, which could drift; the step itself is still decided on an exact count.
    """
    often = shown // (PART_OF_A_LARGE_ONE * LOOKS_FOR_ONE_STEP)
    return often <= 1 or secrets.randbelow(often) == 0


def responses_shown(session: Session, opening_id: int) -> int:
    """How many responses the figures shown rest on; 0 before the first."""
    return session.connection().execute(SHOWN, {"opening": opening_id}).scalar() or 0


def responses_now(session: Session, opening_id: int) -> int:
    """How many responses there are."""
    session.flush()
    return session.connection().execute(COUNTED, {"opening": opening_id}).scalar_one()
