"""Show what happened, newest first."""

from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.describing import event_line
from factcheck.cli.opening import existing_queue
from factcheck.cli.output import write
from factcheck.cli.settings import choice
from factcheck.queue import export, views
from factcheck.reports.plain import dump, envelope

EXAMPLES = """\b
Examples:
  factcheck queue history
  factcheck queue history 12 --format json
"""


def command(
    finding: Annotated[
        str | None, typer.Argument(metavar="[FINDING]", help="Only of this finding.")
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", min=1, max=10_000, help="How many at most.")
    ] = 50,
    format_name: options.TextOrJson = "text",
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """Show what happened, newest first: scans, decisions, refused attempts. Times are UTC."""
    choice("--format", format_name, ("text", "json"))
    with existing_queue(config, database) as queue:
        events = views.history(queue, finding, limit=limit)
    if format_name == "json":
        write(dump(envelope("history", events=[export.as_dict(each) for each in events])), None)
    else:
        write("".join(f"{event_line(each)}\n" for each in events) or "nothing yet\n", None)
    return 0
