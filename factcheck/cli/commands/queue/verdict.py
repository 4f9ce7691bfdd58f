"""Say whether a claim is right, as its first or its second reader."""

from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.actor import actor_name
from factcheck.cli.opening import existing_queue
from factcheck.cli.output import write
from factcheck.cli.settings import choice
from factcheck.queue import evidence
from factcheck.queue.claim_verdicts import ClaimVerdict
from factcheck.queue.decisions import By
from factcheck.reports.plain import dump, envelope, plain

_VERDICTS = tuple(verdict.value for verdict in ClaimVerdict)
EXAMPLES = f"""\b
Verdicts:
  {" ".join(_VERDICTS)}

\b
Example:
  factcheck queue verdict 12 accurate --note "minutes and bill agree"
"""


def command(
    finding: options.Finding,
    verdict: Annotated[str, typer.Argument(metavar="VERDICT", help="One of the verdicts below.")],
    anew: Annotated[
        bool, typer.Option("--anew", help="As first reader, although somebody else was.")
    ] = False,
    by: options.Actor = None,
    note: options.Note = "",
    format_name: options.TextOrJson = "text",
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """Say whether a claim is right; the second to say so, who is somebody else, settles it."""
    choice("--format", format_name, ("text", "json"))
    said = ClaimVerdict(choice("VERDICT", verdict.replace("-", "_"), _VERDICTS))
    who = By(actor=actor_name(by), note=note)
    with existing_queue(config, database) as queue:
        before = evidence.record_for(queue, finding, who.actor)
        seen = By(actor=who.actor, note=note, seen_version=len(before.assessments))
        if anew or before.is_first_reader(who.actor):
            made = evidence.assess(queue, finding, said, seen)
        else:
            made = evidence.assess_again(queue, finding, said, seen)
        record = evidence.record_for(queue, finding, who.actor)
    if format_name == "json":
        write(dump(envelope("evidence", record=plain(record))), None)
        return 0
    which = "second" if made.second else "first"
    end = {True: "both agree", False: "they do not agree"}[record.agreed] if made.second else ""
    write(f"{made.finding_id} is {said.value} to its {which} reader{end and f'; {end}'}\n", None)
    return 0
