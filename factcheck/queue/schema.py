"""What a queue's schema must be, how to tell, and how an older one gets there."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy import inspect as inspect_schema

from factcheck.errors import QueueCorrupt, QueueUnavailable
from factcheck.queue.tables import APPLICATION_ID, SCHEMA

_MAGIC = b"SQLite format 3\x00"
_APPLICATION_ID_AT = slice(68, 72)  # sqlite.org/fileformat.html, the database header


def inspect(path: Path) -> None:
    """Make sure, without writing to it, that a SQLite file is a queue of a known version.

    Raises QueueCorrupt or QueueUnavailable.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise QueueUnavailable(f"{path}: {error.strerror or error}") from error
    if not header.startswith(_MAGIC):
        raise QueueCorrupt(f"{path}: not a review queue, nor any database; name another file")
    ours = int.from_bytes(header[_APPLICATION_ID_AT], "big") == APPLICATION_ID
    if not ours:
        raise QueueCorrupt(f"{path}: a database of another program; name another file")
    found = _stored_revision(path)
    if found is not None and found > SCHEMA:
        raise newer(str(path), found)


def newer(name: str, found: str) -> QueueCorrupt:
    """Return the error for a queue of a later schema than this program knows."""
    return QueueCorrupt(
        f"{name}: written by a newer version (schema {found}, this program knows {SCHEMA}); "
        "upgrade factcheck-desk"
    )


def revision(connection: Connection, name: str) -> str | None:
    """Return the schema's revision, None for an empty database.

    Raises QueueCorrupt for a database that is not a queue.
    """
    tables = set(inspect_schema(connection).get_table_names())
    if not tables:
        return None
    if "alembic_version" not in tables or "finding" not in tables:
        raise QueueCorrupt(f"{name}: a database of another program; name another")
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def lock(connection: Connection) -> None:
    """Wait until no other transaction changes many rows; SQLite's write lock does that already."""
    if connection.dialect.name != "sqlite":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})"))


def migrate(connection: Connection, name: str, goal: str = "head") -> None:
    """Bring the schema up to date inside the transaction that ``connection`` is in.

    Two processes may arrive here at once: the second, let in by the lock, finds nothing to do.
    """
    lock(connection)
    found = revision(connection, name)
    if found == SCHEMA:
        return
    from alembic.command import upgrade  # noqa: PLC0415 -- slow, and needed only here
    from alembic.config import Config  # noqa: PLC0415 -- same

    config = Config()
    migrations = str(Path(__file__).parent / "migrations")
    config.set_main_option("script_location", migrations.replace("%", "%%"))  # ini syntax
    config.attributes["connection"] = connection
    upgrade(config, goal)
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"PRAGMA application_id={APPLICATION_ID}"))
        broken = connection.execute(text("PRAGMA foreign_key_check")).first()
        if broken is not None:
            raise QueueCorrupt(f"{name}: {broken[0]} points at no {broken[2]}; restore a backup")


def keep_copy(path: Path | None, found: str) -> Path | None:
    """Copy a SQLite queue beside itself before it is migrated; return the copy's path.

    A server's database is its operator's to back up, so nothing is done for one.
    """
    if path is None:
        return None
    copy = path.with_name(f"{path.name}.before-{SCHEMA}-was-{found}")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


def _stored_revision(path: Path) -> str | None:
    # A file left in mid-transaction needs repair, which a read-only connection must not do; it is
    # ours by its header, so opening it for writing and reading it does what SQLite always does.
    with closing(sqlite3.connect(path, timeout=30.0)) as connection:
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
            return None  # the process that was making it died, and SQLite has just undone it
        try:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
                raise
            raise QueueCorrupt(f"{path}: it is damaged; put a backup in its place") from error
    return None if row is None else str(row[0])
