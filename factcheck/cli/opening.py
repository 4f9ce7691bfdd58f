"""Open the review queue that the settings name, and name its articles."""

import sys
from pathlib import Path

from factcheck.cli.settings import load_settings
from factcheck.model.article_key import key_seen_from
from factcheck.queue.engine import Queue, open_queue
from factcheck.queue.mounts import network_file_system
from factcheck.reports.visible import visible


def existing_queue(config: Path | None, database: str | None) -> Queue:
    """Return the queue, which must be there. Raises QueueError and ConfigError."""
    settings = load_settings(config, {"queue.url": database})
    return opened(settings.queue.url, create=False)


def article_named(queue: Queue, given: str) -> str:
    """Return what the queue calls an article: for a file that is there its key, else as given."""
    if not Path(given).is_file():
        return given
    from factcheck.scanning import home  # noqa: PLC0415 -- imports all that a scan needs

    return key_seen_from(home(queue), given)


def opened(url: str, *, create: bool = True) -> Queue:
    """Return the queue at a path or URL; say so where it lies on another machine's disk."""
    queue = open_queue(url, create=create)
    kind = network_file_system(queue.path) if queue.path is not None else None
    if kind is not None:
        where = f"{visible(queue.name)} is on a network file system ({visible(kind)})"
        advice = "two machines can damage it there; use one machine's disk, or PostgreSQL"
        sys.stderr.write(f"factcheck: note: {where}; {advice}\n")
    return queue
