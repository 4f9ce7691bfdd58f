"""Database errors as one line each: what happened, where, and the way out."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from factcheck.errors import QueueCorrupt, QueueError, QueueUnavailable

_SQLITE_ADVICE = {
    sqlite3.SQLITE_FULL: "the disk is full; nothing was lost, make room and try again",
    sqlite3.SQLITE_READONLY: "it cannot be written; check the rights on the file and its folder",
    sqlite3.SQLITE_PERM: "access is denied; check the rights on the file and its folder",
    sqlite3.SQLITE_AUTH: "access is denied; check the rights on the file and its folder",
    sqlite3.SQLITE_BUSY: "another program is holding it; try again when that is done",
    sqlite3.SQLITE_LOCKED: "another program is holding it; try again when that is done",
    sqlite3.SQLITE_PROTOCOL: "another program is holding it; try again when that is done",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; check the rights on the file and its folder",
    sqlite3.SQLITE_IOERR: "the disk refused to read or write; nothing half done was kept, check "
    "space, quota and the disk",
}
_SQLITE_DAMAGE = {
    sqlite3.SQLITE_CORRUPT: "it is damaged; put a backup in its place",
    sqlite3.SQLITE_NOTADB: "it is not a review queue; name another file",
}
_PRIMARY = 0xFF  # the low byte of an extended result code (sqlite.org/rescode.html)


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Turn a database error inside the block into a QueueError that names the queue.

    A mistake of this program (a broken constraint, bad SQL) is left as it is: it is a bug and
    must be seen.
    """
    try:
        yield
    except DBAPIError as error:
        explanation = explain(name, error.orig)
        if explanation is None:
            raise
        raise explanation from error
    except PoolTimeout as error:
        raise QueueUnavailable(f"{name}: too many readers at once; try again") from error
    except sqlite3.Error as error:
        explanation = explain(name, error)
        if explanation is None:
            raise
        raise explanation from error


def explain(name: str, error: BaseException | None) -> QueueError | None:
    """Return the QueueError for a driver's error, None for one that is a bug."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY
        if code in _SQLITE_DAMAGE:
            return QueueCorrupt(f"{name}: {_SQLITE_DAMAGE[code]}")
        if code in _SQLITE_ADVICE:
            return QueueUnavailable(f"{name}: {_SQLITE_ADVICE[code]}")
        return None
    if type(error).__name__ == "OperationalError":  # the name PEP 249 gives it in every driver
        first_line = str(error).strip().partition("\n")[0]
        return QueueUnavailable(f"{name}: the database server says: {first_line}")
    return None
