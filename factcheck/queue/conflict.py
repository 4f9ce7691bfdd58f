"""What somebody is told whose decision came too late: who did what, when, and what differs."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from factcheck.errors import DecisionConflict
from factcheck.queue import rows
from factcheck.queue.items import Event
from factcheck.queue.tables import EventRow, FindingRow

_STANDING = frozenset(("refused", "evidence", "withdraw", "assess"))
"""Kinds of event that leave a finding's standing, and so its version, as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that is not as it was seen: "status", "open", "dismissed"."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """What has happened to a finding since somebody saw ``seen_version`` of it, oldest first."""

    finding_id: int
    seen_version: int
    version: int
    since: tuple[Event, ...] = ()
    differs: tuple[Difference, ...] = ()


class Overtaken(DecisionConflict):
    """Somebody else decided first; ``conflict`` holds who did what."""

    def __init__(self, message: str, conflict: Conflict) -> None:
        super().__init__(message)
        self.conflict = conflict


def overtaken(session: Session, row: FindingRow, seen_version: int) -> Overtaken:
    """Return the conflict of a decision that was made on an older version of a finding."""
    assert row.id is not None
    assert row.version is not None
    statement = select(EventRow).where(
        EventRow.finding_id == row.id, col(EventRow.kind).not_in(_STANDING)
    )
    log = session.exec(statement.order_by(col(EventRow.id))).all()
    # Each of these events made one version: what was seen is the first ``seen_version`` of them.
    seen, since = log[: max(seen_version, 0)], log[max(seen_version, 0) :]
    differs = tuple(
        Difference(what=what, before=before, after=after)
        for what, before, after in (
            ("status", (seen[-1].to_status if seen else None) or "", row.status),
            ("reason", _stated(seen, "reason"), _stated(log, "reason")),
            ("note", _stated(seen, "note"), _stated(log, "note")),
        )
        if before != after
    )
    conflict = Conflict(
        finding_id=row.id,
        seen_version=seen_version,
        version=row.version,
        since=tuple(rows.event(one) for one in since),
        differs=differs,
    )
    if not since:
        return Overtaken("it has changed since you looked", conflict)
    last = since[-1]
    stands = (last.to_status or "").replace("_", " ")
    return Overtaken(
        f"{last.actor} was first: {last.kind.replace('_', ' ')} at "
        f"{last.at:%Y-%m-%d %H:%M:%S} UTC, it is now {stands}; look again",
        conflict,
    )


def _stated(log: Sequence[EventRow], name: str) -> str:
    return str(log[-1].payload.get(name, "")) if log else ""
