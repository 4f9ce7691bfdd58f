"""Change a password; it is asked for, or read from standard input."""

from factcheck.cli import options
from factcheck.cli.opening import existing_queue
from factcheck.cli.output import write
from factcheck.cli.passwords import ask_password
from factcheck.queue import logins, users


def command(
    name: options.AccountName,
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """Change a password and end the account's sessions."""
    with existing_queue(config, database) as queue:
        changed = users.set_password(queue, name, ask_password())
        logins.revoke_all(queue, name)
    write(f"{changed.name}: password changed\n", None)
    return 0
