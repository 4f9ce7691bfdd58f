"""List the accounts."""

from factcheck.cli import options
from factcheck.cli.opening import existing_queue
from factcheck.cli.output import write
from factcheck.cli.settings import choice
from factcheck.queue import users
from factcheck.reports.plain import dump, envelope, plain


def command(
    format_name: options.TextOrJson = "text",
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """List the accounts."""
    choice("--format", format_name, ("text", "json"))
    with existing_queue(config, database) as queue:
        found = users.every(queue)
    if format_name == "json":
        write(dump(envelope("users", users=[plain(each) for each in found])), None)
        return 0
    lines = [f"{one.name:20} {one.role:8}{'' if one.active else ' switched off'}" for one in found]
    write("".join(f"{line.rstrip()}\n" for line in lines) or "no accounts\n", None)
    return 0
