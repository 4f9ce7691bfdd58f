"""Change what somebody may do."""

from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.opening import existing_queue
from factcheck.cli.output import write
from factcheck.cli.settings import choice
from factcheck.queue import users
from factcheck.queue.roles import Role


def command(
    name: options.AccountName,
    role: Annotated[str, typer.Argument(metavar="ROLE", help="writer, checker, editor or admin.")],
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """Change what somebody may do."""
    what = Role(choice("ROLE", role, tuple(one.value for one in Role)))
    with existing_queue(config, database) as queue:
        changed = users.set_role(queue, name, what)
    write(f"{changed.name}: {changed.role}\n", None)
    return 0
