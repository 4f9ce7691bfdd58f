"""State what was done about a finding."""

from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.deciding import decide
from factcheck.cli.settings import choice
from factcheck.queue import decisions
from factcheck.queue.states import Resolution

_WAYS = tuple(way.value for way in Resolution)
EXAMPLES = f"""\b
Ways:
  {" ".join(_WAYS)}

\b
Example:
  factcheck queue resolve 12 --how source_added
"""


def command(
    finding: options.Finding,
    how: Annotated[str, typer.Option("--how", metavar="WAY", help="One of the ways below.")],
    by: options.Actor = None,
    note: options.Note = "",
    format_name: options.TextOrJson = "text",
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """State what was done about a finding."""
    way = Resolution(choice("--how", how.replace("-", "_"), _WAYS))
    return decide(
        lambda queue, who: decisions.resolve(queue, finding, way, who),
        decisions.By(actor=by or "", note=note),
        format_name=format_name,
        database=database,
        config=config,
    )
