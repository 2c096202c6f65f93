"""Bring a database to the head of the migrations, or say that it is not there."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from participation.errors import NotMigrated
from participation.storage.base import Base, UrnBase
from participation.storage.engine import Database

HERE = Path(__file__).parent
MAIN = (HERE / "migrations", "alembic_version")
URNS = (HERE / "urn_migrations", "alembic_version_urns")


def migrate(database: Database) -> None:
    """Bring both parts of the database to their heads."""
    for engine, part in both(database):
        with engine.begin() as connection:
            command.upgrade(config(part, connection), "head")


def empty(database: Database) -> None:
    """Empty every table of a PostgreSQL database, whatever its guards say; for demonstrations."""
    tables = sorted({*Base.metadata.tables, *UrnBase.metadata.tables})
    with database.engine.begin() as connection:
        quoted = ", ".join(connection.dialect.identifier_preparer.quote(name) for name in tables)
        connection.exec_driver_sql(f"TRUNCATE {quoted} RESTART IDENTITY CASCADE")


def refuse_unmigrated(database: Database) -> None:
    """Raise NotMigrated unless both parts are at their heads."""
    for engine, part in both(database):
        with engine.connect() as connection:
            if current(connection, part) != head(part):
                raise NotMigrated(part[1])


def both(database: Database) -> tuple[tuple[Engine, tuple[Path, str]], ...]:
    """Each part of the database with its migrations."""
    return ((database.engine, MAIN), (database.urn_engine, URNS))


def config(part: tuple[Path, str], connection: Connection) -> Config:
    """Alembic's configuration, without a file."""
    found = Config()
    found.set_main_option("script_location", str(part[0]).replace("%", "%%"))
    found.set_main_option("path_separator", "os")
    found.attributes["connection"] = connection
    found.attributes["version_table"] = part[1]
    return found


def current(connection: Connection, part: tuple[Path, str]) -> str | None:
    """The revision that a database is at."""
    context = MigrationContext.configure(connection, opts={"version_table": part[1]})
    return context.get_current_revision()


def head(part: tuple[Path, str]) -> str | None:
    """The revision that this program wants."""
    return ScriptDirectory(str(part[0])).get_current_head()
