"""The first tables: articles, snapshots, scans, references, findings, decisions, events.

Revision ID: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_STATUSES = (
    "open",
    "claimed",
    "needs_writer",
    "resolved",
    "second_read",
    "closed",
    "dismissed",
    "snoozed",
    "gone",
    "regressed",
    "stale",
)
_VERDICTS = (
    "claim",
    "release",
    "confirm",
    "dismiss",
    "resolve",
    "second_read",
    "close",
    "snooze",
    "reopen",
    "undo",
)
_REASONS = (
    "detector_wrong",
    "not_checkable",
    "common_knowledge",
    "own_reporting",
    "attributed_nearby",
    "accepted_risk",
    "source_added",
    "attribution_added",
    "reworded",
    "cut",
    "duplicate_merged",
    "link_replaced",
    "archived_copy_added",
    "retraction_acknowledged",
)
_KINDS = (*_VERDICTS, "refused", "found", "missing", "back")
_APPEND_ONLY = ("decision", "event")


def upgrade() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("key", name=op.f("uq_article_key")),
    )
    op.create_table(
        "snapshot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("text_sha256", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("charset", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshot")),
        sa.UniqueConstraint(
            "sha256",
            "text_sha256",
            "media_type",
            "charset",
            name=op.f("uq_snapshot_sha256_text_sha256_media_type_charset"),
        ),
    )
    op.create_table(
        "scan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tool_version", sa.String(), nullable=False),
        sa.Column("rules_hash", sa.String(), nullable=False),
        sa.Column("config_hash", sa.String(), nullable=False),
        sa.Column("references_hash", sa.String(), nullable=False),
        sa.Column("references_from", sa.Integer(), nullable=True),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("skipped", sa.JSON(), nullable=False),
        sa.CheckConstraint("outcome IN ('complete', 'partial')", name=op.f("ck_scan_outcome")),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_scan_article_id_article")
        ),
        sa.ForeignKeyConstraint(
            ["references_from"], ["scan.id"], name=op.f("fk_scan_references_from_scan")
        ),
        sa.ForeignKeyConstraint(
            ["snapshot_id"], ["snapshot.id"], name=op.f("fk_scan_snapshot_id_snapshot")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scan")),
    )
    op.create_index(op.f("ix_scan_article_id"), "scan", ["article_id"], unique=False)
    op.create_index(op.f("ix_scan_snapshot_id"), "scan", ["snapshot_id"], unique=False)
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("fix", sa.String(), nullable=True),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("exact", sa.String(), nullable=False),
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("suffix", sa.String(), nullable=False),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=True),
        sa.Column("span_end", sa.Integer(), nullable=True),
        sa.Column("related", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("resume", sa.String(), nullable=True),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("assignee", sa.String(), nullable=True),
        sa.Column("present", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("supersedes_id", sa.Integer(), nullable=True),
        sa.Column("first_scan_id", sa.Integer(), nullable=False),
        sa.Column("last_scan_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(status = 'claimed') = (assignee IS NOT NULL)",
            name=op.f("ck_finding_assignee_when_claimed"),
        ),
        sa.CheckConstraint(
            "(status IN ('claimed', 'snoozed')) = (until IS NOT NULL)",
            name=op.f("ck_finding_until_when_held"),
        ),
        sa.CheckConstraint(
            _one_of("resume", _STATUSES),
            name=op.f("ck_finding_resume"),
        ),
        sa.CheckConstraint(
            "severity IN ('error', 'warning', 'info')", name=op.f("ck_finding_severity")
        ),
        sa.CheckConstraint(
            _one_of("status", _STATUSES),
            name=op.f("ck_finding_status"),
        ),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("ck_finding_confidence")),
        sa.CheckConstraint(
            "span_start <= span_end AND span_start >= 0", name=op.f("ck_finding_span")
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_finding_article_id_article")
        ),
        sa.ForeignKeyConstraint(
            ["first_scan_id"], ["scan.id"], name=op.f("fk_finding_first_scan_id_scan")
        ),
        sa.ForeignKeyConstraint(
            ["last_scan_id"], ["scan.id"], name=op.f("fk_finding_last_scan_id_scan")
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["finding.id"], name=op.f("fk_finding_supersedes_id_finding")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
        sa.UniqueConstraint(
            "article_id", "fingerprint", name=op.f("uq_finding_article_id_fingerprint")
        ),
    )
    op.create_index(
        op.f("ix_finding_article_id_span_start_id"),
        "finding",
        ["article_id", "span_start", "id"],
        unique=False,
    )
    op.create_index(op.f("ix_finding_assignee"), "finding", ["assignee"], unique=False)
    op.create_index(op.f("ix_finding_code"), "finding", ["code"], unique=False)
    op.create_index(op.f("ix_finding_fingerprint"), "finding", ["fingerprint"], unique=False)
    op.create_index(op.f("ix_finding_last_scan_id"), "finding", ["last_scan_id"], unique=False)
    op.create_index(
        op.f("ix_finding_status_value_id"), "finding", ["status", "value", "id"], unique=False
    )
    op.create_index(op.f("ix_finding_supersedes_id"), "finding", ["supersedes_id"], unique=False)
    op.create_index(op.f("ix_finding_value_id"), "finding", ["value", "id"], unique=False)
    op.create_table(
        "reference",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scan_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("raw", sa.String(), nullable=False),
        sa.Column("item", sa.JSON(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("citation_key", sa.String(), nullable=True),
        sa.Column("cluster", sa.Integer(), nullable=True),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("ck_reference_confidence")),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], name=op.f("fk_reference_scan_id_scan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reference")),
        sa.UniqueConstraint("scan_id", "position", name=op.f("uq_reference_scan_id_position")),
    )
    op.create_index(op.f("ix_reference_scan_id"), "reference", ["scan_id"], unique=False)
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undoes_id", sa.Integer(), nullable=True),
        sa.Column("key", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(verdict = 'undo') = (undoes_id IS NOT NULL)", name=op.f("ck_decision_undoes")
        ),
        sa.CheckConstraint(
            "(verdict IN ('dismiss', 'resolve')) = (reason IS NOT NULL)",
            name=op.f("ck_decision_reason_needed"),
        ),
        sa.CheckConstraint(
            _one_of("reason", _REASONS),
            name=op.f("ck_decision_reason"),
        ),
        sa.CheckConstraint(
            _one_of("verdict", _VERDICTS),
            name=op.f("ck_decision_verdict"),
        ),
        sa.CheckConstraint("length(actor) > 0", name=op.f("ck_decision_actor")),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["finding.id"], name=op.f("fk_decision_finding_id_finding")
        ),
        sa.ForeignKeyConstraint(
            ["undoes_id"], ["decision.id"], name=op.f("fk_decision_undoes_id_decision")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("key", name=op.f("uq_decision_key")),
        sa.UniqueConstraint("undoes_id", name=op.f("uq_decision_undoes_id")),
    )
    op.create_index(op.f("ix_decision_finding_id"), "decision", ["finding_id"], unique=False)
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("finding_id", sa.Integer(), nullable=True),
        sa.Column("scan_id", sa.Integer(), nullable=True),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("from_status", sa.String(), nullable=True),
        sa.Column("to_status", sa.String(), nullable=True),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.CheckConstraint(
            _one_of("from_status", _STATUSES),
            name=op.f("ck_event_from_status"),
        ),
        sa.CheckConstraint(
            _one_of("kind", _KINDS),
            name=op.f("ck_event_kind"),
        ),
        sa.CheckConstraint(
            _one_of("to_status", _STATUSES),
            name=op.f("ck_event_to_status"),
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_event_article_id_article")
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_event_decision_id_decision")
        ),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["finding.id"], name=op.f("fk_event_finding_id_finding")
        ),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], name=op.f("fk_event_scan_id_scan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("decision_id", name=op.f("uq_event_decision_id")),
    )
    op.create_index(op.f("ix_event_article_id"), "event", ["article_id"], unique=False)
    op.create_index(op.f("ix_event_finding_id"), "event", ["finding_id"], unique=False)
    op.create_index(op.f("ix_event_scan_id"), "event", ["scan_id"], unique=False)
    for table in _APPEND_ONLY:
        _refuse_changes(table)


def downgrade() -> None:
    raise NotImplementedError("a queue is not taken back below its first version; use a backup")


def _refuse_changes(table: str) -> None:
    if op.get_context().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        return
    op.execute(
        f"CREATE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_append_only()"
    )


def _one_of(column: str, values: tuple[str, ...]) -> str:
    listed = ", ".join(f"'{value}'" for value in values)
    return f"{column} IN ({listed})"
