"""Make the queue's database, or bring an older one up to date."""

from factcheck.cli import options
from factcheck.cli.opening import opened
from factcheck.cli.output import write
from factcheck.cli.settings import load_settings


def command(database: options.Database = None, config: options.Config = None) -> int:
    """Make the queue's database, or bring an older one up to date; a copy of that is kept."""
    settings = load_settings(config, {"queue.url": database})
    with opened(settings.queue.url) as queue:
        write(f"{queue.name}: up to date\n", None)
    return 0
