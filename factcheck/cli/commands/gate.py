"""Tell whether an article is ready: 0 when it is, 1 when errors are open."""

from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.opening import article_named, existing_queue
from factcheck.cli.output import write
from factcheck.cli.running import FOUND
from factcheck.cli.settings import choice
from factcheck.queue.gate import gate
from factcheck.reports.plain import dump, envelope, plain
from factcheck.reports.visible import visible

EXAMPLES = """\b
Examples:
  factcheck gate article.md
  factcheck gate https://example.org/story --format json
"""


def command(
    target: Annotated[
        str,
        typer.Argument(metavar="TARGET", help="A scanned article: address, path, number or title."),
    ],
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count too.")] = False,
    format_name: options.TextOrJson = "text",
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """Tell whether a scanned article is ready: 0 when it is, 1 when errors are still open."""
    choice("--format", format_name, ("text", "json"))
    with existing_queue(config, database) as queue:
        found = gate(queue, article_named(queue, target), strict=strict)
    if format_name == "json":
        document = envelope("gate", gate=plain(found), summary=found.summary)
        write(dump(document), None)
    else:
        which = ", ".join(str(number) for number in found.blocking[:20])
        write(visible(f"{found.article.key}: {found.summary}"), None)
        write(f" ({which})\n" if which else "\n", None)
    return 0 if found.ready else FOUND
