"""Make a decision and say what it came to."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from factcheck.cli import options
from factcheck.cli.actor import actor_name
from factcheck.cli.describing import outcome_line
from factcheck.cli.opening import existing_queue
from factcheck.cli.output import write
from factcheck.cli.settings import choice
from factcheck.queue import export
from factcheck.queue.decisions import By
from factcheck.queue.engine import Queue
from factcheck.queue.items import Outcome
from factcheck.queue.rows import FindingRef
from factcheck.reports.plain import dump, envelope


def plain_decision(
    make: Callable[[Queue, FindingRef, By], Outcome], summary: str | None
) -> Callable[..., int]:
    """Return the command of a decision that needs nothing but a finding and somebody."""

    def command(
        finding: options.Finding,
        by: options.Actor = None,
        note: options.Note = "",
        format_name: options.TextOrJson = "text",
        database: options.Database = None,
        config: options.Config = None,
    ) -> int:
        return decide(
            lambda queue, who: make(queue, finding, who),
            By(actor=by or "", note=note),
            format_name=format_name,
            database=database,
            config=config,
        )

    command.__doc__ = summary
    return command


def decide(
    make: Callable[[Queue, By], Outcome],
    by: By,
    *,
    format_name: str,
    database: str | None,
    config: Path | None,
) -> int:
    """Make a decision and write its outcome; the actor "" is whoever is logged in."""
    choice("--format", format_name, ("text", "json"))
    who = replace(by, actor=actor_name(by.actor or None))
    with existing_queue(config, database) as queue:
        outcome = make(queue, who)
    if format_name == "json":
        document = envelope(
            "decision",
            finding=export.as_dict(outcome.item),
            decision=export.as_dict(outcome.decision),
            repeated=outcome.repeated,
        )
        write(dump(document), None)
    else:
        write(outcome_line(outcome) + "\n", None)
    return 0
