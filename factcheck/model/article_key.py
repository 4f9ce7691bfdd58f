"""The key of an article that is a file: its path as seen from one folder, however it was spelt."""

import os
import re
from pathlib import Path

_STANDARD_INPUT = "-"
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)


def key_seen_from(folder: Path, target: str, *, spelt_in: Path | None = None) -> str:
    """Return the key that a target has in a record that is kept in a folder.

    ``a.md``, ``./a.md`` and ``/drafts/a.md`` are one file and have one key: the path from the
    folder, with slashes. So the record may be moved together with the files, and is the same on
    every machine that has both. Addresses and "-" are their own keys. ``spelt_in`` is the folder
    that a relative path starts from, the working directory if left out.
    """
    if target == _STANDARD_INPUT or _SCHEME.match(target):
        return target
    path = (spelt_in or Path.cwd()) / target
    # The folder is resolved, the file is not: drafts/current.md stays itself as a link to another.
    place = os.path.join(os.path.realpath(path.parent), path.name)  # noqa: PTH118
    try:
        return Path(os.path.relpath(place, os.path.realpath(folder))).as_posix()
    except ValueError:  # another drive, on Windows
        return Path(place).as_posix()
