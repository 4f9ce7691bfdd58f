"""Check a .bib file: broken blocks, keys, missing fields, identifiers, dates, names."""

from typing import Annotated

import typer

from citations.bibfile import split
from citations.bibfile.lint import lint
from factcheck.cli.bibfiles import UTF8, collector_paused, note_no_entry, read_bibliography
from factcheck.cli.choosing import choice
from factcheck.cli.options import Encoding, TextOrJson
from factcheck.cli.output import write
from factcheck.reports.plain import dump, envelope, plain
from factcheck.reports.visible import visible

EXAMPLES = """\b
Examples:
  factcheck bib lint refs.bib
  factcheck bib lint refs.bib --format json
"""


def command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A .bib file, or -.")],
    format_name: TextOrJson = "text",
    encoding: Encoding = UTF8,
) -> int:
    """Check a .bib file: broken blocks, keys, missing fields, identifiers, dates, names.

    Exit code 0 for a clean file, 1 where something was found, 2 where it could not be read.
    """
    choice("--format", format_name, ("text", "json"))
    text = read_bibliography(file, encoding)
    note_no_entry(text, file, sum(segment.entry is not None for segment in split(text)))
    with collector_paused():
        faults = lint(text)
    if format_name == "json":
        write(dump(envelope("bib-lint", faults=plain(faults))), None)
    else:
        lines = []
        for fault in faults:
            code = f"{fault.code} " if fault.code else ""
            about = f"{fault.key}: " if fault.key else ""
            lines.append(visible(f"{file}:{fault.line}: {code}{about}{fault.message}"))
        lines.append(f"{len(faults)} found" if faults else "nothing found")
        write("\n".join(lines) + "\n", None)
    return int(bool(faults))
