"""The head of the migrations is the models, and guards stand on both databases."""

import importlib

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, MetaData, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from participation.people.models import Structure
from participation.storage.base import Base, UrnBase
from participation.storage.engine import Database
from participation.storage.migrate import MAIN, URNS
from participation.voices.models import Utterance

DOMAINS = [
    "receipts",
    "journal",
    "media",
    "people",
    "voices",
    "campaigns",
    "questionnaires",
    "ideas",
    "workshops",
    "commitments",
    "kiosks",
    "reports",
]


@pytest.fixture(autouse=True, scope="module")
def _every_model() -> None:
    for domain in DOMAINS:
        importlib.import_module(f"participation.{domain}.models")


def test_the_head_of_the_migrations_is_the_models(migrated: Database) -> None:
    assert differences(migrated.engine, Base.metadata, MAIN[1]) == []
    assert differences(migrated.urn_engine, UrnBase.metadata, URNS[1]) == []


def differences(engine: Engine, metadata: MetaData, version_table: str) -> list[object]:
    """What autogenerate would write, without what belongs to the other part."""
    ours = set(metadata.tables)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "version_table": version_table,
                "include_object": lambda item, name, kind, _reflected, _other: (
                    kind != "table" or name in ours
                ),
            },
        )
        return list(compare_metadata(context, metadata))


def test_own_words_are_not_changed_by_sql(session: Session, structure: Structure) -> None:
    session.add(Utterance(id=7, structure_id=structure.id, language="fr", text="Bonjour"))
    session.commit()
    with pytest.raises(DBAPIError, match="own words never change"):
        session.execute(text("UPDATE utterance SET text = 'Autre' WHERE id = 7"))
    session.rollback()
    session.execute(text("UPDATE utterance SET text = NULL, erased_cause = 'retired' WHERE id = 7"))
