"""Copy the queue's database to a new file while others work."""

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.opening import existing_queue
from factcheck.cli.output import write
from factcheck.queue import upkeep

EXAMPLES = """\b
Example:
  factcheck db backup desk-monday.db
"""


def command(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A file that is not there yet.")],
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """Copy the queue's database to a new file while others work."""
    with existing_queue(config, database) as queue:
        upkeep.backup(queue, path)
        write(f"{queue.name}: copied to {path}\n", None)
    return 0
