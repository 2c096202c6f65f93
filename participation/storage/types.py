"""Column types that behave the same on SQLite and PostgreSQL."""

import json
import secrets
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import DateTime, Dialect, Enum, Text
from sqlalchemy.types import TypeDecorator

from participation.wording import Words


class WordsType(TypeDecorator[Words]):
    """Words as JSON text; an absent value reads as empty Words."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Words | None, dialect: Dialect) -> str | None:
        """Write the JSON with sorted languages, so that equal words are equal bytes."""
        return None if value is None else _dump(value.to_json())

    def process_result_value(self, value: str | None, dialect: Dialect) -> Words:
        """Read what was written."""
        return Words.from_json(json.loads(value) if value else None)


class Json(TypeDecorator[Any]):
    """A small plain value (lists, settings) as JSON text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Write the value with sorted keys."""
        return None if value is None else _dump(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Read what was written."""
        return None if value is None else json.loads(value)


class Moment(TypeDecorator[datetime]):
    """An aware moment in UTC; a naive one is refused, because it would be somebody's local time."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give UTC back; SQLite forgets the zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def choice_of(kind: type[StrEnum]) -> Enum:
    """A text column that only takes the values of an enumeration, by a CHECK in the database."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=True,
        length=40,
        values_callable=lambda members: [member.value for member in members],
        name=f"is_{kind.__name__.lower()}",
    )


def random_id() -> int:
    """A key that tells nothing about order: 52 random bits, exact in a browser's numbers too."""
    return secrets.randbits(52) + 1


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
