"""Show, add or withdraw what a claim rests on."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.actor import actor_name
from factcheck.cli.opening import existing_queue
from factcheck.cli.output import look, write
from factcheck.cli.settings import choice
from factcheck.errors import UsageError
from factcheck.queue import evidence
from factcheck.queue.decisions import By
from factcheck.queue.evidence import Assessment, ClaimRecord, Evidence
from factcheck.reports.lines import labelled
from factcheck.reports.plain import dump, envelope, plain
from factcheck.reports.visible import visible

EXAMPLES = """\b
Examples:
  factcheck queue evidence 12
  factcheck queue evidence 12 --add "Council minutes" --at "p. 4" --seen 2026-02-28
  factcheck queue evidence 12 --withdraw 3 --note "another meeting"
  factcheck queue verdict 12 accurate
"""


def command(
    finding: options.Finding,
    source: Annotated[
        str | None, typer.Option("--add", metavar="SOURCE", help="Who says it, or where it stands.")
    ] = None,
    locator: Annotated[
        str, typer.Option("--at", metavar="PLACE", help="Its page, paragraph or time.")
    ] = "",
    seen: Annotated[
        dt.datetime | None,
        typer.Option("--seen", metavar="DATE", formats=["%Y-%m-%d"], help="When it was looked at."),
    ] = None,
    copy: Annotated[
        str | None, typer.Option("--copy", metavar="URL", help="Where a lasting copy is.")
    ] = None,
    confidential: Annotated[
        bool, typer.Option("--confidential", help="For checkers and editors only; never exported.")
    ] = False,
    withdraw: Annotated[
        int | None, typer.Option("--withdraw", metavar="NUMBER", help="Take this one back.")
    ] = None,
    by: options.Actor = None,
    note: options.Note = "",
    format_name: options.TextOrJson = "text",
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """Show what a claim rests on and what its readers say; with --add or --withdraw change it.

    Nothing is deleted: what was withdrawn stays in the record.
    """
    choice("--format", format_name, ("text", "json"))
    _check(source, withdraw, alone=bool(locator or seen or copy or confidential))
    who = By(actor=actor_name(by), note=note)
    with existing_queue(config, database) as queue:
        if source is not None:
            new = evidence.NewEvidence(
                source=source.strip(),
                locator=locator.strip(),
                accessed_on=None if seen is None else seen.date(),
                archived_url=copy,
                note=note,
                confidential=confidential,
            )
            evidence.add_evidence(queue, finding, new, who)
        elif withdraw is not None:
            evidence.withdraw_evidence(queue, withdraw, who, of=finding)
        record = evidence.record_for(queue, finding, who.actor)
    if format_name == "json":
        write(dump(envelope("evidence", record=plain(record))), None)
    else:
        write("".join(f"{line}\n" for line in _lines(record)) or "no evidence yet\n", None)
    return 0


def _check(source: str | None, withdraw: int | None, *, alone: bool) -> None:
    if source is not None and withdraw is not None:
        raise UsageError("--add and --withdraw at once; do one, then the other")
    if source is None and alone:
        raise UsageError("say what the evidence is with --add SOURCE")


def _lines(record: ClaimRecord) -> Iterator[str]:
    for one in record.evidence:
        yield from labelled(str(one.id), visible(_stated(one)), look())
    for reading in record.assessments:
        yield from labelled("read", visible(_read(reading)), look())
    if record.agreed:
        yield f"    two readers agree: {record.verdict}"


def _stated(one: Evidence) -> str:
    parts = (
        f"{one.source}, {one.locator}" if one.locator else one.source,
        f"seen {one.accessed_on}" if one.accessed_on else "",
        f"copy {one.archived_url}" if one.archived_url else "",
        f"“{one.note}”" if one.note else "",
        "confidential" if one.confidential else "",
        "withdrawn" if one.withdrawn else "",
        f"({one.actor}, {one.at:%Y-%m-%d})",
    )
    return "; ".join(part for part in parts if part)


def _read(reading: Assessment) -> str:
    which = "second" if reading.second else "first"
    note = f" “{reading.note}”" if reading.note else ""
    return f"{reading.verdict} ({which} reader {reading.actor}, {reading.at:%Y-%m-%d}){note}"
