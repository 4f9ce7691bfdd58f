"""Looking after a queue: a copy while it is in use, and whether it is sound."""

import glob
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy import text

from factcheck.errors import OutputError, QueueCorrupt, QueueUnavailable
from factcheck.queue import projection, schema
from factcheck.queue.engine import Queue, open_queue
from factcheck.queue.faults import explained


def backup(queue: Queue, path: Path) -> None:
    """Copy a queue to a new file while others use it.

    A SQLite queue by SQLite's online backup, a server's by pg_dump (custom format, for pg_restore).
    Raises OutputError when the file is there already or cannot be written, QueueUnavailable
    without pg_dump.
    """
    if path.exists() or path.is_symlink():
        raise OutputError(f"{path}: is there already; name a new file")
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.unlink(missing_ok=True)
        with explained(str(path)):
            if queue.path is not None:
                _copy(queue.path, partial)
            else:
                _dump(queue, partial)
        partial.rename(path)
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from error
    finally:
        if partial.exists():
            partial.unlink()


def restore(source: Path, target: Path) -> None:
    """Put a backup of a SQLite queue where there is none, once it is found sound.

    Raises OutputError when something is at ``target`` already, QueueUnavailable and QueueCorrupt
    when the backup cannot be opened or is unsound; nothing is left at ``target`` then.
    """
    if not source.is_file():
        raise QueueUnavailable(f"{source}: no backup there")
    if target.exists() or target.is_symlink():
        raise OutputError(f"{target}: is there already; move it away first")
    schema.inspect(source)
    partial = target.with_name(f".{target.name}.partial")
    try:
        partial.unlink(missing_ok=True)
        with explained(str(source)):
            _copy(source, partial)
        with open_queue(partial) as queue:
            faults = check(queue)
        if faults:
            raise QueueCorrupt(f"{source}: unsound ({faults[0]}); restore another backup")
        partial.rename(target)
    except OSError as error:
        raise OutputError(f"{target}: {error.strerror or error}") from error
    finally:
        for left in partial.parent.glob(f"{glob.escape(partial.name)}*"):
            left.unlink()


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


def _dump(queue: Queue, target: Path) -> None:
    program = shutil.which("pg_dump")
    if program is None:
        raise QueueUnavailable(f"{queue.name}: pg_dump is not installed; it makes the backup")
    url = queue.engine.url.set(drivername="postgresql", password=None)
    # The password goes by the environment: arguments are seen by everybody on the machine.
    secret = {} if queue.engine.url.password is None else {"PGPASSWORD": queue.engine.url.password}
    done = subprocess.run(  # noqa: S603 -- no shell; the address is the queue's own
        [
            *(program, "--format=custom", "--no-password", f"--file={target}"),
            f"--dbname={url.render_as_string(hide_password=False)}",
        ],
        env=os.environ | secret,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        first_line = done.stderr.strip().partition("\n")[0]
        raise QueueUnavailable(f"{queue.name}: pg_dump says: {first_line}")
