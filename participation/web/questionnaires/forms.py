"""Pages kept in memory: a published version never changes, so its form is rendered once."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import uuid4

from flask import current_app
from flask.sansio.app import App
from sqlalchemy.orm import Session, joinedload

from participation import clock
from participation.campaigns.models import Campaign
from participation.errors import NotFound
from participation.questionnaires import queries
from participation.questionnaires.asked import VersionAsked
from participation.questionnaires.models import Opening
from participation.web.database import database
from participation.web.squeeze import Squeezed

HOLE = "00000000-0000-4000-8000-000000000000"
"""Stands where each page gets its own gesture; of the same length, so that nothing else moves."""
FRESH_SECONDS = 1.0
MOST_PAGES = 400


@dataclass(frozen=True, slots=True)
class Known:
    """An opening as it was a second ago at most, with what its pages say; `stamp` sums it up."""

    opening: Opening
    version: VersionAsked
    stamp: str
    until: float


@dataclass(frozen=True, slots=True)
class Kept:
    """A rendered page, cut at its hole (or whole, with an empty end)."""

    stamp: str
    page: Squeezed


@dataclass(slots=True)
class Memory:
    """What one process remembers; nothing in it differs between two visitors."""

    known: dict[str, Known] = field(default_factory=dict)
    versions: dict[int, VersionAsked] = field(default_factory=dict)
    pages: dict[tuple[str, ...], Kept] = field(default_factory=dict)


def register_memory(app: App) -> None:
    """Begin with nothing remembered."""
    app.extensions["participation.forms"] = Memory()


def memory() -> Memory:
    """What this process remembers."""
    found: Memory = current_app.extensions["participation.forms"]
    return found


def known(token: str) -> Known:
    """The opening at an address, read in a session of its own; raise NotFound."""
    remembered = memory().known.get(token)
    if remembered is not None and remembered.until > time.monotonic():
        return remembered
    with database().session() as own:
        opening = own.scalar(
            queries.of_token(token).options(
                joinedload(Opening.service),
                joinedload(Opening.campaign).joinedload(Campaign.structure),
                joinedload(Opening.campaign).selectinload(Campaign.milestones),
            )
        )
        if opening is None:
            raise NotFound
        version = version_of(own, opening.version_id)
    fresh = Known(opening, version, stamp_of(opening), time.monotonic() + FRESH_SECONDS)
    memory().known[token] = fresh
    return fresh


def version_of(session: Session, version_id: int) -> VersionAsked:
    """What a published version asks: it never changes."""
    versions = memory().versions
    if version_id not in versions:
        versions[version_id] = queries.asked(session, version_id)
    return versions[version_id]


def stamp_of(opening: Opening) -> str:
    """Everything on the pages of an opening that may change while it is open."""
    campaign = opening.campaign
    said = (
        campaign.notice,
        campaign.emergency.to_json(),
        campaign.read_when.to_json(),
        campaign.structure.emergency.to_json(),
        opening.service.name,
        campaign.languages,
        [(one.on, one.words.to_json()) for one in campaign.milestones],
        clock.today(),
    )
    return repr(said)


def kept(key: tuple[str, ...], stamp: str, draw: Callable[[], str]) -> Squeezed:
    """A page from memory, drawn anew when what it says has changed."""
    pages = memory().pages
    found = pages.get(key)
    if found is None or found.stamp != stamp:
        if len(pages) >= MOST_PAGES:
            pages.clear()
        before, _hole, after = draw().partition(HOLE)
        found = pages[key] = Kept(stamp, Squeezed.of(before.encode(), after.encode()))
    return found.page


def new_gesture() -> bytes:
    """A gesture that nobody else has."""
    return str(uuid4()).encode()
