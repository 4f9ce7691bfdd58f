"""Answers kept on disk, for conditional requests and for working offline.

A small cache of our own, because what is kept is the answer after the guard, the limits and the
unpacking: one file an address, a line of JSON and then the body, replaced atomically, damaged ones
ignored. hishel, the library for this, keeps what came off the wire before the limits could act,
in a database, and serves by RFC 9111 alone, which has no "offline".
"""

import hashlib
import json
import math
import os
import re
import tempfile
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import httpx

VERSION = 1
UNFINISHED = ".new"
ABANDONED_AFTER = 3600.0  # seconds; whoever wrote it was killed

_MAX_AGE = re.compile(r"(?:^|[,\s])max-age=\"?([0-9]{1,9})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A kept answer. ``stored_at`` is in seconds since 1970, ``fresh_for`` the server's limit.

    ``redirect`` leads to the address that has the body.
    """

    url: str
    stored_at: float
    body: bytes = b""
    content_type: str = ""
    etag: str = ""
    last_modified: str = ""
    fresh_for: float = math.inf
    redirect: str = ""

    def is_fresh(self, now: float, max_age: float) -> bool:
        """Tell whether the server need not be asked."""
        return 0 <= now - self.stored_at < min(max_age, self.fresh_for)

    @property
    def validators(self) -> dict[str, str]:
        """The headers of a conditional request (RFC 9110, section 13.1)."""
        pairs = (("If-None-Match", self.etag), ("If-Modified-Since", self.last_modified))
        return {name: value for name, value in pairs if value}


def is_storable(headers: httpx.Headers) -> bool:
    """Tell whether the server lets an answer be kept."""
    return "no-store" not in headers.get("cache-control", "").lower()


def freshness(headers: httpx.Headers) -> float:
    """Return the seconds for which the server vouches; infinite when it says nothing."""
    control = headers.get("cache-control", "").lower()
    if "no-cache" in control or headers.get("vary", "").strip() == "*":
        return 0.0
    stated = _MAX_AGE.search(control)
    return float(stated[1]) if stated else math.inf


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is kept: bytes in all, and seconds since an answer was stored or confirmed."""

    max_bytes: int
    max_age: float


class Cache:
    """Kept answers in a folder; with None nothing is kept and nothing found.

    Without ``limits`` nothing is ever dropped. They are looked after once, before the first answer
    that is kept, so that a run pays for one listing of the folder.
    """

    def __init__(self, folder: Path | None, limits: Limits | None = None) -> None:
        self._folder = folder
        self._limits = limits

    def find(self, url: str) -> Kept | None:
        """Return what is kept for an address, over at most one redirect."""
        kept = self._load(url)
        if kept is None or not kept.redirect:
            return kept
        final = self._load(kept.redirect)
        if final is None:
            return None
        return replace(final, stored_at=min(kept.stored_at, final.stored_at))

    def keep(self, kept: Kept) -> None:
        """Store an answer; a cache that cannot be written is no reason to fail."""
        if self._folder is None:
            return
        if self._limits is not None:
            limits, self._limits = self._limits, None
            with suppress(OSError):
                prune(self._folder, limits, kept.stored_at)
        head = {
            name: getattr(kept, name)
            for name in ("url", "stored_at", "content_type", "etag", "last_modified", "redirect")
        }
        head["fresh_for"] = None if math.isinf(kept.fresh_for) else kept.fresh_for
        head["version"] = VERSION
        head["sha256"] = hashlib.sha256(kept.body).hexdigest()
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor, name = tempfile.mkstemp(dir=self._folder, suffix=UNFINISHED)
            try:
                with os.fdopen(descriptor, "wb") as file:
                    file.write(json.dumps(head).encode() + b"\n" + kept.body)
                os.utime(name, (kept.stored_at, kept.stored_at))
                Path(name).replace(self._path(self._folder, kept.url))
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise

    def forget(self, url: str) -> None:
        """Drop what is kept for an address."""
        if self._folder is not None:
            with suppress(OSError):
                self._path(self._folder, url).unlink(missing_ok=True)

    def _load(self, url: str) -> Kept | None:
        if self._folder is None:
            return None
        try:
            line, _, body = self._path(self._folder, url).read_bytes().partition(b"\n")
            head = json.loads(line)
            if head["version"] != VERSION or head["url"] != url:
                return None
            if head["sha256"] != hashlib.sha256(body).hexdigest():
                return None
            fresh_for = head["fresh_for"]
            return Kept(
                url=url,
                stored_at=float(head["stored_at"]),
                body=body,
                content_type=str(head["content_type"]),
                etag=str(head["etag"]),
                last_modified=str(head["last_modified"]),
                fresh_for=math.inf if fresh_for is None else float(fresh_for),
                redirect=str(head["redirect"]),
            )
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    @staticmethod
    def _path(folder: Path, url: str) -> Path:
        # The name is a hash: an address may hold secrets, and be longer than a file name can.
        return folder / hashlib.sha256(url.encode()).hexdigest()


def prune(folder: Path, limits: Limits, now: float) -> None:
    """Drop what is too old, and then the oldest until the rest fits. Raises OSError.

    An answer's file bears the time at which it was stored or last confirmed. What another process
    drops at the same time is gone either way.
    """
    if not folder.is_dir():
        return
    files: list[tuple[float, int, str]] = []
    with os.scandir(folder) as listing:
        for each in listing:
            with suppress(FileNotFoundError):
                status = each.stat(follow_symlinks=False)
                files.append((status.st_mtime, status.st_size, each.path))
    room = limits.max_bytes
    for stored_at, size, path in sorted(files, reverse=True):
        room -= size
        is_abandoned = path.endswith(UNFINISHED) and now - stored_at > ABANDONED_AFTER
        if room < 0 or now - stored_at > limits.max_age or is_abandoned:
            Path(path).unlink(missing_ok=True)
