"""Open the review queue that the settings name, and name its articles."""

from pathlib import Path

from factcheck.cli.settings import load_settings
from factcheck.model.article_key import key_seen_from
from factcheck.queue.engine import Queue, open_queue
from factcheck.scanning import home


def existing_queue(config: Path | None, database: str | None) -> Queue:
    """Return the queue, which must be there. Raises QueueError and ConfigError."""
    settings = load_settings(config, {"queue.url": database})
    return open_queue(settings.queue.url, create=False)


def article_named(queue: Queue, given: str) -> str:
    """Return what the queue calls an article: for a file that is there its key, else as given."""
    return key_seen_from(home(queue), given) if Path(given).is_file() else given
