"""Where a queue is: a path or a database URL, and whether one can be there."""

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from factcheck.errors import QueueUnavailable, UsageError

_POSTGRESQL = ("postgres", "postgresql")
_KNOWN = ("sqlite", "postgresql")


def url_of(target: str | Path) -> URL:
    """Return the database URL of a path or URL; ``postgresql://`` means psycopg 3.

    Raises UsageError for what is no queue's address.
    """
    if isinstance(target, Path) or "://" not in target:
        return URL.create("sqlite", database=str(Path(target).absolute()))
    try:
        url = make_url(target)
        if url.drivername in _POSTGRESQL:
            url = url.set(drivername="postgresql+psycopg")
        url.get_dialect()
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise UsageError(_unknown(target)) from error
    if url.get_backend_name() not in _KNOWN:
        raise UsageError(_unknown(target))
    if url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:"):
        raise UsageError("a queue in memory would forget every decision; name a file")
    return url


def path_of(url: URL) -> Path | None:
    """Return the file of a SQLite URL, None for a server's."""
    if url.get_backend_name() != "sqlite" or url.database is None:
        return None
    return Path(url.database).absolute()


def is_new(path: Path, *, create: bool) -> bool:
    """Tell whether a queue has still to be made there. Raises QueueUnavailable where none can."""
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


def _unknown(target: str) -> str:
    scheme = target.partition("://")[0]
    return (
        f"{scheme}: not a database this program knows; give a path, sqlite:///FILE or "
        "postgresql://USER@HOST/NAME"
    )
