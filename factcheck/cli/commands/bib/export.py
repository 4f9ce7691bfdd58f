"""Export an article's references as BibTeX, BibLaTeX, CSL-JSON or RIS, each work once."""

from typing import Annotated

import typer

from citations import formats
from citations.normalise import normalise
from factcheck.cli import options
from factcheck.cli.bibliography import works, written
from factcheck.cli.output import check_output, write
from factcheck.cli.settings import choice, load_settings
from factcheck.pipeline import understand
from factcheck.readers.own_record import own_item

EXAMPLES = """\b
Examples:
  factcheck bib article.html -o references.bib
  factcheck bib article.docx --to csl-json
  factcheck bib https://paper.example/story --self
"""


def command(
    target: options.Target,
    output: options.Output = None,
    to: Annotated[
        str, typer.Option("--to", metavar="NAME", help=" | ".join(formats.names()))
    ] = "bibtex",
    itself: Annotated[
        bool, typer.Option("--self", help="Export the article's own record instead.")
    ] = False,
    config: options.Config = None,
    offline: options.Offline = False,
) -> int:
    """Export an article's references as BibTeX, BibLaTeX, CSL-JSON or RIS, each work once."""
    choice("--to", to, formats.names())
    check_output(output, [target])
    settings = load_settings(config, {"fetch.offline": offline})
    analysis = understand(target, settings).analysis
    items = (normalise(own_item(analysis.article)),) if itself else works(analysis)
    write(written(items, to), output, [target])
    return 0
