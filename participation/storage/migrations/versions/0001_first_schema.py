"""First schema."""

import sqlalchemy as sa
from alembic import op

from participation.storage import triggers

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "journal_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("structure_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(length=80), nullable=False),
        sa.Column("act", sa.String(length=80), nullable=False),
        sa.Column("subject", sa.String(length=300), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_entry")),
    )
    with op.batch_alter_table("journal_entry", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_journal_entry_structure_id"), ["structure_id"], unique=False
        )

    op.create_table(
        "kept_aside",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("structure_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=80), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_aside")),
    )
    with op.batch_alter_table("kept_aside", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_kept_aside_structure_id"), ["structure_id"], unique=False
        )

    op.create_table(
        "media",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("content_type", sa.String(length=80), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media")),
        sa.UniqueConstraint("digest", name=op.f("uq_media_digest")),
    )
    op.create_table(
        "received",
        sa.Column("kind", sa.String(length=80), nullable=False),
        sa.Column("gesture_digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("content_mac", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("kind", "gesture_digest", name=op.f("pk_received")),
    )
    op.create_table(
        "structure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("short_name", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("contact", sa.String(length=300), nullable=False),
        sa.Column("emergency", sa.Text(), nullable=False),
        sa.Column("is_demonstration", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_structure")),
        sa.UniqueConstraint("short_name", name=op.f("uq_structure_short_name")),
    )
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sign_in_name", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("code_ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failed_sign_ins", sa.Integer(), nullable=False),
        sa.Column("paused_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("structure_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["structure_id"], ["structure.id"], name=op.f("fk_account_structure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("sign_in_name", name=op.f("uq_account_sign_in_name")),
    )
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_account_structure_id"), ["structure_id"], unique=False)

    op.create_table(
        "campaign",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("short_name", sa.String(length=80), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column(
            "level_aimed",
            sa.Enum(
                "information",
                "consultation",
                "concertation",
                "coconstruction",
                "codecision",
                name="is_participationlevel",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("instance", sa.String(length=300), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("notice", sa.Text(), nullable=False),
        sa.Column("read_when", sa.Text(), nullable=False),
        sa.Column("emergency", sa.Text(), nullable=False),
        sa.Column("reply_by", sa.Date(), nullable=True),
        sa.Column("missing_people", sa.String(length=2000), nullable=False),
        sa.Column("biases", sa.String(length=2000), nullable=False),
        sa.Column("structure_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("closes_on >= opens_on", name=op.f("ck_campaign_ends_after_it_begins")),
        sa.ForeignKeyConstraint(
            ["structure_id"], ["structure.id"], name=op.f("fk_campaign_structure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
        sa.UniqueConstraint("short_name", name=op.f("uq_campaign_short_name")),
    )
    with op.batch_alter_table("campaign", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_campaign_structure_id"), ["structure_id"], unique=False
        )

    op.create_table(
        "questionnaire",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("short_name", sa.String(length=80), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("structure_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["structure_id"], ["structure.id"], name=op.f("fk_questionnaire_structure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questionnaire")),
        sa.UniqueConstraint("short_name", name=op.f("uq_questionnaire_short_name")),
    )
    with op.batch_alter_table("questionnaire", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_questionnaire_structure_id"), ["structure_id"], unique=False
        )

    op.create_table(
        "service",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("short_name", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("territory", sa.String(length=300), nullable=False),
        sa.Column("structure_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["structure_id"], ["structure.id"], name=op.f("fk_service_structure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service")),
        sa.UniqueConstraint(
            "structure_id", "short_name", name=op.f("uq_service_structure_id_short_name")
        ),
    )
    with op.batch_alter_table("service", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_service_structure_id"), ["structure_id"], unique=False)

    op.create_table(
        "utterance",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(length=80), nullable=False),
        sa.Column("is_oral", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("recording_id", sa.BigInteger(), nullable=True),
        sa.Column(
            "source",
            sa.Enum(
                "resident",
                "group",
                "volunteer",
                "professional",
                name="is_source",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("told_original_may_show", sa.Boolean(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("french", sa.Text(), nullable=False),
        sa.Column(
            "french_state",
            sa.Enum(
                "draft",
                "machine",
                "reviewed",
                name="is_state",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("french_reviewer", sa.String(length=80), nullable=False),
        sa.Column("simple", sa.Text(), nullable=False),
        sa.Column("mask", sa.Text(), nullable=False),
        sa.Column(
            "moderation",
            sa.Enum(
                "waiting",
                "published",
                "refused",
                "rerouted",
                "alert",
                "withdrawn",
                name="is_moderation",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("moderated_by", sa.String(length=300), nullable=False),
        sa.Column("erased_cause", sa.String(length=80), nullable=False),
        sa.Column("recording_erased_cause", sa.String(length=80), nullable=False),
        sa.Column("structure_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "moderation <> 'refused' OR length(trim(reason)) > 0",
            name=op.f("ck_utterance_a_refusal_has_a_reason"),
        ),
        sa.CheckConstraint(
            "text IS NOT NULL OR recording_id IS NOT NULL OR erased_cause <> ''",
            name=op.f("ck_utterance_says_something"),
        ),
        sa.ForeignKeyConstraint(
            ["recording_id"], ["media.id"], name=op.f("fk_utterance_recording_id")
        ),
        sa.ForeignKeyConstraint(
            ["structure_id"], ["structure.id"], name=op.f("fk_utterance_structure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_utterance")),
    )
    with op.batch_alter_table("utterance", schema=None) as batch_op:
        batch_op.create_index("ix_utterance_desk", ["structure_id", "moderation"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_utterance_structure_id"), ["structure_id"], unique=False
        )

    op.create_table(
        "board",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("structure_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_board_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["structure_id"], ["structure.id"], name=op.f("fk_board_structure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_board")),
    )
    with op.batch_alter_table("board", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_board_campaign_id"), ["campaign_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_board_structure_id"), ["structure_id"], unique=False)

    op.create_table(
        "campaign_service",
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_campaign_service_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["service_id"], ["service.id"], name=op.f("fk_campaign_service_service_id")
        ),
        sa.PrimaryKeyConstraint("campaign_id", "service_id", name=op.f("pk_campaign_service")),
    )
    op.create_table(
        "device",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("structure_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["service_id"], ["service.id"], name=op.f("fk_device_service_id")),
        sa.ForeignKeyConstraint(
            ["structure_id"], ["structure.id"], name=op.f("fk_device_structure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_device")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_device_token_hash")),
    )
    with op.batch_alter_table("device", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_device_structure_id"), ["structure_id"], unique=False)

    op.create_table(
        "membership",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "reception",
                "volunteer",
                "worker",
                "translator",
                "manager",
                "administrator",
                name="is_role",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("service_id", sa.Integer(), nullable=True),
        sa.Column("may_publish", sa.Boolean(), nullable=False),
        sa.Column("structure_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "service_id IS NOT NULL OR role IN ('manager', 'administrator', 'translator')",
            name=op.f("ck_membership_works_in_a_service"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_membership_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["service_id"], ["service.id"], name=op.f("fk_membership_service_id")
        ),
        sa.ForeignKeyConstraint(
            ["structure_id"], ["structure.id"], name=op.f("fk_membership_structure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
        sa.UniqueConstraint(
            "account_id",
            "role",
            "service_id",
            name=op.f("uq_membership_account_id_role_service_id"),
        ),
    )
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_membership_account_id"), ["account_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_membership_structure_id"), ["structure_id"], unique=False
        )

    op.create_table(
        "milestone",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_milestone_campaign_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_milestone")),
    )
    with op.batch_alter_table("milestone", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_milestone_campaign_id"), ["campaign_id"], unique=False)

    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title_fr", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("label", sa.String(length=80), nullable=False),
        sa.Column("pictogram", sa.String(length=80), nullable=False),
        sa.Column(
            "competence",
            sa.Enum(
                "service",
                "gestionnaire",
                "commune",
                "departement",
                "bailleur",
                "caf",
                "other",
                name="is_competence",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "published",
                "withdrawn",
                name="is_proposalstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("frozen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("structure_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "length(trim(title_fr)) > 0", name=op.f("ck_proposal_has_a_french_title")
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_proposal_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["structure_id"], ["structure.id"], name=op.f("fk_proposal_structure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
        sa.UniqueConstraint("campaign_id", "number", name=op.f("uq_proposal_campaign_id_number")),
    )
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proposal_campaign_id"), ["campaign_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_proposal_structure_id"), ["structure_id"], unique=False
        )

    op.create_table(
        "snapshot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=80), nullable=False),
        sa.Column("language", sa.String(length=80), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_by", sa.String(length=80), nullable=False),
        sa.Column("structure_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_snapshot_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["structure_id"], ["structure.id"], name=op.f("fk_snapshot_structure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshot")),
        sa.UniqueConstraint(
            "campaign_id",
            "kind",
            "language",
            "edition",
            name=op.f("uq_snapshot_campaign_id_kind_language_edition"),
        ),
    )
    with op.batch_alter_table("snapshot", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_snapshot_campaign_id"), ["campaign_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_snapshot_structure_id"), ["structure_id"], unique=False
        )

    op.create_table(
        "version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("questionnaire_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("structure_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["questionnaire_id"], ["questionnaire.id"], name=op.f("fk_version_questionnaire_id")
        ),
        sa.ForeignKeyConstraint(
            ["structure_id"], ["structure.id"], name=op.f("fk_version_structure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_version")),
        sa.UniqueConstraint(
            "questionnaire_id", "number", name=op.f("uq_version_questionnaire_id_number")
        ),
    )
    with op.batch_alter_table("version", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_version_questionnaire_id"), ["questionnaire_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_version_structure_id"), ["structure_id"], unique=False)

    op.create_table(
        "workshop",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("begins", sa.String(length=80), nullable=False),
        sa.Column("ends", sa.String(length=80), nullable=False),
        sa.Column("people_present", sa.Integer(), nullable=False),
        sa.Column("languages_spoken", sa.Integer(), nullable=False),
        sa.Column("interpreters", sa.Integer(), nullable=False),
        sa.Column("volunteer_hours", sa.Integer(), nullable=False),
        sa.Column("structure_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_workshop_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["service_id"], ["service.id"], name=op.f("fk_workshop_service_id")
        ),
        sa.ForeignKeyConstraint(
            ["structure_id"], ["structure.id"], name=op.f("fk_workshop_structure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workshop")),
    )
    with op.batch_alter_table("workshop", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_workshop_campaign_id"), ["campaign_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_workshop_structure_id"), ["structure_id"], unique=False
        )

    op.create_table(
        "ask",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=300), nullable=False),
        sa.Column("of_whom", sa.String(length=300), nullable=False),
        sa.Column("before", sa.Date(), nullable=False),
        sa.Column("cost", sa.String(length=300), nullable=False),
        sa.Column("structure_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposal.id"], name=op.f("fk_ask_proposal_id")),
        sa.ForeignKeyConstraint(
            ["structure_id"], ["structure.id"], name=op.f("fk_ask_structure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ask")),
    )
    with op.batch_alter_table("ask", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ask_proposal_id"), ["proposal_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_ask_structure_id"), ["structure_id"], unique=False)

    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(length=300), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "retained",
                "retained_with_changes",
                "under_study",
                "not_retained",
                "forwarded",
                name="is_outcome",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason_fr", sa.Text(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "information",
                "consultation",
                "concertation",
                "coconstruction",
                "codecision",
                name="is_participationlevel",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("decider", sa.String(length=300), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("forwarded_to", sa.String(length=300), nullable=False),
        sa.Column("owed_by", sa.String(length=300), nullable=False),
        sa.Column("drafted_by", sa.String(length=300), nullable=False),
        sa.Column("published_by", sa.String(length=300), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("structure_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(trim(decider)) > 0", name=op.f("ck_decision_has_a_decider")),
        sa.CheckConstraint("length(trim(reason_fr)) > 0", name=op.f("ck_decision_has_a_reason")),
        sa.CheckConstraint(
            "replaces_id IS NULL OR replaces_id <> id", name=op.f("ck_decision_replaces_another")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_decision_proposal_id")
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["decision.id"], name=op.f("fk_decision_replaces_id")
        ),
        sa.ForeignKeyConstraint(
            ["structure_id"], ["structure.id"], name=op.f("fk_decision_structure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_decision_replaces_id")),
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_proposal_id"), ["proposal_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_decision_structure_id"), ["structure_id"], unique=False
        )

    op.create_table(
        "means",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "hours",
                "euros",
                "interpreting",
                "childcare",
                "room",
                "training",
                "other",
                name="is_meanskind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("asked", sa.String(length=500), nullable=False),
        sa.Column("is_granted", sa.Boolean(), nullable=True),
        sa.Column("answer", sa.String(length=500), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("structure_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "is_granted IS NULL OR length(trim(answer)) > 0",
            name=op.f("ck_means_an_answer_has_words"),
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_means_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_means_proposal_id")
        ),
        sa.ForeignKeyConstraint(
            ["structure_id"], ["structure.id"], name=op.f("fk_means_structure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_means")),
    )
    with op.batch_alter_table("means", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_means_campaign_id"), ["campaign_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_means_structure_id"), ["structure_id"], unique=False)

    op.create_table(
        "opening",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=80), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("channels", sa.Text(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("structure_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_opening_campaign_id")
        ),
        sa.ForeignKeyConstraint(["service_id"], ["service.id"], name=op.f("fk_opening_service_id")),
        sa.ForeignKeyConstraint(
            ["structure_id"], ["structure.id"], name=op.f("fk_opening_structure_id")
        ),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name=op.f("fk_opening_version_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opening")),
        sa.UniqueConstraint("token", name=op.f("uq_opening_token")),
    )
    with op.batch_alter_table("opening", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_opening_campaign_id"), ["campaign_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_opening_structure_id"), ["structure_id"], unique=False)

    op.create_table(
        "poll",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=True),
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column(
            "method",
            sa.Enum(
                "approval",
                "dots",
                name="is_method",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("dots", sa.Integer(), nullable=False),
        sa.Column("cap", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "prepared",
                "open",
                "closed",
                "revealed",
                name="is_pollstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("is_secret", sa.Boolean(), nullable=False),
        sa.Column("is_hidden", sa.Boolean(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revealed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("structure_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "dots > 0 AND cap > 0 AND cap <= dots", name=op.f("ck_poll_cap_within_dots")
        ),
        sa.CheckConstraint(
            "is_secret AND is_hidden", name=op.f("ck_poll_is_secret_and_hidden_until_revealed")
        ),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_poll_campaign_id")),
        sa.ForeignKeyConstraint(
            ["structure_id"], ["structure.id"], name=op.f("fk_poll_structure_id")
        ),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], name=op.f("fk_poll_workshop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_poll")),
        sa.UniqueConstraint("code", name=op.f("uq_poll_code")),
    )
    with op.batch_alter_table("poll", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_poll_campaign_id"), ["campaign_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_poll_structure_id"), ["structure_id"], unique=False)

    op.create_table(
        "question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=80), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("hint", sa.Text(), nullable=False),
        sa.Column("pictogram", sa.String(length=80), nullable=False),
        sa.Column("maximum", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "maximum IS NULL OR maximum > 0", name=op.f("ck_question_maximum_is_one_or_more")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["version.id"], name=op.f("fk_question_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
        sa.UniqueConstraint("version_id", "key", name=op.f("uq_question_version_id_key")),
    )
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_question_version_id"), ["version_id"], unique=False)

    op.create_table(
        "remark",
        sa.Column("utterance_id", sa.BigInteger(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_remark_proposal_id")
        ),
        sa.ForeignKeyConstraint(
            ["utterance_id"], ["utterance.id"], name=op.f("fk_remark_utterance_id")
        ),
        sa.PrimaryKeyConstraint("utterance_id", name=op.f("pk_remark")),
    )
    with op.batch_alter_table("remark", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_remark_proposal_id"), ["proposal_id"], unique=False)

    op.create_table(
        "theme",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("board_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("pictogram", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["board_id"], ["board.id"], name=op.f("fk_theme_board_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme")),
        sa.UniqueConstraint("board_id", "key", name=op.f("uq_theme_board_id_key")),
    )
    op.create_table(
        "ballot_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("poll_id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("pictogram", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name=op.f("fk_ballot_line_poll_id")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_ballot_line_proposal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot_line")),
        sa.UniqueConstraint("poll_id", "position", name=op.f("uq_ballot_line_poll_id_position")),
    )
    with op.batch_alter_table("ballot_line", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_ballot_line_proposal_id"), ["proposal_id"], unique=False
        )

    op.create_table(
        "commitment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("what_fr", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("who", sa.String(length=300), nullable=False),
        sa.Column("residents", sa.Integer(), nullable=False),
        sa.Column("partners", sa.String(length=300), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("indicator", sa.String(length=300), nullable=False),
        sa.Column("structure_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(trim(what_fr)) > 0", name=op.f("ck_commitment_says_what")),
        sa.CheckConstraint("length(trim(who)) > 0", name=op.f("ck_commitment_says_who")),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_commitment_decision_id")
        ),
        sa.ForeignKeyConstraint(
            ["structure_id"], ["structure.id"], name=op.f("fk_commitment_structure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment")),
    )
    with op.batch_alter_table("commitment", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_commitment_decision_id"), ["decision_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_commitment_structure_id"), ["structure_id"], unique=False
        )

    op.create_table(
        "cut",
        sa.Column("opening_id", sa.Integer(), nullable=False),
        sa.Column("responses", sa.Integer(), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["opening_id"], ["opening.id"], name=op.f("fk_cut_opening_id")),
        sa.PrimaryKeyConstraint("opening_id", name=op.f("pk_cut")),
    )
    op.create_table(
        "free_text",
        sa.Column("utterance_id", sa.BigInteger(), nullable=False),
        sa.Column("opening_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["opening_id"], ["opening.id"], name=op.f("fk_free_text_opening_id")
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_free_text_question_id")
        ),
        sa.ForeignKeyConstraint(
            ["utterance_id"], ["utterance.id"], name=op.f("fk_free_text_utterance_id")
        ),
        sa.PrimaryKeyConstraint("utterance_id", name=op.f("pk_free_text")),
    )
    with op.batch_alter_table("free_text", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_free_text_opening_id"), ["opening_id"], unique=False)

    op.create_table(
        "idea",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("board_id", sa.Integer(), nullable=False),
        sa.Column("utterance_id", sa.BigInteger(), nullable=False),
        sa.Column("theme_id", sa.Integer(), nullable=True),
        sa.Column("service_id", sa.Integer(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "wish",
                "problem",
                "offer",
                name="is_ideakind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "channel",
            sa.Enum(
                "kiosk",
                "link",
                "paper",
                "phone",
                "room",
                "other",
                name="is_channel",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("same_as_id", sa.BigInteger(), nullable=True),
        sa.Column("structure_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "same_as_id IS NULL OR same_as_id <> id", name=op.f("ck_idea_is_not_its_own_wording")
        ),
        sa.ForeignKeyConstraint(["board_id"], ["board.id"], name=op.f("fk_idea_board_id")),
        sa.ForeignKeyConstraint(["same_as_id"], ["idea.id"], name=op.f("fk_idea_same_as_id")),
        sa.ForeignKeyConstraint(["service_id"], ["service.id"], name=op.f("fk_idea_service_id")),
        sa.ForeignKeyConstraint(
            ["structure_id"], ["structure.id"], name=op.f("fk_idea_structure_id")
        ),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_idea_theme_id")),
        sa.ForeignKeyConstraint(
            ["utterance_id"], ["utterance.id"], name=op.f("fk_idea_utterance_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea")),
        sa.UniqueConstraint("utterance_id", name=op.f("uq_idea_utterance_id")),
    )
    with op.batch_alter_table("idea", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_idea_board_id"), ["board_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_idea_same_as_id"), ["same_as_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_idea_structure_id"), ["structure_id"], unique=False)

    op.create_table(
        "planned_cards",
        sa.Column("poll_id", sa.Integer(), nullable=False),
        sa.Column("real", sa.Integer(), nullable=False),
        sa.Column("test", sa.Integer(), nullable=False),
        sa.Column("printed_by", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name=op.f("fk_planned_cards_poll_id")),
        sa.PrimaryKeyConstraint("poll_id", name=op.f("pk_planned_cards")),
    )
    op.create_table(
        "question_option",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "choice",
                "dont_know",
                "rather_not",
                "nothing",
                name="is_optionrole",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("pictogram", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_question_option_question_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_option")),
        sa.UniqueConstraint("question_id", "key", name=op.f("uq_question_option_question_id_key")),
    )
    with op.batch_alter_table("question_option", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_question_option_question_id"), ["question_id"], unique=False
        )

    op.create_table(
        "response",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("opening_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=80), nullable=False),
        sa.Column("read_in", sa.String(length=80), nullable=False),
        sa.Column(
            "channel",
            sa.Enum(
                "kiosk",
                "link",
                "paper",
                "phone",
                "room",
                "other",
                name="is_channel",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "assistance",
            sa.Enum(
                "alone",
                "worker",
                "volunteer",
                "relative",
                "peer",
                "interpreter",
                "other",
                name="is_assistance",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("day", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["opening_id"], ["opening.id"], name=op.f("fk_response_opening_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
    )
    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.create_index(
            "ix_response_opening_id_language", ["opening_id", "language"], unique=False
        )

    op.create_table(
        "tally",
        sa.Column("poll_id", sa.Integer(), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("program", sa.String(length=80), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name=op.f("fk_tally_poll_id")),
        sa.PrimaryKeyConstraint("poll_id", name=op.f("pk_tally")),
    )
    op.create_table(
        "answer",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("response_id", sa.BigInteger(), nullable=False),
        sa.Column("opening_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("option_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["opening_id"], ["opening.id"], name=op.f("fk_answer_opening_id")),
        sa.ForeignKeyConstraint(
            ["option_id"], ["question_option.id"], name=op.f("fk_answer_option_id")
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_answer_question_id")
        ),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_answer_response_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
    )
    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.create_index(
            "ix_answer_count", ["opening_id", "question_id", "option_id"], unique=False
        )
        batch_op.create_index(
            "ix_answer_cross", ["response_id", "question_id", "option_id"], unique=False
        )

    op.create_table(
        "follow_up",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("commitment_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column(
            "progress",
            sa.Enum(
                "to_do",
                "in_progress",
                "done",
                "partly_done",
                "blocked",
                "given_up",
                name="is_progress",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("result_fr", sa.String(length=500), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("new_due_on", sa.Date(), nullable=True),
        sa.Column("attendances", sa.Integer(), nullable=True),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("written_by", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitment.id"], name=op.f("fk_follow_up_commitment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
    )
    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_follow_up_commitment_id"), ["commitment_id"], unique=False
        )

    op.create_table(
        "provenance",
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("idea_id", sa.BigInteger(), nullable=False),
        sa.Column("grouped_on", sa.Date(), nullable=False),
        sa.Column("grouped_by", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_provenance_idea_id")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_provenance_proposal_id")
        ),
        sa.PrimaryKeyConstraint("proposal_id", "idea_id", name=op.f("pk_provenance")),
    )
    op.create_table(
        "support",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("idea_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_support_idea_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support")),
    )
    with op.batch_alter_table("support", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_support_idea_id"), ["idea_id"], unique=False)

    op.create_table(
        "take_part",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("idea_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_take_part_idea_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_take_part")),
    )
    with op.batch_alter_table("take_part", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_take_part_idea_id"), ["idea_id"], unique=False)
    for statement in triggers.statements(op.get_bind().dialect.name, revision):
        op.execute(statement)


def downgrade() -> None:
    with op.batch_alter_table("take_part", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_take_part_idea_id"))

    op.drop_table("take_part")
    with op.batch_alter_table("support", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_support_idea_id"))

    op.drop_table("support")
    op.drop_table("provenance")
    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_follow_up_commitment_id"))

    op.drop_table("follow_up")
    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.drop_index("ix_answer_cross")
        batch_op.drop_index("ix_answer_count")

    op.drop_table("answer")
    op.drop_table("tally")
    with op.batch_alter_table("response", schema=None) as batch_op:
        batch_op.drop_index("ix_response_opening_id_language")

    op.drop_table("response")
    with op.batch_alter_table("question_option", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_question_option_question_id"))

    op.drop_table("question_option")
    op.drop_table("planned_cards")
    with op.batch_alter_table("idea", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_idea_structure_id"))
        batch_op.drop_index(batch_op.f("ix_idea_same_as_id"))
        batch_op.drop_index(batch_op.f("ix_idea_board_id"))

    op.drop_table("idea")
    with op.batch_alter_table("free_text", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_free_text_opening_id"))

    op.drop_table("free_text")
    op.drop_table("cut")
    with op.batch_alter_table("commitment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_commitment_structure_id"))
        batch_op.drop_index(batch_op.f("ix_commitment_decision_id"))

    op.drop_table("commitment")
    with op.batch_alter_table("ballot_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ballot_line_proposal_id"))

    op.drop_table("ballot_line")
    op.drop_table("theme")
    with op.batch_alter_table("remark", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_remark_proposal_id"))

    op.drop_table("remark")
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_question_version_id"))

    op.drop_table("question")
    with op.batch_alter_table("poll", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_poll_structure_id"))
        batch_op.drop_index(batch_op.f("ix_poll_campaign_id"))

    op.drop_table("poll")
    with op.batch_alter_table("opening", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_opening_structure_id"))
        batch_op.drop_index(batch_op.f("ix_opening_campaign_id"))

    op.drop_table("opening")
    with op.batch_alter_table("means", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_means_structure_id"))
        batch_op.drop_index(batch_op.f("ix_means_campaign_id"))

    op.drop_table("means")
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_structure_id"))
        batch_op.drop_index(batch_op.f("ix_decision_proposal_id"))

    op.drop_table("decision")
    with op.batch_alter_table("ask", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ask_structure_id"))
        batch_op.drop_index(batch_op.f("ix_ask_proposal_id"))

    op.drop_table("ask")
    with op.batch_alter_table("workshop", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_workshop_structure_id"))
        batch_op.drop_index(batch_op.f("ix_workshop_campaign_id"))

    op.drop_table("workshop")
    with op.batch_alter_table("version", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_version_structure_id"))
        batch_op.drop_index(batch_op.f("ix_version_questionnaire_id"))

    op.drop_table("version")
    with op.batch_alter_table("snapshot", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_snapshot_structure_id"))
        batch_op.drop_index(batch_op.f("ix_snapshot_campaign_id"))

    op.drop_table("snapshot")
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_proposal_structure_id"))
        batch_op.drop_index(batch_op.f("ix_proposal_campaign_id"))

    op.drop_table("proposal")
    with op.batch_alter_table("milestone", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_milestone_campaign_id"))

    op.drop_table("milestone")
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_membership_structure_id"))
        batch_op.drop_index(batch_op.f("ix_membership_account_id"))

    op.drop_table("membership")
    with op.batch_alter_table("device", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_device_structure_id"))

    op.drop_table("device")
    op.drop_table("campaign_service")
    with op.batch_alter_table("board", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_board_structure_id"))
        batch_op.drop_index(batch_op.f("ix_board_campaign_id"))

    op.drop_table("board")
    with op.batch_alter_table("utterance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_utterance_structure_id"))
        batch_op.drop_index("ix_utterance_desk")

    op.drop_table("utterance")
    with op.batch_alter_table("service", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_service_structure_id"))

    op.drop_table("service")
    with op.batch_alter_table("questionnaire", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_questionnaire_structure_id"))

    op.drop_table("questionnaire")
    with op.batch_alter_table("campaign", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_campaign_structure_id"))

    op.drop_table("campaign")
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_account_structure_id"))

    op.drop_table("account")
    op.drop_table("structure")
    op.drop_table("received")
    op.drop_table("media")
    with op.batch_alter_table("kept_aside", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_kept_aside_structure_id"))

    op.drop_table("kept_aside")
    with op.batch_alter_table("journal_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_journal_entry_structure_id"))

    op.drop_table("journal_entry")
    if op.get_bind().dialect.name == "postgresql":
        for guard in triggers.GUARDS:
            if guard.since != revision:
                continue
            op.execute(f"DROP FUNCTION IF EXISTS {guard.name}")
