"""Agree that a finding is right, so the writer has to act."""

from factcheck.cli import options
from factcheck.cli.deciding import decide
from factcheck.queue import decisions

EXAMPLES = """\b
Example:
  factcheck queue confirm 12 --by ada
"""


def command(
    finding: options.Finding,
    by: options.Actor = None,
    note: options.Note = "",
    format_name: options.TextOrJson = "text",
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """Agree that a finding is right, so the writer has to act."""
    return decide(
        lambda queue, who: decisions.confirm(queue, finding, who),
        decisions.By(actor=by or "", note=note),
        format_name=format_name,
        database=database,
        config=config,
    )
