"""First schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "card",
        sa.Column("code_mac", sa.LargeBinary(length=32), nullable=False),
        sa.Column("poll_id", sa.BigInteger(), nullable=False),
        sa.Column("digits_mac", sa.LargeBinary(length=32), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "unused",
                "used",
                "void",
                "test",
                name="is_cardstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("gesture_mac", sa.LargeBinary(length=32), nullable=True),
        sa.PrimaryKeyConstraint("code_mac", name=op.f("pk_card")),
        sa.UniqueConstraint("poll_id", "digits_mac", name=op.f("uq_card_poll_id_digits_mac")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("card", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_card_poll_id"), ["poll_id"], unique=False)

    op.create_table(
        "urn",
        sa.Column("poll_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("ballots", sa.LargeBinary(), nullable=False),
        sa.Column("rehearsal", sa.LargeBinary(), nullable=False),
        sa.Column("result", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("poll_id", name=op.f("pk_urn")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("urn")
    with op.batch_alter_table("card", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_card_poll_id"))

    op.drop_table("card")
