"""Close a finding that was read twice, or that has left the article."""

from factcheck.cli import options
from factcheck.cli.deciding import decide
from factcheck.queue import decisions

EXAMPLES = """\b
Example:
  factcheck queue close 12 --by ada
"""


def command(
    finding: options.Finding,
    by: options.Actor = None,
    note: options.Note = "",
    format_name: options.TextOrJson = "text",
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """Close a finding that was read twice, or that has left the article."""
    return decide(
        lambda queue, who: decisions.close(queue, finding, who),
        decisions.By(actor=by or "", note=note),
        format_name=format_name,
        database=database,
        config=config,
    )
