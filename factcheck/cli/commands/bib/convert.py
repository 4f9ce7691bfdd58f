"""Convert a bibliography file between BibTeX, BibLaTeX, CSL-JSON and RIS."""

import sys
from itertools import chain
from typing import Annotated

import typer

from citations import formats
from citations.item import Item
from citations.keys import letters, make_keys
from citations.normalise import normalise
from factcheck.cli import options
from factcheck.cli.bibfiles import UTF8, collector_paused, format_of, read_bibliography, tidied
from factcheck.cli.choosing import choice
from factcheck.cli.output import check_output, write
from factcheck.reports.visible import visible

EXAMPLES = """\b
Examples:
  factcheck bib convert refs.bib --to csl-json -o refs.json
  factcheck bib convert library.ris --to biblatex
"""


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
    encoding: options.Encoding = UTF8,
) -> int:
    """Convert a bibliography file between BibTeX, BibLaTeX, CSL-JSON and RIS.

    A .bib file is tidied first; entries have the fields they inherit. They keep their keys, except
    where a key is there twice or could not be written. Standard error names new keys, and what
    cannot be read, which is exit code 1.
    """
    choice("--to", to, formats.names())
    check_output(output, [file])
    text = read_bibliography(file, encoding)
    name = format_of(file, source)
    with collector_paused():
        found = formats.read(text, name)
        items = tuple(map(normalise, formats.read(tidied(text, name), name).items))
        keys = _keys(found.keys, items)
        written = formats.write(items, to, formats.Style(keys=keys))
    write(written, output, [file])
    for problem in found.problems:
        line = f":{problem.line}" if problem.line is not None else ""
        sys.stderr.write(f"{visible(f'{file}{line}: {problem.message}')}\n")
    for old, new in zip(found.keys, keys, strict=True):
        if old and old != new:
            sys.stderr.write(f"{visible(f'{file}: the key {old} became {new}')}\n")
    return int(bool(found.problems))


def _keys(given: tuple[str, ...], items: tuple[Item, ...]) -> tuple[str, ...]:
    """Return the keys as they are, with new ones for those that are repeated or hold odd marks."""
    keys: list[str] = []
    taken = {key.lower() for key in given}
    seen: set[str] = set()
    for key, new in zip(given, make_keys(items), strict=True):
        if not key or key.lower() in seen or set(key) & set("{}(),=\"#%\\~' \t\n\r"):
            suffixes = (f"{new}{suffix}" for suffix in chain([""], letters()))
            keys.append(next(one for one in suffixes if one.lower() not in taken))
            taken.add(keys[-1].lower())
        else:
            keys.append(key)
        seen.add(keys[-1].lower())
    return tuple(keys)
