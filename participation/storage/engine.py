"""Engines, sessions and the one write at a time that SQLite needs."""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from contextvars import ContextVar
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session

from participation.errors import KeptAside

_writing: ContextVar[bool] = ContextVar("writing", default=False)

MAIN_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=30000",
    "foreign_keys=ON",
    "secure_delete=ON",
    "cache_size=-1000",
)
URN_PRAGMAS = (
    "journal_mode=DELETE",
    "synchronous=FULL",
    "busy_timeout=30000",
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
)


class Database:
    """One installation's data: the main database and the urns, with sessions on both.

    On SQLite the urns are a file of their own beside the main one; on PostgreSQL they are tables
    of the same database. `bound` is set by tests to run everything inside one outer transaction.
    """

    def __init__(self, url: str) -> None:
        """Prepare the engines; nothing is opened before the first use."""
        self.url = url
        self.is_sqlite = url.startswith("sqlite")
        self.engine = make_engine(url, MAIN_PRAGMAS)
        self.urn_engine = make_engine(urn_url(url), URN_PRAGMAS) if self.is_sqlite else self.engine
        self.write_lock: AbstractContextManager[Any] = (
            threading.RLock() if self.is_sqlite else nullcontext()
        )
        self.bound: Connection | None = None
        self.bound_urn: Connection | None = None

    def session(self) -> Session:
        """A session on the main database; the caller closes it."""
        return new_session(self.bound or self.engine)

    def urn_session(self) -> Session:
        """A session on the cards and urns; the caller closes it."""
        return new_session(self.bound_urn or self.urn_engine)

    @contextmanager
    def writing(self, session: Session) -> Iterator[Session]:
        """One write: BEGIN IMMEDIATE under the write lock, then commit what was accepted.

        A KeptAside is committed before it is raised again; every other exception rolls back.
        """
        session.rollback()
        token = _writing.set(True)
        try:
            with self.write_lock:
                session.connection()
                yield from finished(session)
        finally:
            _writing.reset(token)

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One write in a session of its own, for commands and tests."""
        with self.session() as session, self.writing(session):
            yield session

    @contextmanager
    def write_urn(self) -> Iterator[Session]:
        """One write on the cards and urns, in a session of its own."""
        with self.urn_session() as session, self.writing(session):
            yield session

    def vacuum_urns(self) -> None:
        """Rewrite the file of cards and urns, so that no freed page keeps what was deleted."""
        if self.bound_urn is not None:
            return
        with closing(self.urn_engine.raw_connection()) as plain:
            if self.is_sqlite:
                plain.cursor().execute("VACUUM")
                return
            driver: Any = plain.driver_connection
            driver.autocommit = True
            plain.cursor().execute("VACUUM FULL urn, card")
            driver.autocommit = False

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()
        self.urn_engine.dispose()


def finished(session: Session) -> Iterator[Session]:
    """Yield the session, then end its transaction according to what happened."""
    try:
        yield session
    except KeptAside:
        session.commit()
        raise
    except BaseException:
        session.rollback()
        raise
    session.commit()


def new_session(bind: Engine | Connection) -> Session:
    """A plain session; inside an outer transaction it works in a savepoint."""
    if isinstance(bind, Connection):
        return Session(bind, join_transaction_mode="create_savepoint", expire_on_commit=False)
    return Session(bind, expire_on_commit=False)


def make_engine(url: str, pragmas: tuple[str, ...]) -> Engine:
    """An engine; on SQLite with its pragmas and with transactions that we begin ourselves.

    Its errors do not repeat the parameters: what people wrote must not end in a log.
    """
    if not url.startswith("sqlite"):
        return create_engine(
            url, pool_size=10, max_overflow=20, pool_pre_ping=True, hide_parameters=True
        )
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_size=20,
        max_overflow=60,
        connect_args={"check_same_thread": False, "isolation_level": None},
    )

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: object) -> None:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if _writing.get() else "BEGIN")

    return engine


def urn_url(url: str) -> str:
    """The file of the urns beside the main SQLite file."""
    return url.removesuffix(".sqlite3") + ".urns.sqlite3"
