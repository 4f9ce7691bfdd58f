from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

import factcheck.queue
from factcheck.queue.engine import Queue
from factcheck.queue.tables import METADATA, SCHEMA

MIGRATIONS = Path(factcheck.queue.__file__).parent / "migrations"


def test_the_code_knows_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [SCHEMA]


def test_migrations_lead_to_what_the_tables_say(queue: Queue) -> None:
    with queue.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, METADATA) == []


def test_fresh_tables_and_migrated_ones_are_the_same(sqlite_queue: Queue) -> None:
    # Alembic does not compare CHECK constraints, so the statements themselves are compared.
    fresh = create_engine("sqlite://")
    METADATA.create_all(fresh)
    statement = text(
        "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index')"
        " AND name NOT LIKE 'sqlite_%' AND name != 'alembic_version'"
    )
    with fresh.connect() as one, sqlite_queue.engine.connect() as other:
        expected = {name: _lines(sql) for name, sql in one.execute(statement)}
        found = {name: _lines(sql) for name, sql in other.execute(statement)}
    fresh.dispose()
    assert found == expected


def test_both_histories_are_append_only(queue: Queue) -> None:
    changes = ["no_update", "no_delete"] if queue.on_sqlite else ["append_only"]
    column, catalogue = "trigger_name", "information_schema.triggers"
    if queue.on_sqlite:
        column, catalogue = "name", "sqlite_master WHERE type = 'trigger'"
    with queue.engine.connect() as connection:
        found = set(connection.execute(text(f"SELECT {column} FROM {catalogue}")).scalars())
    append_only = {f"{table}_{change}" for table in ("decision", "event") for change in changes}
    assert append_only <= found


def _lines(sql: str | None) -> set[str]:
    return {line.strip().rstrip(",") for line in (sql or "").splitlines()}
