"""Put a finding off for some days."""

import datetime as dt
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.deciding import decide
from factcheck.queue import decisions

EXAMPLES = """\b
Example:
  factcheck queue snooze 12 --days 3
"""


def command(
    finding: options.Finding,
    days: Annotated[int, typer.Option("--days", min=1, max=365, help="For how long.")] = 1,
    by: options.Actor = None,
    note: options.Note = "",
    format_name: options.TextOrJson = "text",
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """Put a finding off for some days, after which it stands again as it did."""
    return decide(
        lambda queue, who: decisions.snooze(
            queue, finding, queue.clock() + dt.timedelta(days=days), who
        ),
        decisions.By(actor=by or "", note=note),
        format_name=format_name,
        database=database,
        config=config,
    )
