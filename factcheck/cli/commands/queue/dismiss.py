"""Set a finding aside, for a reason."""

from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.deciding import decide
from factcheck.cli.settings import choice
from factcheck.queue import decisions
from factcheck.queue.states import DismissReason

_REASONS = tuple(reason.value for reason in DismissReason)
EXAMPLES = """\b
Example:
  factcheck queue dismiss 12 --reason own_reporting --note "interview on file"
"""


def command(
    finding: options.Finding,
    reason: Annotated[str, typer.Option("--reason", metavar="REASON", help=" | ".join(_REASONS))],
    by: options.Actor = None,
    note: options.Note = "",
    format_name: options.TextOrJson = "text",
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """Set a finding aside, for a reason."""
    why = DismissReason(choice("--reason", reason.replace("-", "_"), _REASONS))
    return decide(
        lambda queue, who: decisions.dismiss(queue, finding, why, who),
        decisions.By(actor=by or "", note=note),
        format_name=format_name,
        database=database,
        config=config,
    )
