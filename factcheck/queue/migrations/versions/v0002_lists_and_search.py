"""What lists of a million findings need: search words, first sight, indexes; more kinds of event.

Revision ID: 0002
"""

import sqlalchemy as sa
from alembic import op

from factcheck.queue.searching import words_of

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_OLD_KINDS = (
    *("claim", "release", "confirm", "dismiss", "resolve", "second_read", "close", "snooze"),
    *("reopen", "undo", "refused", "found", "missing", "back"),
)
_NEW_KINDS = ("evidence", "withdraw", "assess", "merge", "apart", "unmerge")
_FILTERED = ("code", "severity", "confidence", "first_seen")
_SORTED_BYTEWISE = (("article", "key"), ("finding", "fingerprint"), ("finding", "code"))
_AT_ONCE = 5_000  # rows whose words are filled in one statement


def upgrade() -> None:
    on_sqlite = op.get_context().dialect.name == "sqlite"
    for index in ("ix_finding_code", "ix_finding_status_value_id", "ix_finding_value_id"):
        op.drop_index(index, table_name="finding")
    if on_sqlite:
        _change_sqlite()
    else:
        _change_server()
    _fill_words()
    op.create_index(
        "ix_finding_by_value", "finding", ["status", sa.text("value DESC"), "id", *_FILTERED]
    )
    op.create_index(
        "ix_finding_by_rule",
        "finding",
        ["code", "status", sa.text("value DESC"), "id", *_FILTERED[1:]],
    )
    op.create_index("ix_finding_status_id", "finding", ["status", "id"])
    if on_sqlite:
        _index_words_sqlite()
    else:
        op.execute(
            "CREATE INDEX ix_finding_words ON finding "
            "USING gin (to_tsvector('simple'::regconfig, words))"
        )


def downgrade() -> None:
    raise NotImplementedError("a queue is not taken back to an older version; use a backup")


def _change_sqlite() -> None:
    # SQLite cannot change a CHECK nor add a NOT NULL column without a default: each table is made
    # anew, filled and renamed, with foreign keys off (sqlite.org/lang_altertable.html, section 7).
    _rebuild(
        "finding",
        ("sentence VARCHAR NOT NULL", "sentence VARCHAR NOT NULL, \n\twords VARCHAR NOT NULL"),
        ("supersedes_id INTEGER", "supersedes_id INTEGER, \n\tfirst_seen DATETIME NOT NULL"),
        added={
            "words": "''",
            "first_seen": "(SELECT finished FROM scan WHERE scan.id = first_scan_id)",
        },
    )
    _rebuild("event", ("'back')", f"'back', {_listed(_NEW_KINDS)})"), added={})


def _rebuild(table: str, *edits: tuple[str, str], added: dict[str, str]) -> None:
    connection = op.get_bind()
    master = "SELECT sql FROM sqlite_master WHERE tbl_name = :table AND type "
    of = {"table": table}
    made = str(connection.execute(sa.text(f"{master} = 'table'"), of).scalar_one())
    others = (
        connection.execute(sa.text(f"{master} IN ('index', 'trigger') AND sql IS NOT NULL"), of)
        .scalars()
        .all()
    )
    columns = [row[1] for row in connection.execute(sa.text(f"PRAGMA table_info({table})"))]
    for old, new in edits:
        if made.count(old) != 1:
            raise RuntimeError(f"the table {table} is not as version 0001 made it")
        made = made.replace(old, new)
    connection.exec_driver_sql(
        made.replace(f"CREATE TABLE {table}", f"CREATE TABLE new_{table}", 1)
    )
    into = ", ".join((*columns, *added))
    values = ", ".join((*columns, *added.values()))
    connection.exec_driver_sql(
        f"INSERT INTO new_{table} ({into}) SELECT {values} FROM {table}"  # noqa: S608 -- our names
    )
    connection.exec_driver_sql(f"DROP TABLE {table}")
    connection.exec_driver_sql(f"ALTER TABLE new_{table} RENAME TO {table}")
    for statement in others:
        connection.exec_driver_sql(statement)


def _change_server() -> None:
    op.add_column("finding", sa.Column("words", sa.String(), nullable=False, server_default=""))
    op.alter_column("finding", "words", server_default=None)
    op.add_column("finding", sa.Column("first_seen", sa.DateTime(timezone=True)))
    op.execute(
        "UPDATE finding SET first_seen = scan.finished FROM scan WHERE scan.id = first_scan_id"
    )
    op.alter_column("finding", "first_seen", nullable=False)
    for table, column in _SORTED_BYTEWISE:
        op.alter_column(table, column, type_=sa.String(collation="C"))
    op.drop_constraint(op.f("ck_event_kind"), "event", type_="check")
    op.create_check_constraint(
        op.f("ck_event_kind"), "event", f"kind IN ({_listed(_OLD_KINDS + _NEW_KINDS)})"
    )


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(f"'{value}'" for value in values)


def _fill_words() -> None:
    finding = sa.table(
        "finding",
        *(sa.column(name) for name in ("id", "message", "exact", "sentence", "words")),
    )
    connection, after = op.get_bind(), 0
    while True:
        rows = connection.execute(
            sa.select(finding.c.id, finding.c.message, finding.c.exact, finding.c.sentence)
            .where(finding.c.id > after)
            .order_by(finding.c.id)
            .limit(_AT_ONCE)
        ).all()
        if not rows:
            return
        connection.execute(
            sa.update(finding)
            .where(finding.c.id == sa.bindparam("row"))
            .values(words=sa.bindparam("found")),
            [{"row": row[0], "found": words_of(*row[1:])} for row in rows],
        )
        after = rows[-1][0]


def _index_words_sqlite() -> None:
    # The words are kept once, in ``finding``; the index only points at them ("external content").
    op.execute(
        "CREATE VIRTUAL TABLE finding_words USING fts5(words, content='finding', "
        "content_rowid='id', tokenize='unicode61 remove_diacritics 0', prefix='2 3')"
    )
    op.execute("INSERT INTO finding_words(finding_words) VALUES ('rebuild')")
    into = "INSERT INTO finding_words"
    gone = f"{into}(finding_words, rowid, words) VALUES ('delete', old.id, old.words);"
    come = f"{into}(rowid, words) VALUES (new.id, new.words);"
    for name, when, then in (
        ("insert", "AFTER INSERT ON finding", come),
        ("update", "AFTER UPDATE OF words ON finding WHEN old.words IS NOT new.words", gone + come),
        ("delete", "AFTER DELETE ON finding", gone),
    ):
        op.execute(f"CREATE TRIGGER finding_words_{name} {when} BEGIN {then} END")
