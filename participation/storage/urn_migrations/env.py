"""Run the migrations on the connection that participation.storage.migrate gives."""

from typing import Any, Literal

from alembic import context
from sqlalchemy.types import TypeDecorator


def plain(kind: str, item: Any, _context: object) -> str | Literal[False]:
    """Write our column types as what they are in the database: a migration outlives them."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


configured = context.config
context.configure(
    connection=configured.attributes["connection"],
    target_metadata=configured.attributes.get("metadata"),
    version_table=configured.attributes["version_table"],
    render_as_batch=True,
    compare_type=True,
    render_item=plain,
)
with context.begin_transaction():
    context.run_migrations()
