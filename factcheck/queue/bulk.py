"""One verdict on many findings: counted first, made at once, taken back with one undo."""

import datetime as dt
from dataclasses import asdict, dataclass

from sqlmodel import Session, col, select

from factcheck.errors import DecisionConflict, UnknownFinding, UsageError
from factcheck.queue import decisions, rows
from factcheck.queue.allowed import require
from factcheck.queue.decisions import By, Intent
from factcheck.queue.desk_tables import BatchMemberRow, BatchRow
from factcheck.queue.engine import Queue
from factcheck.queue.filters import Filter, conditions
from factcheck.queue.roles import Action, needed
from factcheck.queue.states import LEASE, DismissReason, Resolution, Verdict
from factcheck.queue.tables import DecisionRow, FindingRow

LARGEST = 10_000
"""The most findings of one batch: what holds the write lock for seconds and not for minutes."""

_REASONS = {
    Verdict.DISMISS: frozenset(reason.value for reason in DismissReason),
    Verdict.RESOLVE: frozenset(resolution.value for resolution in Resolution),
}

_ACCEPTED = DismissReason.ACCEPTED_RISK


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkStep:
    """The verdict of a batch. ``expected`` is the count that a dry run gave, to hold it to."""

    verdict: Verdict
    reason: str | None = None
    until: dt.datetime | None = None
    expected: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What a batch came to: the findings changed, and the refused ones with the reason.

    ``id`` is None for a dry run; ``repeated`` tells that its key had been used.
    """

    id: int | None
    matched: int
    changed: tuple[int, ...] = ()
    refused: tuple[tuple[int, str], ...] = ()
    repeated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchUndo:
    """What undoing a batch came to: the findings put back, the others with the reason."""

    batch: int
    undone: tuple[int, ...] = ()
    left: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchRef:
    """A batch as it stands in the history."""

    id: int
    at: dt.datetime
    actor: str
    verdict: Verdict
    reason: str | None
    note: str
    undoes: int | None


def bulk(queue: Queue, where: Filter, step: BulkStep, by: By, *, dry_run: bool = False) -> Batch:
    """Decide on every finding that matches; ``dry_run`` only counts them.

    Findings whose state does not allow it are left and reported. Raises NotAllowed, UsageError
    (too many, a reason that is none) and DecisionConflict when the count is not as expected.
    """
    _check(step)
    now = queue.clock()
    wanted = conditions(where, now, queue.engine.dialect.name)
    statement = select(FindingRow).where(*wanted).order_by(col(FindingRow.id)).limit(LARGEST + 1)
    with queue.reading() if dry_run else queue.writing_much() as session:
        require(session, by.actor, (Action.BULK,))
        require(session, by.actor, needed(step.verdict, step.reason))
        earlier = None if dry_run else _by_key(session, by)
        if earlier is not None:
            return earlier
        found = session.exec(statement if dry_run else statement.with_for_update()).all()
        if len(found) > LARGEST:
            raise UsageError(f"more than {LARGEST} findings match; narrow the filter")
        if dry_run:
            return Batch(id=None, matched=len(found))
        if step.expected is not None and step.expected != len(found):
            raise DecisionConflict(
                f"{len(found)} findings match now, not {step.expected}; look again"
            )
        batch = _batch(session, by, step, where, now)
        return _decide_all(session, batch, list(found), step, by)


def undo_batch(queue: Queue, batch: int, by: By) -> BatchUndo:
    """Take back one's own batch: every decision of it that nothing has happened to since.

    What others have changed is left and reported. Raises UnknownFinding where there is no such
    batch, DecisionConflict for somebody else's.
    """
    with queue.writing_much() as session:
        require(session, by.actor, (Action.BULK,))
        row = session.get(BatchRow, batch)
        if row is None or row.id is None:
            raise UnknownFinding(f"{batch}: no such batch")
        if row.actor != by.actor:
            raise DecisionConflict(f"the batch is {row.actor}'s; reopen its findings to overrule")
        values = {"verdict": Verdict.UNDO.value, "note": by.note, "filter": {}, "actor": by.actor}
        undoing = BatchRow.model_validate(values | {"at": queue.clock(), "undoes_id": row.id})
        session.add(undoing)
        session.flush()
        undone: list[int] = []
        left: list[tuple[int, str]] = []
        for decision_id, finding_id in _members(session, row.id):
            finding = rows.find(session, finding_id, lock=True)
            made: DecisionRow | DecisionConflict
            if decisions.last_in_force(session, finding) == decision_id:
                plain = By(actor=by.actor, note=by.note)
                made = decisions.make(
                    session, finding, Intent(verdict=Verdict.UNDO), plain, queue.clock()
                )
            else:
                made = DecisionConflict(f"finding {finding_id}: it has been decided anew since")
            if isinstance(made, DecisionRow):
                session.add(BatchMemberRow(decision_id=made.id or 0, batch_id=undoing.id or 0))
                undone.append(finding_id)
            else:
                left.append((finding_id, str(made)))
        return BatchUndo(batch=row.id, undone=tuple(undone), left=tuple(left))


def batches(queue: Queue, *, actor: str | None = None, limit: int = 20) -> tuple[BatchRef, ...]:
    """Return batches, newest first, of everybody or of one."""
    statement = select(BatchRow).order_by(col(BatchRow.id).desc()).limit(limit)
    if actor is not None:
        statement = statement.where(BatchRow.actor == actor)
    with queue.reading() as session:
        return tuple(
            BatchRef(
                id=row.id or 0,
                at=row.at,
                actor=row.actor,
                verdict=Verdict(row.verdict),
                reason=row.reason,
                note=row.note,
                undoes=row.undoes_id,
            )
            for row in session.exec(statement)
        )


def _check(step: BulkStep) -> None:
    if step.verdict is Verdict.UNDO:
        raise UsageError("a batch is taken back as a whole, by its number")
    if step.reason not in _REASONS.get(step.verdict, frozenset((None,))):
        raise UsageError(f"{step.verdict} cannot have the reason {step.reason!r}")
    if step.until is not None and step.verdict is Verdict.DISMISS and step.reason != _ACCEPTED:
        raise UsageError(f"{step.reason} has no end; only {_ACCEPTED} has")
    if step.until is not None and step.until.tzinfo is None:
        raise UsageError(f"a time without a zone: {step.until}")


def _batch(session: Session, by: By, step: BulkStep, where: Filter, now: dt.datetime) -> BatchRow:
    stated = {name: value for name, value in asdict(where).items() if value}
    for name in ("older_than", "newer_than"):
        if name in stated:
            stated[name] = stated[name].total_seconds()
    row = BatchRow.model_validate(
        {
            "verdict": step.verdict.value,
            "reason": step.reason,
            "note": by.note,
            "filter": stated,
            "actor": by.actor,
            "at": now,
            "key": by.key,
        }
    )
    session.add(row)
    session.flush()
    return row


def _decide_all(
    session: Session, batch: BatchRow, found: list[FindingRow], step: BulkStep, by: By
) -> Batch:
    intent = Intent(
        verdict=step.verdict,
        reason=step.reason,
        until=step.until,
        lease=LEASE if step.verdict is Verdict.CLAIM else None,
    )
    plain = By(actor=by.actor, note=by.note)
    changed: list[int] = []
    refused: list[tuple[int, str]] = []
    for row in found:
        made = decisions.make(session, row, intent, plain, batch.at)
        if isinstance(made, DecisionRow):
            session.add(BatchMemberRow(decision_id=made.id or 0, batch_id=batch.id or 0))
            changed.append(made.finding_id)
        else:
            refused.append((row.id or 0, str(made)))
    return Batch(id=batch.id, matched=len(found), changed=tuple(changed), refused=tuple(refused))


def _by_key(session: Session, by: By) -> Batch | None:
    if by.key is None:
        return None
    row = session.exec(select(BatchRow).where(BatchRow.key == by.key)).first()
    if row is None or row.id is None:
        return None
    if row.actor != by.actor:
        raise UsageError(f"the key {by.key!r} was used for another batch")
    changed = tuple(finding for _, finding in _members(session, row.id))
    return Batch(id=row.id, matched=len(changed), changed=changed, repeated=True)


def _members(session: Session, batch: int) -> list[tuple[int, int]]:
    statement = (
        select(DecisionRow.id, DecisionRow.finding_id)
        .join(BatchMemberRow, col(BatchMemberRow.decision_id) == col(DecisionRow.id))
        .where(BatchMemberRow.batch_id == batch)
        .order_by(col(DecisionRow.finding_id))
    )
    return [(decision or 0, finding) for decision, finding in session.exec(statement)]
