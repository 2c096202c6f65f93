"""When a campaign closes: rare values become "other", days go, and rows lose their order."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from sqlalchemy import Table, delete, insert, select, update
from sqlalchemy.orm import Session

from participation.campaigns.models import Campaign
from participation.disclosure.groups import OTHER, merge_participation
from participation.questionnaires.models import Answer, Opening, Response
from participation.questionnaires.queries import NOT_SAID, participation_by
from participation.storage.types import random_id

Column = Literal["language", "read_in", "channel", "assistance"]
COLUMNS: tuple[Column, ...] = ("language", "read_in", "channel", "assistance")
UNSEEN: Mapping[str, Any] = {"synchronize_session": False}
"""The session holds none of these rows, so it has nothing to keep up to date."""


@dataclass(frozen=True, slots=True)
class Folded:
    """What was folded into "other" in one opening, so that the DPO can be told."""

    opening_id: int
    column: Column
    values: tuple[str, ...]
    responses: int


def fold_responses(session: Session, campaign: Campaign) -> list[Folded]:
    """Keep the promise made on the first screen, in every opening of a campaign that has closed.

    Each value held by fewer than five responses of an opening becomes "other", and so does the
    next smallest until "other" itself is five or more; who did not say who helped is a value too.
    The day is dropped, and rows are written anew in random order with new keys.
    """
    ids = session.scalars(
        select(Opening.id).where(Opening.campaign_id == campaign.id).order_by(Opening.id)
    ).all()
    return [folded for opening_id in ids for folded in fold_opening(session, opening_id)]


def fold_opening(session: Session, opening_id: int) -> list[Folded]:
    """The same for one opening; again after a response that arrived late and still counts."""
    session.flush()
    found = [fold_column(session, opening_id, column) for column in COLUMNS]
    here = Response.opening_id == opening_id
    session.execute(update(Response).where(here).values(day=None), execution_options=UNSEEN)
    shuffle_rows(session, opening_id)
    return [folded for folded in found if folded]


def fold_column(session: Session, opening_id: int, column: Column) -> Folded | None:
    """Fold the rare values of one column; None when there was none."""
    held = participation_by(session, [opening_id], column)
    shown = merge_participation(held)
    kept = shown.names if shown else frozenset()
    rare = tuple(sorted(value for value in held if value not in kept and value != OTHER))
    if not rare:
        return None
    attribute = getattr(Response, column)
    is_rare = attribute.in_([value for value in rare if value != NOT_SAID])
    if NOT_SAID in rare:
        is_rare |= attribute.is_(None)
    session.execute(
        update(Response).where(Response.opening_id == opening_id, is_rare).values({column: OTHER}),
        execution_options=UNSEEN,
    )
    return Folded(opening_id, column, rare, sum(held[value] for value in rare))


def shuffle_rows(session: Session, opening_id: int) -> None:
    """Write the rows of one opening anew, in random order with new keys: answers follow."""
    responses = rows_of(session, Response, opening_id)
    answers = rows_of(session, Answer, opening_id)
    keys = {row["id"]: random_id() for row in responses}
    for row in responses:
        row["id"] = keys[row["id"]]
    for row in answers:
        row["id"], row["response_id"] = random_id(), keys[row["response_id"]]
    for model in (Answer, Response):
        session.execute(
            delete(model).where(model.opening_id == opening_id), execution_options=UNSEEN
        )
    write_shuffled(session, Response, responses)
    write_shuffled(session, Answer, answers)
    session.expire_all()


def rows_of(
    session: Session, model: type[Response] | type[Answer], opening_id: int
) -> list[dict[str, Any]]:
    """The rows of one opening as plain values."""
    table = cast(Table, model.__table__)
    found = session.connection().execute(
        select(table).where(table.c.opening_id == opening_id).order_by(table.c.id)
    )
    return [dict(row) for row in found.mappings()]


def write_shuffled(
    session: Session, model: type[Response] | type[Answer], rows: Sequence[dict[str, Any]]
) -> None:
    """Insert rows in an order that nobody can foresee."""
    shuffled = random.SystemRandom().sample(rows, len(rows))
    if shuffled:
        session.connection().execute(insert(cast(Table, model.__table__)), shuffled)
