"""Whether an article is ready: no error that the last scan saw is still to be acted on."""

import datetime as dt
from dataclasses import dataclass

from sqlmodel import col, select

from factcheck.model.finding import Severity
from factcheck.queue import views
from factcheck.queue.engine import Queue
from factcheck.queue.filters import status_now
from factcheck.queue.items import ArticleRef
from factcheck.queue.states import NEEDS_WORK, Status
from factcheck.queue.tables import FindingRow

_OPEN = (*NEEDS_WORK, Status.SNOOZED)
"""What stands in the way; putting a finding off does not take it out of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """An article's standing before publication.

    ``open_errors``, ``open_warnings`` and ``open_notes`` count what the last scan saw and nobody
    has settled. ``unread`` are resolved findings that no second reader has seen and that the last
    scan still saw. ``blocking`` are the findings, by number, that keep it from being ready.
    """

    article: ArticleRef
    ready: bool
    open_errors: int
    open_warnings: int
    open_notes: int
    unread: int
    scanned: dt.datetime
    blocking: tuple[int, ...] = ()

    @property
    def summary(self) -> str:
        """The gate in one line: "2 open errors: not ready"."""
        number = len(self.blocking)
        if self.ready:
            return "ready"
        if number == self.open_errors:
            return f"{number} open error{'s' if number != 1 else ''}: not ready"
        return f"{number} open finding{'s' if number != 1 else ''}: not ready"


def gate(queue: Queue, article: str, *, strict: bool = False, min_confidence: float = 0) -> Gate:
    """Return whether an article is ready; ``strict`` lets warnings stand in the way too.

    ``article`` is its id, key, URL or a part of its title; raises UnknownFinding.
    """
    of = views.article(queue, article)
    scanned = views.scans(queue, of.key)[0].at
    stops = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    status = status_now(queue.clock())
    statement = (
        select(FindingRow.id, FindingRow.severity, status)
        .where(
            FindingRow.article_id == of.id,
            col(FindingRow.present),
            status.in_([one.value for one in (*_OPEN, Status.RESOLVED)]),
            col(FindingRow.confidence) >= min_confidence,
        )
        .order_by(col(FindingRow.id))
    )
    with queue.reading() as session:
        found = session.exec(statement).all()
    open_ = [(id_ or 0, Severity(level)) for id_, level, stands in found if stands in _OPEN]
    blocking = tuple(id_ for id_, level in open_ if level in stops)
    return Gate(
        article=of,
        ready=not blocking,
        open_errors=sum(level is Severity.ERROR for _, level in open_),
        open_warnings=sum(level is Severity.WARNING for _, level in open_),
        open_notes=sum(level is Severity.INFO for _, level in open_),
        unread=len(found) - len(open_),
        scanned=scanned,
        blocking=blocking,
    )
