"""Opening a queue: where it is, whether it may be used, and its transactions.

A writing transaction begins with BEGIN IMMEDIATE: one that reads first and writes later would
fail at once with SQLITE_BUSY_SNAPSHOT, however long the timeout, when another wrote in between.
A reading one is deferred, so that lists do not queue behind writers.
"""

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlmodel import Session

from factcheck.errors import QueueUnavailable, UsageError
from factcheck.queue import schema
from factcheck.queue.faults import explained
from factcheck.queue.tables import SCHEMA

BUSY_TIMEOUT = 30.0
"""Seconds to wait for another writer. A decision holds the lock for milliseconds, a scan of a
long article for a second or two; whoever holds it for longer is stuck."""

_POOL = {"pool_size": 5, "max_overflow": 25, "pool_timeout": 30.0}
"""Twenty editors at once on a threaded server, with room for the pages they load."""


def utc_now() -> dt.datetime:
    """Return the time, aware, in UTC."""
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Queue:
    """An open queue. ``name`` is what messages call it, without any password."""

    name: str
    engine: Engine
    path: Path | None
    clock: Callable[[], dt.datetime] = utc_now

    def reading(self) -> AbstractContextManager[Session]:
        """Return a session that sees one consistent moment and does not wait for writers."""
        return self._session({"writing": False})

    def writing(self) -> AbstractContextManager[Session]:
        """Return a session with the write lock: it commits at its end, rolls back on error."""
        return self._session({"writing": True})

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _session(self, options: dict[str, Any]) -> Iterator[Session]:
        bind = self.engine.execution_options(**options)
        with (
            explained(self.name),
            Session(bind, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session


def open_queue(
    target: str | Path,
    *,
    create: bool = True,
    clock: Callable[[], dt.datetime] = utc_now,
) -> Queue:
    """Open the queue at a path or database URL, making or migrating it as needed.

    Before an older queue is migrated, a copy is kept beside it (``schema.migrate``). Raises
    QueueUnavailable when it cannot be opened (also when missing and not ``create``) and
    QueueCorrupt when the file is damaged, is something else or was written by a newer version;
    a refused file is left as it is.
    """
    url = _url(target)
    path = _path(url)
    name = str(path) if path else url.render_as_string(hide_password=True)
    is_new = path is not None and _is_new(path, create=create)
    with explained(name):
        if path is not None and not is_new:
            schema.inspect(path)
        queue = Queue(name, _engine(url), path, clock)
        try:
            _prepare(queue)
        except BaseException:
            queue.close()
            raise
    return queue


def _prepare(queue: Queue) -> None:
    with queue.engine.connect() as connection:
        found = schema.revision(connection)
    if found != SCHEMA:
        if found is not None:
            schema.keep_copy(queue.path, found)
        with queue.engine.execution_options(writing=True).begin() as connection:
            schema.migrate(connection, queue.name)
    if queue.path is not None:
        _use_wal(queue)


def _use_wal(queue: Queue) -> None:
    # The mode is a property of the file, so this writes only once. The busy timeout does not
    # cover the switch; one that fails because another process is making it is made by that one.
    raw = queue.engine.raw_connection()
    try:
        cursor = raw.cursor()
        if cursor.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
            return
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
    finally:
        raw.close()


def _url(target: str | Path) -> URL:
    if isinstance(target, Path) or "://" not in target:
        return URL.create("sqlite", database=str(Path(target).absolute()))
    try:
        url = make_url(target)
        url.get_dialect()
    except (ArgumentError, NoSuchModuleError) as error:
        scheme = target.partition("://")[0]
        raise UsageError(
            f"{scheme}: not a database this program knows; give a path, sqlite:///FILE or "
            "postgresql+psycopg://USER@HOST/NAME"
        ) from error
    if url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:"):
        raise UsageError("a queue in memory would forget every decision; name a file")
    return url


def _path(url: URL) -> Path | None:
    if url.get_backend_name() != "sqlite" or url.database is None:
        return None
    return Path(url.database).absolute()


def _is_new(path: Path, *, create: bool) -> bool:
    try:
        if path.is_dir():
            raise QueueUnavailable(f"{path}: a folder, not a review queue; name a file in it")
        if path.exists() and path.stat().st_size > 0:
            return False
        if not create:
            raise QueueUnavailable(f"{path}: no review queue there; make one with factcheck scan")
        if not path.parent.is_dir():
            raise QueueUnavailable(f"{path}: its folder does not exist; make it first")
    except OSError as error:
        raise QueueUnavailable(f"{path}: {error.strerror or error}") from error
    return True


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, **_POOL)
    engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT}, **_POOL)
    event.listen(engine, "connect", _connected)
    event.listen(engine, "begin", _begun)
    return engine


def _connected(connection: Any, record: object) -> None:  # noqa: ARG001 -- SQLAlchemy's signature
    connection.isolation_level = None  # or sqlite3 begins transactions of its own
    connection.execute("PRAGMA foreign_keys=ON")


def _begun(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.execute(text("BEGIN IMMEDIATE" if writing else "BEGIN"))
