"""For developers: write the migration between the last one and the models (`./run migration`)."""

import importlib
import importlib.util
import pkgutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from alembic import command
from alembic.operations.ops import MigrationScript
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, MetaData

import participation
from participation.storage.base import Base, UrnBase
from participation.storage.engine import Database
from participation.storage.migrate import MAIN, URNS, config, head, migrate


def main(arguments: Sequence[str]) -> int:
    """Write one file for each part of the database that changed, and name it."""
    if not arguments:
        print('Say what changes: ./run migration "Campaigns have a colour"', file=sys.stderr)
        return 2
    import_every_model()
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'models.sqlite3'}")
        migrate(database)
        write(" ".join(arguments), MAIN, database.engine, Base.metadata)
        write(" ".join(arguments), URNS, database.urn_engine, UrnBase.metadata)
        database.close()
    return 0


def import_every_model() -> None:
    """Import the models of every domain: only then does the metadata know all tables."""
    for domain in pkgutil.iter_modules(participation.__path__, "participation."):
        if domain.ispkg and importlib.util.find_spec(f"{domain.name}.models"):
            importlib.import_module(f"{domain.name}.models")


def write(message: str, part: tuple[Path, str], engine: Engine, metadata: MetaData) -> None:
    """Write what one part of the database lacks, if anything."""
    with engine.begin() as connection:
        found = config(part, connection)
        found.attributes["metadata"] = metadata
        command.revision(
            found,
            message.rstrip("."),
            autogenerate=True,
            rev_id=f"{int(head(part) or 0) + 1:04}",
            process_revision_directives=leave_out_nothing,
        )


def leave_out_nothing(
    _context: MigrationContext, _revision: object, directives: list[MigrationScript]
) -> None:
    """Write no file for a part that did not change."""
    upgrades = directives[0].upgrade_ops
    if upgrades is None or upgrades.is_empty():
        directives.clear()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
