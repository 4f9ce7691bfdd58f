"""The filters of the queue's lists."""

import re
from dataclasses import replace
from typing import Annotated

import typer

from factcheck.cli.opening import article_named
from factcheck.cli.options import words
from factcheck.cli.settings import choice
from factcheck.model.finding import Severity
from factcheck.queue.engine import Queue
from factcheck.queue.filters import Filter
from factcheck.queue.states import NEEDS_WORK, Status

_CODE = re.compile(r"[A-Z]{3}([0-9]{3})?")
Statuses = Annotated[
    list[str] | None,
    typer.Option("--status", metavar="STATE", help=" ".join(status.value for status in Status)),
]
Rules = Annotated[
    list[str] | None,
    typer.Option("--rule", metavar="RULE", help="A code, a name or a family; repeatable."),
]
Severities = Annotated[
    list[str] | None, typer.Option("--severity", metavar="LEVEL", help="error, warning, info.")
]
Article = Annotated[
    str | None,
    typer.Option("--article", metavar="WORDS", help="Its address, path or part of its title."),
]
Text = Annotated[
    str | None, typer.Option("--text", metavar="WORDS", help="In the message or the sentence.")
]
Everything = Annotated[bool, typer.Option("--all", help="Also what is decided, gone or put off.")]


def statuses(given: list[str] | None, *, everything: bool) -> tuple[Status, ...]:
    """Return the states asked for; by default those in which somebody still has to act."""
    named = words(given)
    if named:
        known = tuple(status.value for status in Status)
        return tuple(Status(choice("--status", name, known)) for name in named)
    return () if everything else NEEDS_WORK


def rules(given: list[str] | None) -> tuple[str, ...]:
    """Return the rules asked for. Raises UsageError for a name that no rule has.

    Any code and family will do: a queue may hold findings of rules that are no more.
    """
    named = words(given)
    for word in named:
        if not _CODE.fullmatch(word.upper()):
            from factcheck.rules import find_rule  # noqa: PLC0415 -- imports every rule

            find_rule(word)
    return named


def severities(given: list[str] | None) -> tuple[Severity, ...]:
    """Return the severities asked for."""
    known = tuple(severity.value for severity in Severity)
    return tuple(Severity(choice("--severity", name, known)) for name in words(given))


def located(queue: Queue, where: Filter) -> Filter:
    """Return a filter whose article, where it is a file's path, goes by the queue's key for it."""
    if where.article is None:
        return where
    return replace(where, article=article_named(queue, where.article))
