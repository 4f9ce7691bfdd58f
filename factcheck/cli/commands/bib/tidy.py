"""Tidy a .bib file: canonical fields, names, dates, identifiers; each change reported."""

import difflib
import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from citations.bibfile import Layout, Letters, Tidied, steps_for, tidy
from factcheck.cli import options
from factcheck.cli.bibfiles import (
    UTF8,
    collector_paused,
    note_no_entry,
    read_bibliography,
    write_back,
)
from factcheck.cli.choosing import choice
from factcheck.cli.output import check_output, write, write_bytes
from factcheck.cli.tidy_report import key_map, report, undone
from factcheck.errors import UsageError
from factcheck.reports.visible import visible

EXAMPLES = """\b
Examples:
  factcheck bib tidy refs.bib --diff
  factcheck bib tidy refs.bib -o clean.bib
  factcheck bib tidy refs.bib --check
  factcheck bib tidy refs.bib --merge --key-map keys.tsv --report report.json -o clean.bib
  factcheck bib tidy clean.bib --undo report.json -o refs.bib
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
    merge: Annotated[
        bool, typer.Option("--merge", help="Make one entry of those that are one work.")
    ] = False,
    report_to: Annotated[
        str | None,
        typer.Option("--report", metavar="FILE|-", help="Write each change, as JSON."),
    ] = None,
    keys_to: Annotated[
        Path | None,
        typer.Option("--key-map", metavar="FILE", help="Write old and new keys: .json or .tsv."),
    ] = None,
    undo_by: Annotated[
        str | None,
        typer.Option("--undo", metavar="REPORT", help="Give back the file as it was."),
    ] = None,
    format_name: options.TextOrJson = "text",
    indent: Annotated[
        str, typer.Option("--indent", metavar="NUMBER|tab", help="What stands before a field.")
    ] = "2",
    align: Annotated[
        bool, typer.Option("--align", help="Put the values of an entry in one column.")
    ] = False,
    encoding: options.Encoding = UTF8,
) -> int:
    """Tidy a .bib file: canonical fields, names, dates, identifiers; each change reported.

    Comments, preambles, strings and blocks that cannot be read stay byte for byte, and no entry is
    dropped. --format json and --report give each change with its step, its old and its new value;
    with such a report, --undo gives back the old file byte for byte.
    """
    choice("--format", format_name, _FORMATS)
    choice("--letters", letters, _LETTERS)
    report_file = None if report_to in (None, "-") else Path(str(report_to))
    outputs = [one for one in (output, report_file, keys_to) if one is not None]
    if len({one.absolute() for one in outputs}) < len(outputs):
        raise UsageError("two outputs have one name; give each its own")
    for one in outputs:
        check_output(one, [] if one is output else [file])
    if undo_by is not None:
        if check or diff or merge or sort or keys or report_to or keys_to:
            raise UsageError("--undo goes with -o alone; leave the other options out")
        if undo_by == file == "-":
            raise UsageError("--undo: the file and its report cannot both be standard input")
        write_back(undone(read_bibliography(file, encoding), undo_by), output, encoding)
        return 0
    text = read_bibliography(file, encoding)
    layout = Layout(
        indent=_blanks(indent), aligned=align, key_pattern=keys, by_key=sort, merged=merge
    )
    try:
        with collector_paused():
            done = tidy(text, steps_for(Letters(letters)), layout)
    except ValueError as error:
        raise UsageError(f"--keys: {error}") from error
    note_no_entry(text, file, done.entry_count)
    to_terminal = format_name == "json" or report_to == "-"
    if to_terminal:
        write(report(done), None)
    elif diff:
        write(_diff(text, done.text, file), None)
    else:
        _complain(done, file)
    if report_file is not None:
        write(report(done), report_file)
    if keys_to is not None:
        write_bytes(key_map(done, keys_to).encode("utf-8", "surrogateescape"), keys_to)
    if output is not None or not (check or diff or to_terminal):
        write_back(done.text, output, encoding)
    return int(check and done.text != text)


def _blanks(indent: str) -> str:
    if indent == "tab":
        return "\t"
    if re.fullmatch(r"[0-9]|1[0-9]|20", indent):
        return " " * int(indent)
    raise UsageError(f"--indent cannot be {indent!r}; give a number up to 20, or tab")


def _diff(old: str, new: str, name: str) -> str:
    lines = difflib.unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), name, f"{name} (tidied)"
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _complain(done: Tidied, name: str) -> None:
    for fault in done.faults:
        about = f" {fault.key}:" if fault.key else ""
        sys.stderr.write(f"{visible(f'{Path(name).name}:{fault.line}:{about} {fault.message}')}\n")
