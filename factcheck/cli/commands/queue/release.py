"""Give up one's claim on a finding."""

from factcheck.cli import options
from factcheck.cli.deciding import decide
from factcheck.queue import decisions

EXAMPLES = """\b
Example:
  factcheck queue release 12 --by ada
"""


def command(
    finding: options.Finding,
    by: options.Actor = None,
    note: options.Note = "",
    format_name: options.TextOrJson = "text",
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """Give up one's claim on a finding."""
    return decide(
        lambda queue, who: decisions.release(queue, finding, who),
        decisions.By(actor=by or "", note=note),
        format_name=format_name,
        database=database,
        config=config,
    )
