"""Read a bibliography file given to a command, byte for byte."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.errors import DocumentError, LimitExceeded
from factcheck.reports.visible import visible

MOST_BYTES = 100_000_000


def read_bibliography(name: str) -> str:
    """Return a file's text, or standard input's for "-"; a byte that is not UTF-8 is a surrogate.

    Raises DocumentError where it cannot be read, LimitExceeded beyond 100 MB.
    """
    try:
        if name == "-":
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise DocumentError(f"{name}: {error.strerror}; give a bibliography file or -") from error
    except ValueError as error:
        raise DocumentError(f"{name}: no file can have this name") from error
    if len(data) > MOST_BYTES:
        raise LimitExceeded(f"{name}: more than {MOST_BYTES // 1_000_000} MB; split the file")
    return data.decode("utf-8", errors="surrogateescape")


def note_no_entry(text: str, name: str, entry_count: int) -> None:
    """Say on standard error where a .bib file has no entry, which is no fault."""
    if entry_count:
        return
    is_empty = not text.strip("\ufeff \t\r\n\f\v")
    told = "the file is empty" if is_empty else "no entry in it, only other text"
    sys.stderr.write(f"{visible(f'{name}: {told}')}\n")


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the search for cycles while a file is worked on: it has none, and many objects."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
