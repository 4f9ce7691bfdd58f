import hashlib
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from factcheck.errors import (
    FactcheckError,
    OutputError,
    QueueCorrupt,
    QueueUnavailable,
    UsageError,
)
from factcheck.queue import decisions, engine, scans, schema, views
from factcheck.queue.decisions import By
from factcheck.queue.engine import Queue, open_queue
from factcheck.queue.tables import APPLICATION_ID, SCHEMA
from factcheck.queue.upkeep import backup, check, restore
from tests.factcheck.queue.scanned import by_text, lint, new_scan, scan

TEXT = "The river rose! The mill fell! Who paid?"
ADA = By(actor="ada")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def one_line(error: BaseException, path: Path) -> None:
    assert "\n" not in str(error)
    assert str(path) in str(error)


def foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
        connection.commit()


def newer_queue(path: Path) -> None:
    open_queue(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def damaged_schema(path: Path) -> None:
    open_queue(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE alembic_version")
        connection.commit()


def cut_short(path: Path) -> None:
    open_queue(path).close()
    path.write_bytes(path.read_bytes()[:5_000])


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: path.write_text("My novel, chapter one. " * 99), "nor any database"),
        (lambda path: path.write_bytes(b"SQL"), "nor any database"),
        (lambda path: path.write_bytes(b"SQLite format 3\x00"), "another program"),
        (foreign_database, "another program"),
        (newer_queue, "newer version"),
        (damaged_schema, "damaged"),
        (cut_short, "damaged"),
    ],
    ids=["text", "stub", "header only", "foreign", "newer", "no version", "cut short"],
)
def test_what_is_no_queue_is_refused_and_left_alone(
    tmp_path: Path, make: Callable[[Path], object], says: str
) -> None:
    path = tmp_path / "factcheck.db"
    make(path)
    before = digest(path)
    with pytest.raises(QueueCorrupt, match=says) as caught:
        open_queue(path)
    one_line(caught.value, path)
    assert digest(path) == before
    assert os.listdir(tmp_path) == ["factcheck.db"]  # noqa: PTH208 -- names are what matters


def test_a_damaged_page_is_told_when_it_is_met(sqlite_queue: Queue) -> None:
    scan(sqlite_queue, TEXT)
    assert sqlite_queue.path is not None
    sqlite_queue.close()
    size = sqlite_queue.path.stat().st_size
    with sqlite_queue.path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (size - 2 * 4096))
    with (
        pytest.raises(QueueCorrupt, match="damaged") as caught,
        open_queue(sqlite_queue.path) as again,
    ):
        views.list_findings(again)
    one_line(caught.value, sqlite_queue.path)


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("missing/factcheck.db", "folder does not exist"),
        ("", "a folder"),
        ("file/factcheck.db", "Not a directory|folder does not exist"),
    ],
)
def test_a_place_that_is_none(tmp_path: Path, target: str, says: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(QueueUnavailable, match=says) as caught:
        open_queue(tmp_path / target)
    one_line(caught.value, tmp_path / target)


def test_reading_makes_no_queue(tmp_path: Path) -> None:
    with pytest.raises(QueueUnavailable, match="no review queue there"):
        open_queue(tmp_path / "factcheck.db", create=False)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "target", ["sqlite://", "sqlite:///:memory:", "nosuchdb://host/x", "sqlite+nosuch:///x.db"]
)
def test_an_address_that_is_none(target: str) -> None:
    with pytest.raises(UsageError):
        open_queue(target)


def test_paths_and_urls_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with open_queue(f"sqlite:///{tmp_path}/factcheck.db") as queue:
        scan(queue, TEXT)
    with open_queue("factcheck.db") as queue:
        assert len(by_text(queue)) == 3
        assert queue.path == tmp_path / "factcheck.db"


def test_an_empty_file_becomes_a_queue(tmp_path: Path) -> None:
    (tmp_path / "factcheck.db").touch()
    with open_queue(tmp_path / "factcheck.db") as queue:
        assert check(queue) == ()


