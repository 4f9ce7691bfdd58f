"""The options that several commands share, each written once."""

from pathlib import Path
from typing import Annotated

import typer

Targets = Annotated[
    list[str],
    typer.Argument(metavar="TARGET...", help="http(s) addresses, files, or - for standard input."),
]
Target = Annotated[str, typer.Argument(metavar="TARGET", help="An http(s) address, a file, or -.")]
Finding = Annotated[
    str,
    typer.Argument(metavar="FINDING", help="A finding's number, or the start of its fingerprint."),
]
AccountName = Annotated[
    str, typer.Argument(metavar="NAME", help="The account's name, whatever the case.")
]
Config = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Read this instead of the nearest config.toml."),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to a file, all of it or nothing."),
]
Encoding = Annotated[
    str,
    typer.Option("--encoding", metavar="NAME", help="How a .bib file is encoded: latin-1, cp1252."),
]
Offline = Annotated[
    bool, typer.Option("--offline", help="Open no network connection; read what is kept.")
]
Refresh = Annotated[bool, typer.Option("--refresh", help="Fetch anew, whatever is kept.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither use nor keep fetched pages.")]
Render = Annotated[
    bool, typer.Option("--render", help="Draw web pages with a browser first (extra 'render').")
]
Fast = Annotated[
    bool, typer.Option("--fast", help="Leave the encoder out: faster, less sure who said what.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress and no notes.")]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select", metavar="RULE", help="Run only these: code, name, family or ALL; repeatable."
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="RULE", help="Leave these out; repeatable."),
]
MinConfidence = Annotated[
    float | None,
    typer.Option("--min-confidence", metavar="0-1", help="Leave out what is less sure."),
]
BaselineFile = Annotated[
    Path | None,
    typer.Option("--baseline", metavar="FILE", help="The file of findings that are known."),
]
Database = Annotated[
    str | None,
    typer.Option("--db", metavar="FILE|URL", help="The review queue's database."),
]
TextOrJson = Annotated[
    str, typer.Option("--format", "-f", metavar="text|json", help="How to write it.")
]
Actor = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who decides; your login name if left out."),
]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="A note for the history.")]


def words(values: list[str] | None) -> tuple[str, ...]:
    """Return repeated and comma-separated values as one tuple."""
    parts = (part.strip() for value in values or () for part in value.split(","))
    return tuple(part for part in parts if part)
