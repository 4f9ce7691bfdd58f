import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

import factcheck.queue
from factcheck.queue import decisions, views
from factcheck.queue.decisions import By
from factcheck.queue.desk_tables import METADATA
from factcheck.queue.engine import Queue, open_queue
from factcheck.queue.filters import Filter
from factcheck.queue.states import Status
from factcheck.queue.tables import SCHEMA
from factcheck.queue.upkeep import check
from tests.factcheck.queue.earlier import fill_as

MIGRATIONS = Path(factcheck.queue.__file__).parent / "migrations"
BY_EXPRESSION = ("ix_finding_by_value", "ix_finding_by_rule", "ix_finding_words")
"""Indexes that alembic cannot read back."""


def test_the_code_knows_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [SCHEMA]


@pytest.mark.filterwarnings("ignore:autogenerate skipping:UserWarning")
@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
def test_migrations_lead_to_what_the_tables_say(queue: Queue) -> None:
    def ours(_: Any, name: str | None, kind: str, *__: Any) -> bool:
        search = kind == "table" and (name or "").startswith("finding_words")
        return not search and name not in BY_EXPRESSION

    with queue.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"compare_type": True, "compare_server_default": True, "include_object": ours},
        )
        assert compare_metadata(context, METADATA) == []


def test_fresh_tables_and_migrated_ones_are_the_same(sqlite_queue: Queue) -> None:
    # Alembic does not compare CHECK constraints, so the statements themselves are compared.
    fresh = create_engine("sqlite://")
    METADATA.create_all(fresh)
    statement = text(
        "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index')"
        " AND name NOT LIKE 'sqlite_%' AND name != 'alembic_version'"
        " AND name NOT LIKE 'finding_words%'"
    )
    with fresh.connect() as one, sqlite_queue.engine.connect() as other:
        expected = {name: _lines(sql) for name, sql in one.execute(statement)}
        found = {name: _lines(sql) for name, sql in other.execute(statement)}
    fresh.dispose()
    assert found == expected


def test_a_server_has_every_constraint(queue: Queue) -> None:
    if queue.on_sqlite:
        pytest.skip("compared word for word above")
    wanted = {
        constraint.name: table.name
        for table in METADATA.sorted_tables
        for constraint in table.constraints
    }
    statement = text("SELECT conname, conrelid::regclass::text FROM pg_constraint")
    with queue.engine.connect() as connection:
        found: dict[str, str] = {row[0]: row[1] for row in connection.execute(statement)}
    assert {name: found.get(str(name)) for name in wanted} == wanted


APPEND_ONLY = (
    *("decision", "event", "batch", "batch_member"),
    *("evidence", "assessment", "judgement", "judged_pair"),
)


def test_both_histories_are_append_only(queue: Queue) -> None:
    changes = ["no_update", "no_delete"] if queue.on_sqlite else ["append_only"]
    column, catalogue = "trigger_name", "information_schema.triggers"
    if queue.on_sqlite:
        column, catalogue = "name", "sqlite_master WHERE type = 'trigger'"
    with queue.engine.connect() as connection:
        found = set(connection.execute(text(f"SELECT {column} FROM {catalogue}")).scalars())
    append_only = {f"{table}_{change}" for table in APPEND_ONLY for change in changes}
    assert append_only <= found


EARLIER = [f"{number:04}" for number in range(1, int(SCHEMA))]


@pytest.mark.parametrize("version", EARLIER)
def test_a_queue_of_any_version_keeps_everything(older: Callable[..., str], version: str) -> None:
    target = older(version)
    with open_queue(target) as queue:
        assert check(queue) == ()
        by_id = {item.id: item for item in views.list_findings(queue).items}
        assert by_id[1].status is Status.DISMISSED
        assert by_id[1].decision is not None
        assert by_id[1].decision.note == "asked the mayor"
        assert by_id[1].first_seen == dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
        assert [event.kind for event in views.show(queue, 1).events] == ["found", "dismiss"]
        found = views.list_findings(queue, Filter(text="über")).items
        assert [item.id for item in found] == [2]
        decisions.undo(queue, 1, By(actor="ada"))
        decisions.confirm(queue, 2, By(actor="ada", seen_version=1))
        assert check(queue) == ()
    with open_queue(target) as again:
        assert len(views.list_findings(again).items) == 2


def test_an_older_file_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    fill_as(str(path), "0001")
    open_queue(path).close()
    copy = tmp_path / f"old.db.before-{SCHEMA}-was-0001"
    with open_queue(copy) as kept:
        assert len(views.list_findings(kept).items) == 2


def _lines(sql: str | None) -> set[str]:
    # SQLite writes a column that was added later on the line of the one before it.
    parted = re.sub(r", (?=[a-z_]+ [A-Z]+, ?$)", ",\n", sql or "", flags=re.MULTILINE)
    return {line.strip().rstrip(",").replace('"', "") for line in parted.splitlines()}
