"""Open the review queue that the settings name."""

from pathlib import Path

from factcheck.cli.settings import load_settings
from factcheck.queue.engine import Queue, open_queue


def existing_queue(config: Path | None, database: str | None) -> Queue:
    """Return the queue, which must be there. Raises QueueError and ConfigError."""
    settings = load_settings(config, {"queue.url": database})
    return open_queue(settings.queue.url, create=False)
