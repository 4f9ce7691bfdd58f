"""Export an article's references as BibTeX, BibLaTeX, CSL-JSON or RIS, each work once."""

from typing import Annotated

import typer

from citations import formats
from citations.normalise import normalise
from factcheck.bibliography import Work, works, written
from factcheck.cli import options
from factcheck.cli.fetching import Fetching, read_target
from factcheck.cli.output import check_output, write
from factcheck.cli.settings import choice, load_settings
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
    refresh: options.Refresh = False,
    no_cache: options.NoCache = False,
    render: options.Render = False,
) -> int:
    """Export an article's references as BibTeX, BibLaTeX, CSL-JSON or RIS, each work once.

    An entry that was perhaps read wrong (parse.review_below) is marked: in BibTeX by a comment.
    """
    choice("--to", to, formats.names())
    check_output(output, [target])
    fetching = Fetching(offline=offline, refresh=refresh, no_cache=no_cache, render=render)
    settings = load_settings(config, fetching.flags())
    analysis = read_target(target, settings)
    own = Work(item=normalise(own_item(analysis.article)))
    listed = (own,) if itself else works(analysis)
    write(written(listed, to, settings.parse.review_below), output, [target])
    return 0
