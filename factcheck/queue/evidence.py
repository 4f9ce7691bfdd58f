"""Evidence for a claim and what two readers say of it; nothing of it is ever changed or deleted."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session, col, select

from factcheck.errors import DecisionConflict, UnknownFinding, UsageError
from factcheck.queue import rows
from factcheck.queue.allowed import require, role_of
from factcheck.queue.claim_verdicts import ClaimVerdict
from factcheck.queue.decisions import By
from factcheck.queue.desk_tables import AssessmentRow, EvidenceRow
from factcheck.queue.engine import Queue
from factcheck.queue.roles import Action, may
from factcheck.queue.rows import FindingRef
from factcheck.queue.tables import EventRow, FindingRow

__all__ = [
    "WITHHELD",
    "Assessment",
    "ClaimRecord",
    "ClaimVerdict",
    "Evidence",
    "NewEvidence",
    "add_evidence",
    "assess",
    "assess_again",
    "record_for",
    "record_of",
    "withdraw_evidence",
]

WITHHELD = "withheld"
"""What stands in place of confidential evidence where it must not be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvidence:
    """Evidence to add. ``locator`` is a page, paragraph or time; ``source`` who or what it is."""

    source: str
    locator: str = ""
    accessed_on: dt.date | None = None
    archived_url: str | None = None
    note: str = ""
    confidential: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A piece of evidence; ``withdrawn`` tells that it was taken back."""

    id: int
    finding_id: int
    source: str
    locator: str
    accessed_on: dt.date | None
    archived_url: str | None
    note: str
    confidential: bool
    actor: str
    at: dt.datetime
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What a reader says of a claim; ``second`` tells that it answers a first reader's."""

    id: int
    finding_id: int
    verdict: ClaimVerdict
    actor: str
    at: dt.datetime
    note: str
    second: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRecord:
    """All about a claim. ``verdict`` is the first reader's; ``agreed``: a second agrees."""

    evidence: tuple[Evidence, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    verdict: ClaimVerdict | None = None
    first_reader: str | None = None
    second_reader: str | None = None
    agreed: bool = False

    def is_first_reader(self, actor: str) -> bool:
        """Tell whether what somebody says is a first reading: nobody else has read it first."""
        return self.first_reader is None or self.first_reader.casefold() == actor.casefold()


def add_evidence(queue: Queue, finding: FindingRef, new: NewEvidence, by: By) -> Evidence:
    """Add a piece of evidence. Raises UsageError without a source or for an address not http(s)."""
    if not new.source.strip():
        raise UsageError("evidence needs a source: who says it, or where it stands")
    url = new.archived_url or None
    if url is not None and not url.lower().startswith(("http://", "https://")):
        raise UsageError(f"{url[:80]}: the archived copy's address begins with http or https")
    with queue.writing() as session:
        row = _opened(session, finding, by)
        made = EvidenceRow.model_validate(
            {
                "finding_id": row.id,
                "source": new.source,
                "locator": new.locator,
                "accessed_on": new.accessed_on,
                "archived_url": url,
                "note": new.note,
                "confidential": new.confidential,
                "actor": by.actor,
                "at": queue.clock(),
            }
        )
        session.add(made)
        session.flush()
        _log(session, row, made, "evidence", {"evidence": made.id})
        return _evidence(made, frozenset())


def withdraw_evidence(
    queue: Queue, evidence_id: int, by: By, *, of: FindingRef | None = None
) -> Evidence:
    """Take a piece of evidence back; it stays in the record. Raises UnknownFinding.

    ``of`` is the finding that it must belong to.
    """
    with queue.writing_much() as session:
        old = session.get(EvidenceRow, evidence_id)
        if old is None or old.withdraws_id is not None:
            raise UnknownFinding(f"{evidence_id}: no such evidence")
        row = _opened(session, old.finding_id if of is None else of, by)
        if row.id != old.finding_id:
            raise UnknownFinding(f"{evidence_id}: evidence of finding {old.finding_id}")
        gone = select(EvidenceRow.id).where(EvidenceRow.withdraws_id == evidence_id)
        if session.exec(gone).first() is None:
            values = {"finding_id": row.id, "withdraws_id": old.id, "note": by.note}
            taken = EvidenceRow.model_validate(values | {"actor": by.actor, "at": queue.clock()})
            session.add(taken)
            session.flush()
            _log(session, row, taken, "withdraw", {"evidence": old.id})
        return _evidence(old, frozenset((evidence_id,)))


def assess(queue: Queue, finding: FindingRef, verdict: ClaimVerdict, by: By) -> Assessment:
    """Say as first reader whether a claim is right; a second reading before it no longer counts.

    ``by.seen_version`` is how many readings were seen; more of them raise DecisionConflict.
    """
    with queue.writing() as session:
        row = _opened(session, finding, by)
        _unseen(row, _readings(session, row), by)
        return _assess(session, row, verdict, by, (queue.clock(), None))


def assess_again(queue: Queue, finding: FindingRef, verdict: ClaimVerdict, by: By) -> Assessment:
    """Say as second reader whether a claim is right.

    Raises DecisionConflict before a first reading, for the first reader, and as ``assess`` does.
    """
    with queue.writing() as session:
        row = _opened(session, finding, by)
        readings = _readings(session, row)
        _unseen(row, readings, by)
        first = _first_reading(readings)
        if first is None:
            raise DecisionConflict(f"finding {row.id}: nobody has read it first")
        if first.actor.casefold() == by.actor.casefold():
            raise DecisionConflict(
                f"finding {row.id}: {by.actor} read it first; a second reader is somebody else"
            )
        return _assess(session, row, verdict, by, (queue.clock(), first.id))


def record_of(queue: Queue, finding: FindingRef, *, confidential: bool = False) -> ClaimRecord:
    """Return evidence and readings of a finding, oldest first.

    Without ``confidential`` what confidential evidence says is withheld: source, locator, archived
    copy, note.
    """
    with queue.reading() as session:
        row = rows.find(session, finding)
        found = session.exec(
            select(EvidenceRow)
            .where(EvidenceRow.finding_id == row.id)
            .order_by(col(EvidenceRow.id))
        ).all()
        readings = _readings(session, row)
    withdrawn = frozenset(one.withdraws_id for one in found if one.withdraws_id is not None)
    evidence = (_evidence(one, withdrawn) for one in found if one.withdraws_id is None)
    first = _first_reading(readings)
    seconds = [one for one in readings if first is not None and one.answers_id == first.id]
    second = seconds[-1] if seconds else None
    return ClaimRecord(
        evidence=tuple(one if confidential else withhold(one) for one in evidence),
        assessments=tuple(_assessment(one) for one in readings),
        verdict=None if first is None else ClaimVerdict(first.verdict),
        first_reader=None if first is None else first.actor,
        second_reader=None if second is None else second.actor,
        agreed=first is not None and second is not None and first.verdict == second.verdict,
    )


def record_for(queue: Queue, finding: FindingRef, actor: str) -> ClaimRecord:
    """Return the record as somebody may see it. Raises NotAllowed for who has no account."""
    with queue.reading() as session:
        role = role_of(session, actor)
    seen = role is None or may(role, Action.READ_CONFIDENTIAL)
    return record_of(queue, finding, confidential=seen)


def withhold(evidence: Evidence) -> Evidence:
    """Return evidence as it may be shown to anybody."""
    if not evidence.confidential:
        return evidence
    return Evidence(
        id=evidence.id,
        finding_id=evidence.finding_id,
        source=WITHHELD,
        locator="",
        accessed_on=None,
        archived_url=None,
        note="",
        confidential=True,
        actor=evidence.actor,
        at=evidence.at,
        withdrawn=evidence.withdrawn,
    )


def _opened(session: Session, finding: FindingRef, by: By) -> FindingRow:
    if not by.actor.strip():
        raise UsageError("evidence and readings need somebody's name")
    row = rows.find(session, finding, lock=True)
    require(session, by.actor, (Action.ASSESS,))
    return row


def _readings(session: Session, row: FindingRow) -> list[AssessmentRow]:
    statement = select(AssessmentRow).where(AssessmentRow.finding_id == row.id)
    return list(session.exec(statement.order_by(col(AssessmentRow.id))))


def _first_reading(readings: list[AssessmentRow]) -> AssessmentRow | None:
    return next((one for one in reversed(readings) if one.answers_id is None), None)


def _unseen(row: FindingRow, readings: list[AssessmentRow], by: By) -> None:
    """Raise DecisionConflict where somebody has read the claim since ``by`` looked at it."""
    if by.seen_version is None or len(readings) <= by.seen_version:
        return
    last = readings[-1]
    verdict = last.verdict.replace("_", " ")
    raise DecisionConflict(
        f"finding {row.id}: {last.actor} has read it since you looked ({verdict}); look again"
    )


def _assess(
    session: Session,
    row: FindingRow,
    verdict: ClaimVerdict,
    by: By,
    when: tuple[dt.datetime, int | None],
) -> Assessment:
    at, answers = when
    values = {"finding_id": row.id, "verdict": verdict.value, "note": by.note, "actor": by.actor}
    made = AssessmentRow.model_validate(values | {"at": at, "answers_id": answers})
    session.add(made)
    session.flush()
    payload = {"verdict": verdict.value, "second": answers is not None, "note": by.note}
    _log(session, row, made, "assess", payload)
    return _assessment(made)


def _log(
    session: Session,
    row: FindingRow,
    made: EvidenceRow | AssessmentRow,
    kind: str,
    payload: Mapping[str, object],
) -> None:
    # Never what confidential evidence says: the history is read by everybody.
    values = {"at": made.at, "actor": made.actor, "kind": kind, "payload": dict(payload)}
    of = {"article_id": row.article_id, "finding_id": row.id}
    session.add(EventRow.model_validate(values | of))


def _evidence(row: EvidenceRow, withdrawn: frozenset[int]) -> Evidence:
    assert row.id is not None
    return Evidence(
        id=row.id,
        finding_id=row.finding_id,
        source=row.source,
        locator=row.locator,
        accessed_on=row.accessed_on,
        archived_url=row.archived_url,
        note=row.note,
        confidential=row.confidential,
        actor=row.actor,
        at=row.at,
        withdrawn=row.id in withdrawn,
    )


def _assessment(row: AssessmentRow) -> Assessment:
    assert row.id is not None
    return Assessment(
        id=row.id,
        finding_id=row.finding_id,
        verdict=ClaimVerdict(row.verdict),
        actor=row.actor,
        at=row.at,
        note=row.note,
        second=row.answers_id is not None,
    )
