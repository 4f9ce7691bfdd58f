"""Write what a command has to say: to the terminal, or to a file, all of it or nothing."""

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from factcheck.errors import OutputError
from factcheck.reports.batch import Look

_DATABASE = b"SQLite format 3\x00"  # sqlite.org/fileformat.html


def write(text: str, output: Path | None, inputs: Iterable[str] = ()) -> None:
    """Write to a file, or to standard output without one. Raises OutputError.

    The file appears whole or not at all (a temporary file beside it, then a rename). A symbolic
    link, a folder, a device, a database and any of the ``inputs`` are refused.
    """
    if output is None:
        sys.stdout.write(text)
        return
    check_output(output, inputs)
    write_bytes(text.encode("utf-8", errors="backslashreplace"), output)


def write_bytes(data: bytes, output: Path) -> None:
    """Write bytes, whole or not at all, where ``check_output`` saw no fault. Raises OutputError."""
    try:
        _replace(output, data)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise OutputError(
            f"{output}: cannot be written ({reason}); what was there is unchanged"
        ) from error


def check_output(output: Path | None, inputs: Iterable[str] = ()) -> None:
    """Refuse, before any work is done, an output that must not be written. Raises OutputError."""
    if output is None:
        return
    try:
        mode = output.lstat().st_mode
    except FileNotFoundError:
        if not output.parent.is_dir():
            raise OutputError(f"{output}: its folder does not exist; make it first") from None
        return
    except OSError as error:
        raise OutputError(f"{output}: {error.strerror}; choose another name") from error
    if stat.S_ISLNK(mode):
        raise OutputError(f"{output}: a symbolic link; name the file itself")
    if stat.S_ISDIR(mode):
        raise OutputError(f"{output}: a folder; name a file in it")
    if not stat.S_ISREG(mode):
        raise OutputError(f"{output}: not a regular file; leave out -o and redirect instead")
    if _starts(output) == _DATABASE:
        raise OutputError(f"{output}: a database, perhaps the review queue; choose another name")
    for name in inputs:
        path = Path(name)
        if path.exists() and path.samefile(output):
            raise OutputError(f"{output}: is the document itself; choose another name")


def _starts(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(_DATABASE))
    except OSError:  # not readable; whether it can be replaced is seen when it is
        return b""


def _replace(output: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{output.name[:80]}.", dir=output.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mode = stat.S_IMODE(output.stat().st_mode) if output.exists() else 0o666 & ~_umask()
        Path(name).chmod(mode)
        Path(name).replace(output)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def look(output: Path | None = None) -> Look:
    """Return how text should look: as wide as the terminal, coloured only on one that wants it.

    ``NO_COLOR`` (no-color.org) and TERM=dumb switch colour off.
    """
    on_terminal = output is None and sys.stdout.isatty()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    columns = shutil.get_terminal_size((80, 24)).columns
    return Look(width=columns, colour=on_terminal and not plain)
