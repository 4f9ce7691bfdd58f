"""Put a backup where there is no queue yet."""

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import write
from factcheck.cli.settings import load_settings
from factcheck.errors import UsageError
from factcheck.queue import place, upkeep

EXAMPLES = """\b
Example:
  factcheck db restore desk-monday.db --db factcheck.db
"""


def command(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="What 'db backup' made.")],
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """Put a backup where there is no queue yet; what is there is never overwritten."""
    settings = load_settings(config, {"queue.url": database})
    target = place.path_of(place.url_of(settings.queue.url))
    if target is None:
        raise UsageError("a server's database is restored with pg_restore, into an empty one")
    upkeep.restore(path, target)
    write(f"{target}: restored from {path}\n", None)
    return 0
