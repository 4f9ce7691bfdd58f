"""What a desk is made with."""

from dataclasses import dataclass, field

from factcheck.config import Settings
from factcheck.queue.engine import Queue

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""The names under which a desk on this machine may be asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSettings:
    """One desk: its queue, who sits at it, and the names it answers to.

    ``actor`` decides where the queue has no users: the one person of a desk on this machine.
    ``hosts`` are host names, without port, that a request's ``Host`` may name; any other is
    refused, or a page elsewhere could have its name point here and read the desk (DNS rebinding).
    ``settings`` are those that an article added from the desk is read and linted with.
    """

    queue: Queue
    actor: str
    hosts: tuple[str, ...] = LOOPBACK
    settings: Settings = field(default_factory=Settings)
