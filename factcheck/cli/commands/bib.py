"""Export an article's references as BibTeX, BibLaTeX, CSL-JSON or RIS, each work once."""

from typing import Annotated

import typer

from citations import formats
from factcheck.cli import options
from factcheck.cli.bibliography import works, written
from factcheck.cli.output import check_output, write
from factcheck.cli.settings import choice, load_settings
from factcheck.pipeline import understand

EXAMPLES = """\b
Examples:
  factcheck bib article.html -o references.bib
  factcheck bib article.docx --to csl-json
"""


def command(
    target: options.Target,
    output: options.Output = None,
    to: Annotated[
        str, typer.Option("--to", metavar="NAME", help=" | ".join(formats.names()))
    ] = "bibtex",
    config: options.Config = None,
    offline: options.Offline = False,
) -> int:
    """Export an article's references as BibTeX, BibLaTeX, CSL-JSON or RIS, each work once."""
    choice("--to", to, formats.names())
    check_output(output, [target])
    settings = load_settings(config, {"fetch.offline": offline})
    items = works(understand(target, settings).analysis)
    write(written(items, to), output, [target])
    return 0
