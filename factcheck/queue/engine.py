"""Opening a queue and its transactions, on SQLite and on PostgreSQL.

SQLite has one writer at a time. A writing transaction begins with BEGIN IMMEDIATE: one that reads
first and writes later would fail at once with SQLITE_BUSY_SNAPSHOT, however long the timeout, when
another wrote in between. A reading one is deferred, so that lists do not queue behind writers.

PostgreSQL locks rows. A decision locks its finding; what changes many rows (a scan, a batch) takes
one lock that all such work shares, so that no two of them can wait for each other in a circle.
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
from sqlalchemy.engine import URL
from sqlmodel import Session

from factcheck.errors import QueueUnavailable, UsageError
from factcheck.queue import place, schema
from factcheck.queue.faults import explained
from factcheck.queue.tables import SCHEMA

BUSY_TIMEOUT = 30.0
"""Seconds to wait for another writer. A decision holds the lock for milliseconds, a scan of a
long article for a second or two; whoever holds it for longer is stuck."""

_CACHE_KIB = 8_000  # of a connection: the inner pages of a million findings; SQLite has 2,000
_CONNECT_TIMEOUT = 10  # seconds until a server that does not answer is given up
_SERVER_WORK = "-c work_mem=32MB -c jit=off"
"""Room for a search to note which of a million findings match; in the usual 4 MB it notes pages
only, and each finding on them is cut into words anew (measured: ten times as long). Compiling
queries that take milliseconds takes longer than they do."""
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

    @property
    def on_sqlite(self) -> bool:
        """Tell whether it is a SQLite file rather than a server's database."""
        return self.engine.dialect.name == "sqlite"

    def reading(self) -> AbstractContextManager[Session]:
        """Return a session that sees one consistent moment and does not wait for writers."""
        if self.on_sqlite:
            return self._session({"writing": False})
        return self._session({"isolation_level": "REPEATABLE READ", "postgresql_readonly": True})

    def writing(self) -> AbstractContextManager[Session]:
        """Return a session that may change one thing: it commits at its end, or rolls back."""
        return self._session({"writing": True})

    @contextmanager
    def writing_much(self) -> Iterator[Session]:
        """Return a session that may change many things: one such at a time."""
        with self._session({"writing": True}) as session:
            schema.lock(session.connection())
            yield session

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

    Before an older SQLite queue is migrated, a copy is kept beside it (``schema.migrate``). Raises
    QueueUnavailable when it cannot be opened (also when missing and not ``create``) and
    QueueCorrupt when the file is damaged, is something else or was written by a newer version;
    a refused file is left as it is.
    """
    url = place.url_of(target)
    path = place.path_of(url)
    name = str(path) if path else url.render_as_string(hide_password=True)
    new = path is not None and place.is_new(path, create=create)
    with explained(name):
        if path is not None and not new:
            schema.inspect(path)
        queue = Queue(name, make_engine(url), path, clock)
        try:
            _prepare(queue, create=create)
        except BaseException:
            queue.close()
            raise
    return queue


def _prepare(queue: Queue, *, create: bool) -> None:
    with queue.engine.connect() as connection:
        found = schema.revision(connection, queue.name)
    if found is None and not create and queue.path is None:
        raise QueueUnavailable(f"{queue.name}: no review queue there; make one with factcheck scan")
    if found is None or found < SCHEMA:
        if found is not None:
            schema.keep_copy(queue.path, found)
        options = {"writing": True, "migrating": True}
        with queue.engine.execution_options(**options).begin() as connection:
            schema.migrate(connection, queue.name)
        queue.close()  # a connection that migrated does not check foreign keys
    if found is not None and found > SCHEMA:
        raise schema.newer(queue.name, found)
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


def make_engine(url: URL) -> Engine:
    """Return the engine for a queue's database. Raises UsageError where its driver is missing."""
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT}, **_POOL)
        event.listen(engine, "connect", _connected)
        event.listen(engine, "begin", _begun)
        return engine
    settings = f"-c timezone=UTC -c lock_timeout={int(BUSY_TIMEOUT * 1000)} {_SERVER_WORK}"
    connecting: dict[str, Any] = {"connect_timeout": _CONNECT_TIMEOUT, "options": settings}
    try:
        return create_engine(url, pool_pre_ping=True, connect_args=connecting, **_POOL)
    except ModuleNotFoundError as error:
        raise UsageError(
            f"{error.name} is not installed; pip install 'factcheck-desk[postgres]'"
        ) from error


def _connected(connection: Any, record: object) -> None:  # noqa: ARG001 -- SQLAlchemy's signature
    connection.isolation_level = None  # or sqlite3 begins transactions of its own
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")


def _begun(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("migrating", False):
        # SQLite changes a constraint by making the table anew, which would break what points at it
        # (sqlite.org/lang_altertable.html); ``schema.migrate`` checks all before it commits.
        connection.execute(text("PRAGMA foreign_keys=OFF"))
    connection.execute(text("BEGIN IMMEDIATE" if options.get("writing", False) else "BEGIN"))
