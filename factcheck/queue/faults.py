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
# By SQLSTATE or class of SQLSTATE (postgresql.org/docs, appendix A).
_SERVER_ADVICE = {
    ("53100", "53200"): "the server is out of space; nothing was lost, make room and try again",
    ("55P03", "40P01", "40001"): "another program is holding it; try again when that is done",
    ("25006",): "the server takes no changes at present; ask who runs it",
    ("42501", "28"): "access is denied; check the user's password and rights",
    ("57P",): "the server is going down or cancelled the work; try again",
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
    # The names PEP 249 gives them in every driver; asking psycopg would need it to be there.
    kinds = {kind.__name__ for kind in type(error).__mro__}
    state = getattr(error, "sqlstate", None) or ""
    for states, advice in _SERVER_ADVICE.items():
        if state.startswith(states):
            return QueueUnavailable(f"{name}: {advice}")
    if "OperationalError" in kinds:
        first_line = str(error).strip().partition("\n")[0]
        return QueueUnavailable(f"{name}: the database server says: {first_line}")
    return None
