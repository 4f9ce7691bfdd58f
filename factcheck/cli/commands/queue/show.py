"""Show one finding in full: its context, its decisions, what came before."""

from factcheck.cli import options
from factcheck.cli.describing import described
from factcheck.cli.opening import existing_queue
from factcheck.cli.output import write
from factcheck.cli.settings import choice
from factcheck.queue import evidence, export, views
from factcheck.reports.plain import dump, envelope, plain

EXAMPLES = """\b
Example:
  factcheck queue show 12
"""


def command(
    finding: options.Finding,
    format_name: options.TextOrJson = "text",
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """Show one finding in full: its context, its decisions, what came before."""
    choice("--format", format_name, ("text", "json"))
    with existing_queue(config, database) as queue:
        detail = views.show(queue, finding)
        record = evidence.record_of(queue, finding)
    if format_name == "json":
        document = envelope(
            "finding",
            finding=export.as_dict(detail.item),
            context=plain(detail.context),
            decisions=[export.as_dict(each) for each in detail.decisions],
            events=[export.as_dict(each) for each in detail.events],
            earlier=[export.as_dict(each) for each in detail.earlier],
            superseded_by=detail.superseded_by,
        )
        write(dump(document), None)
    else:
        write("\n".join(described(detail, record)) + "\n", None)
    return 0
