"""Looking after a queue: a copy while it is in use, and whether it is sound."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import text

from factcheck.errors import OutputError, QueueUnavailable
from factcheck.queue import projection
from factcheck.queue.engine import Queue
from factcheck.queue.faults import explained


def backup(queue: Queue, path: Path) -> None:
    """Copy a SQLite queue to a new file while others use it (SQLite's online backup).

    Raises OutputError when the file is there already or cannot be written, QueueUnavailable for a
    database server, whose own tools do this.
    """
    if queue.path is None:
        raise QueueUnavailable(f"{queue.name}: a server's database; back it up with pg_dump")
    if path.exists() or path.is_symlink():
        raise OutputError(f"{path}: is there already; name a new file")
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.unlink(missing_ok=True)
        with explained(str(path)):
            _copy(queue.path, partial)
        partial.rename(path)
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from error
    finally:
        if partial.exists():
            partial.unlink()


def check(queue: Queue) -> tuple[str, ...]:
    """Return what is wrong with a queue, one line each; empty when it is sound.

    Checks the file, references between rows, and that every finding stands where its decisions
    and scans put it.
    """
    with queue.reading() as session:
        found: list[str] = []
        if queue.path is not None:
            connection = session.connection()
            lines = connection.execute(text("PRAGMA integrity_check")).scalars().all()
            found.extend(f"the file: {line}" for line in lines if line != "ok")
            orphans = connection.execute(text("PRAGMA foreign_key_check")).all()
            found.extend(f"{row[0]} {row[1]} points at no {row[2]}" for row in orphans)
        return (*found, *projection.differences(session))


def _copy(source: Path, target: Path) -> None:
    descriptor = os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    os.close(descriptor)
    with (
        closing(sqlite3.connect(source)) as reading,
        closing(sqlite3.connect(target)) as writing,
    ):
        reading.backup(writing)
        # The copy is one file: without this it would open with a write-ahead log beside it.
        writing.execute("PRAGMA journal_mode=DELETE")
