"""Say that entries are different works, which later scans remember."""

from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.actor import actor_name
from factcheck.cli.opening import article_named, existing_queue
from factcheck.cli.output import write
from factcheck.errors import UsageError
from factcheck.queue import merges, views
from factcheck.queue.decisions import By
from factcheck.queue.engine import Queue

EXAMPLES = """\b
Examples:
  factcheck queue apart article.md 3 7 --by ada --note "two reports of one year"
  factcheck queue apart article.md --undo 4 --by ada
"""


def command(
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="Its number, key, URL or part of its title.")
    ],
    entries: Annotated[
        list[int] | None,
        typer.Argument(metavar="ENTRY...", help="Two entries or more, by number as in 'refs'."),
    ] = None,
    undo: Annotated[
        int | None,
        typer.Option("--undo", metavar="NUMBER", help="Take the judgement of this number back."),
    ] = None,
    by: options.Actor = None,
    note: options.Note = "",
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """Say that entries are different works; no later scan takes them for one.

    They are known again by what they print, in any article, and no third entry brings them
    together. Scan the article again to see its findings without them.
    """
    if (undo is None) == (not entries):
        raise UsageError("name two entries or more, or a judgement with --undo")
    who = By(actor=actor_name(by), note=note)
    with existing_queue(config, database) as queue:
        if undo is not None:
            merges.undo_judgement(queue, undo, who)
            write(f"Judgement {undo} is taken back; scan the article again.\n", None)
            return 0
        numbers = tuple(dict.fromkeys(entries or ()))
        named = article_named(queue, article)
        made = merges.keep_apart(queue, named, _ids(queue, named, numbers), who)
    listed = ", ".join(map(str, numbers))
    write(f"Judgement {made.id}: entries {listed} are kept apart; scan the article again.\n", None)
    return 0


def _ids(queue: Queue, article: str, numbers: tuple[int, ...]) -> tuple[str, ...]:
    known = views.references(queue, article)
    for number in numbers:
        if not 0 < number <= len(known):
            raise UsageError(f"{number}: the article's last scan lists entries 1 to {len(known)}")
    return tuple(known[number - 1].reference.id for number in numbers)
