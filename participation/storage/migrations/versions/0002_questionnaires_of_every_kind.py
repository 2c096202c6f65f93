"""Questionnaires of every kind: rows, numbers, dates, ranks, conditions, languages, drafts."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op

from participation.storage import triggers

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "breakdown",
        sa.Column("opening_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("attribute", sa.String(length=80), nullable=False),
        sa.Column("responses", sa.Integer(), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["opening_id"], ["opening.id"], name=op.f("fk_breakdown_opening_id")
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_breakdown_question_id")
        ),
        sa.PrimaryKeyConstraint("opening_id", "question_id", name=op.f("pk_breakdown")),
    )
    op.create_table(
        "question_statement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("pictogram", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_question_statement_question_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_statement")),
        sa.UniqueConstraint(
            "question_id", "key", name=op.f("uq_question_statement_question_id_key")
        ),
    )
    with op.batch_alter_table("question_statement", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_question_statement_question_id"), ["question_id"], unique=False
        )

    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.drop_index("ix_response_opening_id_language")
        batch_op.create_index(
            "ix_response_groups",
            ["opening_id", "language", "channel", "assistance", "id"],
            unique=False,
        )

    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.add_column(sa.Column("statement_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("value", sa.BigInteger(), nullable=True))
        batch_op.drop_index(batch_op.f("ix_answer_count"))
        batch_op.create_index(
            "ix_answer_count",
            ["opening_id", "question_id", "option_id", "statement_id", "value"],
            unique=False,
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_answer_statement_id"), "question_statement", ["statement_id"], ["id"]
        )

    op.add_column(
        "opening", sa.Column("languages", sa.Text(), server_default='["fr"]', nullable=False)
    )
    op.add_column(
        "opening", sa.Column("reading", sa.String(length=80), server_default="fr", nullable=False)
    )

    op.add_column(
        "question", sa.Column("picture", sa.String(length=80), server_default="", nullable=False)
    )
    op.add_column("question", sa.Column("lowest", sa.Integer(), nullable=True))
    op.add_column("question", sa.Column("highest", sa.Integer(), nullable=True))
    op.add_column(
        "question", sa.Column("decimals", sa.Integer(), server_default="0", nullable=False)
    )
    op.add_column("question", sa.Column("unit", sa.Text(), server_default="{}", nullable=False))
    op.add_column(
        "question", sa.Column("precision", sa.String(length=80), server_default="", nullable=False)
    )
    op.add_column(
        "question",
        sa.Column("is_required", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.add_column("question", sa.Column("condition", sa.Text(), nullable=True))

    op.add_column(
        "question_option",
        sa.Column("picture", sa.String(length=80), server_default="", nullable=False),
    )

    op.add_column(
        "questionnaire",
        sa.Column("is_model", sa.Boolean(), server_default=sa.false(), nullable=False),
    )

    op.add_column(
        "structure",
        sa.Column("phones_address", sa.String(length=300), server_default="", nullable=False),
    )

    op.add_column(
        "utterance", sa.Column("transcript", sa.Text(), server_default="", nullable=False)
    )

    op.add_column(
        "version", sa.Column("languages", sa.Text(), server_default='["fr"]', nullable=False)
    )
    op.add_column(
        "version", sa.Column("revision", sa.Integer(), server_default="0", nullable=False)
    )
    op.add_column("version", sa.Column("removed", sa.Text(), server_default="[]", nullable=False))
    op.add_column("version", sa.Column("title", sa.Text(), server_default="{}", nullable=False))
    op.add_column("version", sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True))

    for statement in triggers.statements(op.get_bind().dialect.name, revision):
        op.execute(statement)
    op.execute(
        "UPDATE opening SET languages ="
        " (SELECT campaign.languages FROM campaign WHERE campaign.id = opening.campaign_id)"
    )
    with published_versions_may_change():
        say_the_languages_of_versions()
        op.execute(
            "UPDATE version SET title = (SELECT questionnaire.title FROM questionnaire"
            " WHERE questionnaire.id = version.questionnaire_id)"
        )


def say_the_languages_of_versions() -> None:
    """A version was worded in the languages of its first question, French first."""
    connection = op.get_bind()
    first = connection.exec_driver_sql("SELECT version_id, words FROM question WHERE position = 1")
    for version_id, words in first.all():
        tags = sorted(json.loads(words), key=lambda tag: (tag != "fr", tag))
        connection.execute(
            sa.text("UPDATE version SET languages = :languages WHERE id = :id"),
            {"languages": json.dumps(tags, separators=(",", ":")), "id": version_id},
        )


@contextmanager
def published_versions_may_change() -> Iterator[None]:
    """Without its guard for as long as this lasts: only what is told about a version changes."""
    [guard] = [one for one in triggers.GUARDS if one.name == "version_stays"]
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"DROP TRIGGER {guard.name}")
        yield
        op.execute(guard.sqlite())
    else:
        op.execute(f"ALTER TABLE version DISABLE TRIGGER {guard.name}")
        yield
        op.execute(f"ALTER TABLE version ENABLE TRIGGER {guard.name}")


def downgrade() -> None:
    op.drop_column("version", "changed_at")
    op.drop_column("version", "title")
    op.drop_column("version", "removed")
    op.drop_column("version", "revision")
    op.drop_column("version", "languages")
    op.drop_column("utterance", "transcript")
    op.drop_column("structure", "phones_address")
    op.drop_column("questionnaire", "is_model")
    op.drop_column("question_option", "picture")
    op.drop_column("question", "condition")
    op.drop_column("question", "is_required")
    op.drop_column("question", "precision")
    op.drop_column("question", "unit")
    op.drop_column("question", "decimals")
    op.drop_column("question", "highest")
    op.drop_column("question", "lowest")
    op.drop_column("question", "picture")
    op.drop_column("opening", "reading")
    op.drop_column("opening", "languages")
    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.drop_index("ix_response_groups")
        batch_op.create_index(
            "ix_response_opening_id_language", ["opening_id", "language"], unique=False
        )

    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_answer_statement_id"), type_="foreignkey")
        batch_op.drop_index("ix_answer_count")
        batch_op.create_index(
            batch_op.f("ix_answer_count"), ["opening_id", "question_id", "option_id"], unique=False
        )
        batch_op.drop_column("value")
        batch_op.drop_column("statement_id")

    with op.batch_alter_table("question_statement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_question_statement_question_id"))

    op.drop_table("question_statement")
    op.drop_table("breakdown")
    if op.get_bind().dialect.name == "postgresql":
        for guard in triggers.GUARDS:
            if guard.since == revision:
                op.execute(f"DROP FUNCTION IF EXISTS {guard.name}")
