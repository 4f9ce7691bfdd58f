"""Findings for other programs: one format a module, each with ``write(lines) -> str``.

What confidential evidence says is withheld unless it is asked for.
"""

import pkgutil
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module

from factcheck.errors import UsageError
from factcheck.queue.engine import Queue
from factcheck.queue.evidence import ClaimRecord, record_of
from factcheck.queue.export import every
from factcheck.queue.filters import EVERYTHING, Filter
from factcheck.queue.items import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A finding with what is known of it as a claim."""

    item: Item
    record: ClaimRecord


def names() -> tuple[str, ...]:
    """Return the names of the formats."""
    return tuple(sorted(one.name.replace("_", "-") for one in pkgutil.iter_modules(__path__)))


def render(
    queue: Queue, name: str, where: Filter = EVERYTHING, *, confidential: bool = False
) -> str:
    """Return the findings that match in a format. Raises UsageError for a format that is none."""
    if name not in names():
        raise UsageError(f"{name[:40]}: not an export; choose from {', '.join(names())}")
    module = import_module(f"{__name__}.{name.replace('-', '_')}")
    lines: Iterable[Line] = (
        Line(item=item, record=record_of(queue, item.id, confidential=confidential))
        for item in every(queue, where)
    )
    written: str = module.write(lines)
    return written