def test_settings_of_every_connection(sqlite_queue: Queue) -> None:
    with sqlite_queue.writing() as session:
        connection = session.connection()

        def ask(name: str) -> object:
            return connection.execute(text(f"PRAGMA {name}")).scalar_one()

        assert ask("journal_mode") == "wal"
        assert ask("foreign_keys") == 1
        assert ask("busy_timeout") == engine.BUSY_TIMEOUT * 1000
        assert ask("application_id") == APPLICATION_ID


def test_a_lock_held_too_long(sqlite_queue: Queue, monkeypatch: pytest.MonkeyPatch) -> None:
    scan(sqlite_queue, TEXT)
    assert sqlite_queue.path is not None
    monkeypatch.setattr(engine, "BUSY_TIMEOUT", 0.05)
    with (
        closing(sqlite3.connect(sqlite_queue.path)) as other,
        open_queue(sqlite_queue.path) as impatient,
    ):
        other.execute("BEGIN IMMEDIATE")
        assert len(by_text(impatient)) == 3  # reading does not wait
        with pytest.raises(QueueUnavailable, match="another program is holding it") as caught:
            decisions.confirm(impatient, 1, ADA)
        one_line(caught.value, sqlite_queue.path)
        other.rollback()
        decisions.confirm(impatient, 1, ADA)


def test_a_full_disk_loses_nothing(sqlite_queue: Queue) -> None:
    scan(sqlite_queue, TEXT)
    decisions.confirm(sqlite_queue, 1, ADA)
    assert sqlite_queue.path is not None
    with sqlite_queue.reading() as session:
        pages = session.connection().execute(text("PRAGMA page_count")).scalar_one()
        session.connection().execute(text(f"PRAGMA max_page_count={pages}"))
    long = " ".join(f"Sentence {n} is loud!" for n in range(2_000))
    with pytest.raises(QueueUnavailable, match="the disk is full") as caught:
        scan(sqlite_queue, long)
    one_line(caught.value, sqlite_queue.path)
    assert {item.id for item in by_text(sqlite_queue).values()} == {1, 2, 3}
    assert check(sqlite_queue) == ()


_QUOTA = """
import resource, sys
from factcheck.queue.engine import open_queue
from factcheck.errors import FactcheckError
from tests.factcheck.queue.scanned import scan
limit = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    queue = open_queue(sys.argv[1])
    scan(queue, " ".join(f"Sentence {n} is loud!" for n in range(2_000)))
except FactcheckError as error:
    print(type(error).__name__, error)
"""


@pytest.mark.parametrize("limit", [0, 20_000, 300_000])
def test_a_quota_loses_nothing(sqlite_queue: Queue, tmp_path: Path, limit: int) -> None:
    path = tmp_path / "new.db" if limit < 100_000 else sqlite_queue.path
    assert path is not None
    scan(sqlite_queue, TEXT)
    sqlite_queue.close()
    said = run_script(_QUOTA, str(path), str(limit))
    assert said.startswith("QueueUnavailable")
    assert str(path) in said
    assert said.count("\n") == 1
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != limit
    with open_queue(path) as again:
        assert check(again) == ()
        assert len(by_text(again)) == (0 if path.name == "new.db" else 3)


_UNPRIVILEGED = """
import os, sys
from factcheck.queue.engine import open_queue
from factcheck.queue import decisions, views, schema
from factcheck.errors import FactcheckError
import alembic.command, tests.factcheck.queue.scanned
if os.getuid() == 0:
    os.setgid(65534); os.setuid(65534)
try:
    with open_queue(sys.argv[1]) as queue:
        decisions.confirm(queue, 1, decisions.By(actor="ada"))
except FactcheckError as error:
    print(type(error).__name__, error)
"""


