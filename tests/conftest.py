"""One migrated database for each run of a worker; each test lives in a transaction of its own."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache
from sqlalchemy import event, func
from sqlalchemy.orm import ORMExecuteState, Session

from participation.app import create_app
from participation.people.models import Account, Service, Structure
from participation.people.rules import Role
from participation.settings import Settings
from participation.storage.engine import Database
from participation.storage.migrate import migrate
from tests import builders
from tests.pages import PageClient
from tests.postgres import database_of_worker

SECRET = "a secret for tests, of more than thirty-two characters"


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database at the head of the migrations."""
    if os.environ.get("PARTICIPATION_TEST_DATABASE") == "postgresql":
        with database_of_worker() as url:
            yield from prepared(Database(url))
    else:
        folder = tmp_path_factory.mktemp("data")
        yield from prepared(Database(f"sqlite:///{folder / 'participation.sqlite3'}"))


def prepared(database: Database) -> Iterator[Database]:
    """Migrate, lend, close."""
    migrate(database)
    yield database
    database.close()


@pytest.fixture
def database(migrated: Database) -> Iterator[Database]:
    """The database inside an outer transaction that is rolled back after the test."""
    with migrated.engine.connect() as main, migrated.urn_engine.connect() as urns:
        outer, outer_urns = main.begin(), urns.begin()
        migrated.bound, migrated.bound_urn = main, urns
        yield migrated
        migrated.bound = migrated.bound_urn = None
        outer.rollback()
        outer_urns.rollback()


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """A session that sees what the application sees, on a database that gives no order."""
    with database.session() as opened:
        yield opened


@pytest.fixture(autouse=True)
def _unkind_database() -> Iterator[None]:
    """Shuffle what has no order: SQLite hides a missing ORDER BY, PostgreSQL does not."""
    event.listen(Session, "do_orm_execute", shuffle)
    yield
    event.remove(Session, "do_orm_execute", shuffle)


def shuffle(state: ORMExecuteState) -> None:
    """Give an unordered SELECT of rows a random order."""
    statement = state.statement
    if not state.is_select or state.is_column_load or state.is_relationship_load:
        return
    said = ("_group_by_clauses", "_distinct", "_order_by_clauses")
    if any(getattr(statement, name, None) for name in said) or not hasattr(statement, "order_by"):
        return
    if not any(has_aggregate(column) for column in statement.selected_columns):
        state.statement = statement.order_by(func.random())


def has_aggregate(column: object) -> bool:
    """Whether a column counts or sums, so that the query has one row."""
    from sqlalchemy.sql.functions import FunctionElement

    return isinstance(column, FunctionElement) or isinstance(
        getattr(column, "element", None), FunctionElement
    )


@pytest.fixture
def settings(tmp_path: Path, migrated: Database) -> Settings:
    """Settings of a test installation."""
    return Settings(
        data=tmp_path, database_url=migrated.url, secret_key=SECRET, password_memory_kib=64
    )


@pytest.fixture(scope="session")
def compiled_templates(tmp_path_factory: pytest.TempPathFactory) -> FileSystemBytecodeCache:
    """Templates compiled once for a run: compiling them again for each test took half its time."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


@pytest.fixture
def app(
    settings: Settings, database: Database, compiled_templates: FileSystemBytecodeCache
) -> Flask:
    """The application on the test's database."""
    made = create_app(settings, database)
    made.jinja_env.bytecode_cache = compiled_templates
    made.config["TESTING"] = True
    return made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client that checks every page it opens."""
    app.test_client_class = PageClient
    return app.test_client()


@pytest.fixture
def structure(session: Session) -> Structure:
    """The structure that asks."""
    made = builders.a_structure(session)
    session.commit()
    return made


@pytest.fixture
def service(session: Session, structure: Structure) -> Service:
    """Its service."""
    made = builders.a_service(session, structure)
    session.commit()
    return made


@pytest.fixture
def as_role(
    app: Flask, session: Session, structure: Structure, service: Service
) -> Callable[..., FlaskClient]:
    """A client signed in with a role: `as_role("manager", may_publish=True)`."""

    def signed_in(role: str, *, may_publish: bool = False) -> FlaskClient:
        wanted = Role(role)
        in_service = service if wanted in {Role.WORKER, Role.RECEPTION, Role.VOLUNTEER} else None
        account = builders.an_account(
            session, structure, wanted, in_service, may_publish=may_publish
        )
        session.commit()
        return sign_in(app, account)

    return signed_in


@pytest.fixture
def stranger(app: Flask, session: Session) -> FlaskClient:
    """The administrator of another structure, who must see nothing."""
    other = builders.a_structure(session, "ailleurs")
    account = builders.an_account(session, other, Role.ADMINISTRATOR)
    session.commit()
    return sign_in(app, account)


def sign_in(app: Flask, account: Account) -> FlaskClient:
    """A client whose session names an account."""
    app.test_client_class = PageClient
    client = app.test_client()
    with client.session_transaction() as stored:
        stored["_user_id"] = f"{account.id}.{account.version}"
        stored["_fresh"] = True
    return client
