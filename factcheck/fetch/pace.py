"""One visit at a time to a host, and a pause between visits.

Threads of one client share locks in memory. Processes share a folder with one small file a host:
whoever holds its lock is visiting, and its text is the wall-clock time from which the next visit
may start. Without a folder (or on a system without flock) only the threads are paced.
"""

import hashlib
import os
import sys
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.fetch.deadline import Machine

if sys.platform != "win32":
    import fcntl


@dataclass(slots=True)
class Slot:
    """A visit under way; ``pause`` is how many seconds the host is then left alone."""

    pause: float


@dataclass(slots=True)
class _Host:
    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0


class Pace:
    """Keeps visits apart. ``delay`` and ``longest_wait`` are seconds."""

    def __init__(
        self, folder: Path | None, machine: Machine, *, delay: float, longest_wait: float
    ) -> None:
        self._folder = folder
        self._machine = machine
        self._delay = delay
        self._longest = max(delay, longest_wait)
        self._hosts: defaultdict[str, _Host] = defaultdict(_Host)
        self._hosts_lock = threading.Lock()

    @contextmanager
    def visit(self, host: str) -> Iterator[Slot]:
        """Wait for the host's turn, then hold it for the length of the block."""
        with self._hosts_lock:
            known = self._hosts[host]
        with known.lock, self._shared(host) as shared:
            free_at = max(known.free_at, _read(shared))
            # A clock that was set back must not stop us for hours.
            wait = min(free_at - self._machine.now(), self._longest)
            if wait > 0:
                self._machine.sleep(wait)
            slot = Slot(self._delay)
            try:
                yield slot
            finally:
                known.free_at = self._machine.now() + min(slot.pause, self._longest)
                _write(shared, known.free_at)

    @contextmanager
    def _shared(self, host: str) -> Iterator[int | None]:
        """Hold the lock that processes share; None where there is none."""
        descriptor = self._open(host)
        try:
            if descriptor is not None and sys.platform != "win32":
                fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield descriptor
        finally:
            if descriptor is not None:
                os.close(descriptor)

    def _open(self, host: str) -> int | None:
        if self._folder is None:
            return None
        name = hashlib.sha256(host.encode()).hexdigest()[:32]
        # A cache that cannot be written costs the pace between processes, not the document.
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            return os.open(self._folder / name, os.O_RDWR | os.O_CREAT, 0o600)
        return None


def _read(descriptor: int | None) -> float:
    if descriptor is None:
        return 0.0
    try:
        return float(os.pread(descriptor, 40, 0))
    except (OSError, ValueError):
        return 0.0


def _write(descriptor: int | None, free_at: float) -> None:
    if descriptor is not None:
        with suppress(OSError):
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, f"{free_at:.6f}".encode(), 0)
