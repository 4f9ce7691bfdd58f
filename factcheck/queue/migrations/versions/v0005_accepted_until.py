"""An accepted risk has an end, by which lists and counts find what has come back.

Revision ID: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_FILTERED = ("code", "severity", "confidence", "first_seen", "until")
_OLD = "(status IN ('claimed', 'snoozed')) = (until IS NOT NULL)"
_NEW = (
    "CASE WHEN status IN ('claimed', 'snoozed') THEN until IS NOT NULL "
    "ELSE until IS NULL OR status IN ('dismissed', 'gone') END"
)


def upgrade() -> None:
    for index in ("ix_finding_by_value", "ix_finding_by_rule", "ix_finding_status_id"):
        op.drop_index(index, table_name="finding")
    if op.get_context().dialect.name == "sqlite":
        _loosen_on_sqlite()
    else:
        name = op.f("ck_finding_until_when_held")
        op.drop_constraint(name, "finding", type_="check")
        op.create_check_constraint(name, "finding", _NEW)
    op.create_index(
        "ix_finding_by_value", "finding", ["status", sa.text("value DESC"), "id", *_FILTERED]
    )
    op.create_index(
        "ix_finding_by_rule",
        "finding",
        ["code", "status", sa.text("value DESC"), "id", *_FILTERED[1:]],
    )
    op.create_index("ix_finding_status_id_until", "finding", ["status", "id", "until"])
    ends = sa.text("until IS NOT NULL")
    op.create_index(
        "ix_finding_until", "finding", ["until"], sqlite_where=ends, postgresql_where=ends
    )


def downgrade() -> None:
    raise NotImplementedError("a queue is not taken back to an older version; use a backup")


def _loosen_on_sqlite() -> None:
    # A looser CHECK changes no row, so the statement that SQLite keeps is edited in place and a
    # million findings need not be copied (sqlite.org/lang_altertable.html, section 7).
    connection = op.get_bind()
    which = {"old": _OLD, "new": _NEW}
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    connection.exec_driver_sql("PRAGMA writable_schema=ON")
    done = connection.execute(
        sa.text(
            "UPDATE sqlite_master SET sql = replace(sql, :old, :new) "
            "WHERE type = 'table' AND name = 'finding' AND instr(sql, :old)"
        ),
        which,
    )
    if done.rowcount != 1:
        raise RuntimeError("the table finding is not as version 0001 made it")
    connection.exec_driver_sql(f"PRAGMA schema_version={version + 1}")
    connection.exec_driver_sql("PRAGMA writable_schema=RESET")
