"""Tidy a .bib file: canonical fields, names, dates, identifiers; each change reported."""

import difflib
import sys
from pathlib import Path
from typing import Annotated

import typer

from citations.bibfile import Layout, Letters, Tidied, steps_for, tidy
from factcheck.cli import options
from factcheck.cli.bibfiles import read_bibliography
from factcheck.cli.output import check_output, write, write_bytes
from factcheck.cli.settings import choice
from factcheck.errors import UsageError
from factcheck.reports.plain import dump, envelope, plain
from factcheck.reports.visible import visible

EXAMPLES = """\b
Examples:
  factcheck bib tidy refs.bib --diff
  factcheck bib tidy refs.bib -o clean.bib
  factcheck bib tidy refs.bib --check
"""
_FORMATS = ("text", "json")
_LETTERS = tuple(letters.value for letters in Letters)


def command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A .bib file, or -.")],
    output: options.Output = None,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change.")] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; 1 where something would change.")
    ] = False,
    letters: Annotated[
        str, typer.Option("--letters", metavar="NAME", help=" | ".join(_LETTERS))
    ] = "latex",
    keys: Annotated[
        str | None,
        typer.Option("--keys", metavar="PATTERN", help="New keys, such as {author}{year}{title}."),
    ] = None,
    sort: Annotated[bool, typer.Option("--sort", help="Sort the entries by key.")] = False,
    format_name: options.TextOrJson = "text",
) -> int:
    """Tidy a .bib file: canonical fields, names, dates, identifiers; each change reported.

    Comments, preambles, strings and blocks that cannot be read stay byte for byte, and no entry is
    dropped. --format json reports each change with its step, its old and its new value.
    """
    choice("--format", format_name, _FORMATS)
    choice("--letters", letters, _LETTERS)
    check_output(output)
    text = read_bibliography(file)
    layout = Layout(key_pattern=keys, by_key=sort)
    try:
        done = tidy(text, steps_for(Letters(letters)), layout)
    except ValueError as error:
        raise UsageError(f"--keys: {error}") from error
    if format_name == "json":
        write(dump(_document(done)), None)
    elif diff:
        write(_diff(text, done.text, file), None)
    else:
        _complain(done, file)
    if output is not None:
        write_bytes(done.text.encode("utf-8", errors="surrogateescape"), output)
    elif not (check or diff or format_name == "json"):
        sys.stdout.flush()
        sys.stdout.buffer.write(done.text.encode("utf-8", errors="surrogateescape"))
    return int(check and done.text != text)


def _document(done: Tidied) -> dict[str, object]:
    return envelope(
        "bib-tidy",
        changes=plain(done.changes),
        faults=plain(done.faults),
        keys=dict(done.keys),
        rewrites=plain(done.rewrites),
    )


def _diff(old: str, new: str, name: str) -> str:
    lines = difflib.unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), name, f"{name} (tidied)"
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _complain(done: Tidied, name: str) -> None:
    for fault in done.faults:
        about = f" {fault.key}:" if fault.key else ""
        sys.stderr.write(f"{visible(f'{Path(name).name}:{fault.line}:{about} {fault.message}')}\n")
