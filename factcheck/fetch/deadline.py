"""A total time limit, and the clock, sleep and resolver the fetcher takes from the machine."""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

Resolver = Callable[[str, int], tuple[str, ...]]


def resolve_name(host: str, port: int) -> tuple[str, ...]:
    """Return every address of a host, in the system's order; raise OSError when there is none."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(answer[4][0]) for answer in answers))


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What the fetcher takes from the machine, so that tests can stand in for it.

    ``resolve`` gives the addresses of a host; ``now`` is the wall clock in seconds since 1970;
    ``sleep`` waits.
    """

    resolve: Resolver = resolve_name
    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep


class Deadline:
    """Seconds left for a whole document."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def remaining(self) -> float:
        """Return the seconds left; zero or less when time is up."""
        return self._end - time.monotonic()

    def within(self, seconds: float | None) -> float:
        """Return the shorter of a timeout and what is left; raise TimeoutError at the end."""
        left = self.remaining()
        if left <= 0:
            raise TimeoutError
        return left if seconds is None else min(seconds, left)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Stop the clock while waiting out of politeness."""
        start = time.monotonic()
        try:
            yield
        finally:
            self._end += time.monotonic() - start
