"""Convert a bibliography file between BibTeX, BibLaTeX, CSL-JSON and RIS."""

import sys
from typing import Annotated

import typer

from citations import formats
from citations.normalise import normalise
from factcheck.cli import options
from factcheck.cli.bibfiles import collector_paused, read_bibliography
from factcheck.cli.choosing import choice
from factcheck.cli.output import check_output, write
from factcheck.errors import UsageError
from factcheck.reports.visible import visible

EXAMPLES = """\b
Examples:
  factcheck bib convert refs.bib --to csl-json -o refs.json
  factcheck bib convert library.ris --to biblatex
"""
_ENDINGS = {".bib": "bibtex", ".json": "csl-json", ".ris": "ris"}


def command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file, or -.")] = "-",
    to: Annotated[
        str, typer.Option("--to", metavar="NAME", help=" | ".join(formats.names()))
    ] = "bibtex",
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="NAME", help="The file's format, if its name does not say."),
    ] = None,
    output: options.Output = None,
) -> int:
    """Convert a bibliography file between BibTeX, BibLaTeX, CSL-JSON and RIS.

    Entries keep their keys. What cannot be read is named on standard error, and is exit code 1.
    """
    choice("--to", to, formats.names())
    check_output(output, [file])
    text = read_bibliography(file)
    with collector_paused():
        found = formats.read(text, _source(file, source))
        keys = found.keys if _are_usable(found.keys) else None
        items = [normalise(item) for item in found.items]
        written = formats.write(items, to, formats.Style(keys=keys))
    write(written, output, [file])
    for problem in found.problems:
        line = f":{problem.line}" if problem.line is not None else ""
        sys.stderr.write(f"{visible(f'{file}{line}: {problem.message}')}\n")
    return int(bool(found.problems))


def _source(file: str, source: str | None) -> str:
    if source is not None:
        return choice("--from", source, formats.names())
    for ending, name in _ENDINGS.items():
        if file.lower().endswith(ending):
            return name
    raise UsageError(f"{file}: its name does not say its format; add --from NAME")


def _are_usable(keys: tuple[str, ...]) -> bool:
    """Tell whether every key is there once and no tool would stumble over one."""
    plain = all(key and not set(key) & set("{}(),=\"#%\\~' \t\n\r") for key in keys)
    return plain and len({key.lower() for key in keys}) == len(keys)
