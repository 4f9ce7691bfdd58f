"""Findings for other programs: one format a module, each with ``write(lines) -> str``.

What confidential evidence says is withheld unless it is asked for.
"""

import pkgutil
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from factcheck.errors import UsageError
from factcheck.model.article_key import key_seen_from
from factcheck.queue.engine import Queue
from factcheck.queue.evidence import ClaimRecord, record_of
from factcheck.queue.export import every
from factcheck.queue.filters import EVERYTHING, Filter
from factcheck.queue.items import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A finding with what is known of it as a claim; ``key`` is its article's, as written to."""

    item: Item
    record: ClaimRecord
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The folder that the queue sees files from, and the one that an export is written to."""

    kept: Path = Path()
    written: Path = Path()

    def key(self, key: str) -> str:
        """Return an article's key as seen from where the export is written to."""
        return key_seen_from(self.written, key, spelt_in=self.kept)


def names() -> tuple[str, ...]:
    """Return the names of the formats."""
    return tuple(sorted(one.name.replace("_", "-") for one in pkgutil.iter_modules(__path__)))


def render(
    queue: Queue,
    name: str,
    where: Filter = EVERYTHING,
    *,
    places: Places = Places(),
    confidential: bool = False,
) -> str:
    """Return the findings that match in a format. Raises UsageError for a format that is none."""
    if name not in names():
        raise UsageError(f"{name[:40]}: not an export; choose from {', '.join(names())}")
    module = import_module(f"{__name__}.{name.replace('-', '_')}")
    lines: Iterable[Line] = (
        Line(
            item=item,
            record=record_of(queue, item.id, confidential=confidential),
            key=places.key(item.article.key),
        )
        for item in every(queue, where)
    )
    written: str = module.write(lines)
    return written
