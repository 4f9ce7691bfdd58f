"""Switch an account off and end its sessions."""

from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.opening import existing_queue
from factcheck.cli.output import write
from factcheck.queue import logins, users


def command(
    name: options.AccountName,
    undo: Annotated[bool, typer.Option("--undo", help="Switch it on again.")] = False,
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """Switch an account off and end its sessions; what it decided stays."""
    with existing_queue(config, database) as queue:
        changed = users.set_active(queue, name, active=undo)
        if not undo:
            logins.revoke_all(queue, name)
    write(f"{changed.name}: switched {'on' if changed.active else 'off'}\n", None)
    return 0