@pytest.mark.parametrize("what", ["file", "folder", "new file", "secret file"])
def test_a_place_that_cannot_be_written(tmp_path: Path, what: str) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    path = folder / "factcheck.db"
    before = ""
    if what != "new file":
        with open_queue(path) as queue:
            scan(queue, TEXT)
        before = digest(path)
    for parent in (folder, *folder.parents):
        if parent.owner() == tmp_path.owner() and parent.is_relative_to(tmp_path.parent.parent):
            parent.chmod(0o755)
    if path.exists():
        path.chmod({"file": 0o444, "secret file": 0o000}.get(what, 0o666))
    folder.chmod(0o777 if what == "file" else 0o555)
    said = run_script(_UNPRIVILEGED, str(path))
    folder.chmod(0o755)
    assert said.startswith("QueueUnavailable")
    assert str(path) in said
    assert said.count("\n") == 1
    if before:
        path.chmod(0o644)
        assert digest(path) == before


def run_script(script: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout


def test_backup_while_in_use(sqlite_queue: Queue, tmp_path: Path) -> None:
    scan(sqlite_queue, TEXT)
    copy = tmp_path / "copy.db"
    with sqlite_queue.writing():
        backup(sqlite_queue, copy)
    decisions.confirm(sqlite_queue, 1, ADA)
    with open_queue(copy) as restored:
        assert check(restored) == ()
        assert [item.status for item in by_text(restored).values()] == ["open"] * 3
    with pytest.raises(OutputError, match="is there already"):
        backup(sqlite_queue, copy)
    with pytest.raises(FactcheckError, match="nowhere"):
        backup(sqlite_queue, tmp_path / "nowhere" / "copy.db")
    assert not [path for path in tmp_path.iterdir() if "partial" in path.name]


def test_a_backup_is_put_back_and_nothing_overwritten(sqlite_queue: Queue, tmp_path: Path) -> None:
    scan(sqlite_queue, TEXT)
    copy, target = tmp_path / "copy.db", tmp_path / "back.db"
    backup(sqlite_queue, copy)
    restore(copy, target)
    with open_queue(target) as back:
        assert len(by_text(back)) == 3
    before = digest(target)
    with pytest.raises(OutputError, match="already"):
        restore(copy, target)
    assert digest(target) == before
    with pytest.raises(QueueUnavailable, match="no backup"):
        restore(tmp_path / "none.db", tmp_path / "new.db")
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE finding SET status = 'closed' WHERE id = 2")
        connection.commit()
    with pytest.raises(QueueCorrupt, match="unsound"):
        restore(copy, tmp_path / "new.db")
    copy.write_text("no database")
    with pytest.raises(QueueCorrupt):
        restore(copy, tmp_path / "new.db")
    assert {path.name for path in tmp_path.glob("*new*")} == set()
    assert not list(tmp_path.glob(".*"))


def test_a_servers_queue_is_backed_up_by_pg_dump(queue: Queue, tmp_path: Path) -> None:
    if queue.on_sqlite:
        pytest.skip("copied by SQLite itself")
    scan(queue, TEXT)
    if shutil.which("pg_dump") is None:
        with pytest.raises(QueueUnavailable, match="pg_dump is not installed"):
            backup(queue, tmp_path / "copy.dump")
        return
    backup(queue, tmp_path / "copy.dump")
    assert (tmp_path / "copy.dump").read_bytes().startswith(b"PGDMP")


def test_check_sees_a_wrong_standing(queue: Queue) -> None:
    scan(queue, TEXT)
    with queue.writing() as session:
        session.connection().execute(text("UPDATE finding SET status = 'closed' WHERE id = 2"))
    (line,) = check(queue)
    assert line.startswith("finding 2 is stored as")


def test_an_older_queue_is_copied_then_migrated(sqlite_queue: Queue, tmp_path: Path) -> None:
    scan(sqlite_queue, TEXT)
    assert sqlite_queue.path is not None
    copy = schema.keep_copy(sqlite_queue.path, "0000")
    assert copy == tmp_path / f"factcheck.db.before-{SCHEMA}-was-0000"
    with open_queue(copy) as kept:
        assert len(by_text(kept)) == 3


def test_a_scan_is_all_or_nothing(queue: Queue, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr(scans, "_lose", fail)
    scan(queue, TEXT)
    with pytest.raises(RuntimeError):
        scans.record(queue, new_scan(lint("Calm.")))
    assert len(views.scans(queue, "article.md")) == 1
