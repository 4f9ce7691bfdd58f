"""Set a finding aside, for a reason."""

import datetime as dt
import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.deciding import decide
from factcheck.cli.running import FAILED, complain
from factcheck.cli.settings import choice
from factcheck.queue import decisions
from factcheck.queue.engine import Queue
from factcheck.queue.items import Outcome
from factcheck.queue.states import DismissReason

MEANINGS: Mapping[DismissReason, str] = MappingProxyType(
    {
        DismissReason.DETECTOR_WRONG: "the finding is mistaken; nothing of the kind stands there",
        DismissReason.NOT_CHECKABLE: "an opinion, or nothing that anybody could check",
        DismissReason.COMMON_KNOWLEDGE: "readers know it; nobody has to vouch for it",
        DismissReason.OWN_REPORTING: "the evidence is on file and not public",
        DismissReason.ATTRIBUTED_NEARBY: "somebody is credited a sentence before or after",
        DismissReason.ACCEPTED_RISK: "the finding is right, and it stays as it is",
    }
)
_REASONS = tuple(reason.value for reason in DismissReason)
_LISTED = "\n".join(f"  {name.value:18} {text}" for name, text in MEANINGS.items())
EXAMPLES = f"""\b
Reasons:
{_LISTED}

\b
Example:
  factcheck queue dismiss 12 --reason own_reporting --note "interview on file"
"""


def command(
    finding: options.Finding,
    reason: Annotated[
        str, typer.Option("--reason", metavar="REASON", help="One of the reasons below; needed.")
    ] = "",
    days: Annotated[
        int | None,
        typer.Option("--days", min=1, max=3650, help="For how long a risk is accepted; else 180."),
    ] = None,
    by: options.Actor = None,
    note: options.Note = "",
    format_name: options.TextOrJson = "text",
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """Set a finding aside, for a reason; an accepted risk is open again after its --days."""
    if not reason:
        complain(f"finding {finding} is as it was; say why it is set aside with --reason:")
        sys.stderr.write(f"{_LISTED}\n")
        return FAILED
    why = DismissReason(choice("--reason", reason.replace("-", "_"), _REASONS))

    def dismiss(queue: Queue, who: decisions.By) -> Outcome:
        until = None if days is None else queue.clock() + dt.timedelta(days=days)
        return decisions.dismiss(queue, finding, why, who, until=until)

    return decide(
        dismiss,
        decisions.By(actor=by or "", note=note),
        format_name=format_name,
        database=database,
        config=config,
    )
