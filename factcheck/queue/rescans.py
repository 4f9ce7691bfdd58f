"""What one scan changed in the queue: what is new, gone, stale, and back again."""

from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from factcheck.queue import rows
from factcheck.queue.engine import Queue
from factcheck.queue.items import Item
from factcheck.queue.states import Status
from factcheck.queue.tables import EventRow, FindingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """Some of the findings that a scan changed in one way, and how many there are in all."""

    count: int = 0
    findings: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a scan changed.

    ``new`` were never seen before, ``stale`` are reworded and had a decision, ``gone`` were not
    seen any more, ``back`` are in the text again. The findings are as they stand now.
    """

    new: Changed = field(default_factory=Changed)
    stale: Changed = field(default_factory=Changed)
    gone: Changed = field(default_factory=Changed)
    back: Changed = field(default_factory=Changed)

    @property
    def any(self) -> bool:
        """Tell whether the scan changed anything."""
        return any(each.count for each in (self.new, self.stale, self.gone, self.back))


def changes_of(queue: Queue, scan: int, *, limit: int = 100) -> Changes:
    """Return what a scan changed, of each kind at most ``limit`` findings, oldest first."""
    statement = select(EventRow.finding_id, EventRow.kind, EventRow.to_status).where(
        EventRow.scan_id == scan, col(EventRow.finding_id).is_not(None)
    )
    by_kind: dict[str, list[int]] = {}
    with queue.reading() as session:
        for finding, kind, status in session.exec(statement.order_by(col(EventRow.id))):
            name = "stale" if kind == "found" and status == Status.STALE else kind
            by_kind.setdefault(name, []).append(finding or 0)
        named = (by_kind.get(name, []) for name in ("found", "stale", "missing", "back"))
        new, stale, gone, back = (_changed(queue, session, ids, limit) for ids in named)
    return Changes(new=new, stale=stale, gone=gone, back=back)


def _changed(queue: Queue, session: Session, ids: list[int], limit: int) -> Changed:
    some = ids[:limit]
    found = session.exec(
        select(FindingRow).where(col(FindingRow.id).in_(some)).order_by(col(FindingRow.id))
    ).all()
    return Changed(count=len(ids), findings=rows.items(session, found, queue.clock()))
