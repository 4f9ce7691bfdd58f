"""List findings, most pressing first."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

import typer

from factcheck.cli import filtering, options
from factcheck.cli.opening import existing_queue
from factcheck.cli.output import look, write
from factcheck.cli.settings import choice, load_settings
from factcheck.queue import export, insight, views
from factcheck.queue.items import Item
from factcheck.reports.plain import dump, envelope
from factcheck.reports.visible import visible

_COUNTED = 10_000  # findings of one state; an editor asks for a page, not for a million
_MOST_NAMED = 12
EXAMPLES = """\b
Examples:
  factcheck queue list
  factcheck queue list --rule CLM --severity warning --article harbour
  factcheck queue list --all --format json
"""


def command(
    status: filtering.Statuses = None,
    rule: filtering.Rules = None,
    severity: filtering.Severities = None,
    article: filtering.Article = None,
    text: filtering.Text = None,
    min_confidence: options.MinConfidence = None,
    everything: filtering.Everything = False,
    limit: Annotated[
        int, typer.Option("--limit", min=1, max=10_000, help="How many at most.")
    ] = 50,
    after: Annotated[
        str | None, typer.Option("--after", metavar="NEXT", help="Go on after a page.")
    ] = None,
    format_name: options.TextOrJson = "text",
    database: options.Database = None,
    config: options.Config = None,
) -> int:
    """List findings, most pressing first: how likely, how much the claim matters, how severe.

    Without --status or --all these are the ones that somebody still has to act on, and as sure as
    the setting min_confidence. Findings of one rule in one paragraph are listed together.
    """
    choice("--format", format_name, ("text", "json"))
    settings = load_settings(config, {"lint.min_confidence": min_confidence})
    where = views.Filter(
        statuses=filtering.statuses(status, everything=everything),
        rules=filtering.rules(rule),
        severities=filtering.severities(severity),
        article=article,
        text=text,
        min_confidence=0.0
        if everything and min_confidence is None
        else settings.lint.min_confidence,
    )
    with existing_queue(config, database) as queue:
        where = filtering.located(queue, where)
        page = views.list_findings(queue, where, limit=limit, after=after)
        counts = views.counts(queue, where, most=_COUNTED)
        groups = insight.alike(queue, page.items)
    if format_name == "json":
        findings = [
            export.as_dict(item) | {"alike": list(groups.get(item.id, ()))} for item in page.items
        ]
        counted = {"total": counts.total, "whole": counts.whole}
        write(dump(envelope("queue", **counted, findings=findings, next=page.next)), None)
        return 0
    lines = list(_lines(page.items, groups))
    lines.append(
        ("" if counts.whole else "more than ")
        + f"{counts.total} finding{'s' if counts.total != 1 else ''}"
        + (f", {len(page.items)} shown" if page.next else "")
    )
    if not counts.total and not everything and not status:
        lines.append("'--all' shows what is decided, gone, put off or less sure")
    if page.next:
        lines.append(f"'--after {page.next}' shows the next ones")
    write("".join(f"{line}\n" for line in lines), None)
    return 0


def _lines(items: Iterable[Item], groups: Mapping[int, tuple[int, ...]]) -> Iterator[str]:
    """Yield a line for each item; what stands in a group with one above is named there only."""
    named: set[int] = set()
    for item in items:
        if item.id in named:
            continue
        yield _line(item)
        others = groups.get(item.id, ())
        if others:
            named.update(others)
            numbers = ", ".join(map(str, others[:_MOST_NAMED]))
            more = f" and {len(others) - _MOST_NAMED} more" if len(others) > _MOST_NAMED else ""
            yield f"       + alike in the same paragraph: {numbers}{more}"


def _line(item: Item) -> str:
    head = f"{item.id:>5}  {item.status.value:12} {item.severity.value:7} {item.code} "
    quoted = visible(item.anchor.exact or item.message)
    room = max(look().width - len(head) - 2, 20)
    return head + (quoted if len(quoted) <= room else quoted[: room - 1] + "…")
