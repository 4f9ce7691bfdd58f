"""Export findings with their decisions, as CSV or JSON."""

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import filtering, options
from factcheck.cli.opening import existing_queue
from factcheck.cli.output import check_output, write
from factcheck.cli.settings import choice
from factcheck.queue import export, exports, views
from factcheck.reports.plain import dump, envelope
from factcheck.scanning import home

_FORMATS = ("csv", "json", *exports.names())
EXAMPLES = """\b
Examples:
  factcheck queue export -o findings.csv
  factcheck queue export --format json --status dismissed
  factcheck queue export --as training -o decided.jsonl
  factcheck queue export --as baseline -o factcheck-baseline.json
"""


def command(
    status: filtering.Statuses = None,
    rule: filtering.Rules = None,
    severity: filtering.Severities = None,
    article: filtering.Article = None,
    text: filtering.Text = None,
    format_name: Annotated[
        str, typer.Option("--format", "--as", "-f", metavar="FORMAT", help=" ".join(_FORMATS))
    ] = "csv",
    output: options.Output = None,
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """Export findings with their decisions, as CSV or JSON; all of them without a filter."""
    choice("--format", format_name, _FORMATS)
    check_output(output)
    where = views.Filter(
        statuses=filtering.statuses(status, everything=True),
        rules=filtering.rules(rule),
        severities=filtering.severities(severity),
        article=article,
        text=text,
    )
    with existing_queue(config, database) as queue:
        where = filtering.located(queue, where)
        if format_name in exports.names():
            places = exports.Places(
                kept=home(queue), written=Path.cwd() if output is None else output.parent
            )
            write(exports.render(queue, format_name, where, places=places), output)
            return 0
        items = tuple(export.every(queue, where))
    if format_name == "csv":
        written = export.as_csv(items)
    else:
        findings = [export.as_dict(item) for item in items]
        written = dump(envelope("queue", total=len(findings), findings=findings, next=None))
    write(written, output)
    return 0
