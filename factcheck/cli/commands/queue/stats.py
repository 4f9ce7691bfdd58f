"""Show how each rule's findings were decided: its live precision."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.opening import existing_queue
from factcheck.cli.output import write
from factcheck.cli.settings import choice
from factcheck.queue.insight import RulePrecision, precision
from factcheck.reports.plain import dump, envelope, plain_fields
from factcheck.reports.visible import visible

EXAMPLES = """\b
Examples:
  factcheck queue stats
  factcheck queue stats --days 90 --format json
"""

_BAR = 20  # characters of a full bar


def command(
    days: Annotated[
        int | None, typer.Option("--days", min=1, max=36_500, help="Only decisions this recent.")
    ] = None,
    format_name: options.TextOrJson = "text",
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """Show how each rule's findings were decided: its live precision, worst first.

    Dismissed are all that an editor dismissed; wrong those of them where the detector was.
    Precision is the share of decided findings that nobody called wrong.
    """
    choice("--format", format_name, ("text", "json"))
    with existing_queue(config, database) as queue:
        since = None if days is None else queue.clock() - dt.timedelta(days=days)
        found = precision(queue, since=since)
    if format_name == "json":
        rules = [
            {
                **plain_fields(each),
                "dismissal_rate": round(each.dismissal_rate, 4),
                "precision": round(each.precision, 4),
            }
            for each in found
        ]
        write(dump(envelope("precision", rules=rules)), None)
        return 0
    write("".join(f"{line}\n" for line in _lines(found)), None)
    return 0


def _lines(found: Sequence[RulePrecision]) -> Iterator[str]:
    if not found:
        yield "nothing has been decided yet"
        return
    yield "rule    decided  dismissed  wrong  precision"
    for each in found:
        bar = "█" * round(each.precision * _BAR)
        counts = f"{each.decided:7}  {each.dismissed:5} {each.dismissal_rate:4.0%}  {each.wrong:5}"
        yield f"{visible(each.code):7} {counts}  {each.precision:5.0%} {bar}".rstrip()
