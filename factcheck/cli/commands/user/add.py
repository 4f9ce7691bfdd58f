"""Make an account; the password is asked for, or read from standard input."""

from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.opening import opened
from factcheck.cli.output import write
from factcheck.cli.passwords import ask_password
from factcheck.cli.settings import choice, load_settings
from factcheck.queue import users
from factcheck.queue.roles import Role

EXAMPLES = """\b
Example:
  factcheck user add ada --role admin
"""


def command(
    name: options.AccountName,
    role: Annotated[
        str, typer.Option("--role", metavar="ROLE", help="writer, checker, editor or admin.")
    ] = "editor",
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """Make an account; the password is asked for, or read from standard input.

    From the first account on, only people with one can decide, each as their role allows.
    """
    what = Role(choice("--role", role, tuple(one.value for one in Role)))
    settings = load_settings(config, {"queue.url": database})
    with opened(settings.queue.url) as queue:
        made = users.add(queue, name, what, ask_password())
        write(f"{made.name}: {made.role}\n", None)
    return 0
