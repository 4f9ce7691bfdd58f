"""Findings and decisions for other programs: JSON values, and CSV in which no formula hides."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from factcheck.queue import views
from factcheck.queue.engine import Queue
from factcheck.queue.filters import EVERYTHING, Filter
from factcheck.queue.items import Decision, Event, Item

COLUMNS = (
    "id",
    "status",
    "code",
    "name",
    "severity",
    "confidence",
    "message",
    "exact",
    "sentence",
    "article_key",
    "article_title",
    "decision",
    "reason",
    "note",
    "decided_by",
    "decided_at",
    "assignee",
    "until",
    "first_seen",
    "last_seen",
    "fingerprint",
)
"""The columns of the CSV, in order."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the start of a formula (OWASP, CSV injection)."""

_PAGE = 500


def every(queue: Queue, where: Filter = EVERYTHING) -> Iterator[Item]:
    """Yield all findings that match, highest value first, a page at a time."""
    after = None
    while True:
        page = views.list_findings(queue, where, limit=_PAGE, after=after)
        yield from page.items
        after = page.next
        if after is None:
            return


def as_dict(thing: Item | Event | Decision) -> dict[str, Any]:
    """Return JSON values: times in ISO 8601 with their offset, offsets as pairs, enums as words."""
    return {name: _plain(value) for name, value in asdict(thing).items()}


def as_csv(items: Iterable[Item]) -> str:
    """Return the findings as CSV (RFC 4180) with a header row.

    A text that a spreadsheet could take for a formula has an apostrophe put before it.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for item in items:
        writer.writerow([_cell(value) for value in _row(item)])
    return out.getvalue()


def _row(item: Item) -> tuple[object, ...]:
    made = item.decision
    return (
        item.id,
        item.status.value,
        item.code,
        item.name,
        item.severity.value,
        item.confidence,
        item.message,
        item.anchor.exact,
        item.sentence,
        item.article.key,
        item.article.title,
        made and made.verdict.value,
        made and made.reason,
        made and made.note,
        made and made.actor,
        made and made.at.isoformat(),
        item.assignee,
        item.until and item.until.isoformat(),
        item.first_seen.isoformat(),
        item.last_seen.isoformat(),
        item.fingerprint,
    )


def _cell(value: object) -> object:
    if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA):
        return f"'{value}"
    return "" if value is None else value


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        if value.keys() == {"start", "end"}:
            return [value["start"], value["end"]]
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value
