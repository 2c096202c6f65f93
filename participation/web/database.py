"""One session a request, one write at a time, and a GET that cannot write."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from flask import Flask, current_app, g, has_request_context, request
from sqlalchemy import event
from sqlalchemy.engine import Connection
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.orm import Session

from participation.storage.engine import Database

READING = ("SELECT", "PRAGMA", "SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "SHOW", "LISTEN")


class WroteWhileReading(Exception):
    """A page that is only looked at tried to change something."""


def register_database(app: Flask, database: Database) -> None:
    """Give each request its session and watch what reading requests do."""
    app.extensions["participation.database"] = database
    app.teardown_appcontext(close_sessions)
    for engine in {database.engine, database.urn_engine}:
        event.listen(engine, "before_cursor_execute", refuse_writing)


def refuse_writing(
    _connection: Connection,
    _cursor: DBAPICursor,
    statement: str,
    _parameters: object,
    _context: object,
    _many: bool,
) -> None:
    """Stop a statement that would write during a GET."""
    if not has_request_context() or request.method not in {"GET", "HEAD"}:
        return
    if not statement.lstrip().upper().startswith(READING):
        raise WroteWhileReading(statement)


def database() -> Database:
    """The installation's database."""
    return cast(Database, current_app.extensions["participation.database"])


def session() -> Session:
    """The session of this request."""
    if "session" not in g:
        g.session = database().session()
    return cast(Session, g.session)


def urn_session() -> Session:
    """The session of this request on the cards and urns."""
    if "urn_session" not in g:
        g.urn_session = database().urn_session()
    return cast(Session, g.urn_session)


def rest() -> None:
    """Give the connection back and keep what was loaded: a request that waits holds nothing.

    On PostgreSQL the urns share the pool: if every thread held one connection and waited for a
    second, none would go on.
    """
    session().commit()


@contextmanager
def writing() -> Iterator[Session]:
    """One write: begun here, committed when the block ends well, before a template is rendered."""
    with database().writing(session()) as written:
        yield written


@contextmanager
def writing_urn() -> Iterator[Session]:
    """One write on the cards and urns."""
    with database().writing(urn_session()) as written:
        yield written


def close_sessions(_error: BaseException | None) -> None:
    """End what is still open."""
    for name in ("session", "urn_session"):
        opened = g.pop(name, None)
        if opened is not None:
            opened.close()
