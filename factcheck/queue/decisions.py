"""What editors decide: one transaction, one decision and one event each.

``finding`` is an id or the start of a fingerprint. Every function raises UnknownFinding, and
DecisionConflict when the state does not allow the verdict, when somebody else holds a claim, or
when the finding has changed since ``By.seen_version``; the attempt is then kept in the history
as ``refused``.
"""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import Session, select

from factcheck.errors import DecisionConflict, UsageError
from factcheck.queue import projection, rows, states
from factcheck.queue.allowed import require
from factcheck.queue.conflict import Overtaken, overtaken
from factcheck.queue.engine import Queue
from factcheck.queue.items import Outcome
from factcheck.queue.roles import needed
from factcheck.queue.rows import FindingRef
from factcheck.queue.states import (
    ACCEPTED_FOR,
    LEASE,
    DismissReason,
    Resolution,
    Standing,
    Verdict,
)
from factcheck.queue.tables import DecisionRow, EventRow, FindingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """Who decides, and on what footing.

    ``seen_version`` is the ``Item.version`` the decision was made on; None decides on whatever is
    there. ``key`` names the submission: sent twice, it decides once.
    """

    actor: str
    note: str = ""
    seen_version: int | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """A verdict with what belongs to it, before it is made; ``lease`` counts from then.

    A risk that is accepted without ``until`` is accepted for ``states.ACCEPTED_FOR``.
    """

    verdict: Verdict
    reason: str | None = None
    until: dt.datetime | None = None
    lease: dt.timedelta | None = None


def claim(queue: Queue, finding: FindingRef, by: By, lease: dt.timedelta = LEASE) -> Outcome:
    """Take a finding in hand for a while; claiming one's own again renews the lease."""
    return _decide(queue, finding, Intent(verdict=Verdict.CLAIM, lease=lease), by)


def release(queue: Queue, finding: FindingRef, by: By) -> Outcome:
    """Give up one's claim: the finding stands again as it did."""
    return _decide(queue, finding, Intent(verdict=Verdict.RELEASE), by)


def confirm(queue: Queue, finding: FindingRef, by: By) -> Outcome:
    """Agree that something is wrong: the writer has to act."""
    return _decide(queue, finding, Intent(verdict=Verdict.CONFIRM), by)


def dismiss(
    queue: Queue,
    finding: FindingRef,
    reason: DismissReason,
    by: By,
    *,
    until: dt.datetime | None = None,
) -> Outcome:
    """Set a finding aside for a reason; dismissing again changes the reason.

    An accepted risk is set aside ``until`` an aware time, or for half a year, and is open again
    then. Raises UsageError for an end of another reason.
    """
    if until is not None and reason is not DismissReason.ACCEPTED_RISK:
        raise UsageError(f"{reason} has no end; only accepted_risk has")
    intent = Intent(verdict=Verdict.DISMISS, reason=reason.value, until=_aware(until))
    return _decide(queue, finding, intent, by)


def resolve(queue: Queue, finding: FindingRef, resolution: Resolution, by: By) -> Outcome:
    """State what was done about a finding."""
    return _decide(queue, finding, Intent(verdict=Verdict.RESOLVE, reason=resolution.value), by)


def second_read(queue: Queue, finding: FindingRef, by: By) -> Outcome:
    """Sign off as second reader, who is not the one who resolved it."""
    return _decide(queue, finding, Intent(verdict=Verdict.SECOND_READ), by)


def close(queue: Queue, finding: FindingRef, by: By) -> Outcome:
    """Close a finding that was read twice, or one that has left the article."""
    return _decide(queue, finding, Intent(verdict=Verdict.CLOSE), by)


def snooze(queue: Queue, finding: FindingRef, until: dt.datetime, by: By) -> Outcome:
    """Put a finding off until an aware time, when it stands again as it did."""
    return _decide(queue, finding, Intent(verdict=Verdict.SNOOZE, until=_aware(until)), by)


def reopen(queue: Queue, finding: FindingRef, by: By) -> Outcome:
    """Bring a finding back to open, from any other state."""
    return _decide(queue, finding, Intent(verdict=Verdict.REOPEN), by)


def undo(queue: Queue, finding: FindingRef, by: By) -> Outcome:
    """Take back one's own last decision on a finding; again, and the one before it.

    Raises DecisionConflict when that decision is somebody else's or when something has moved the
    finding since.
    """
    return _decide(queue, finding, Intent(verdict=Verdict.UNDO), by)


def _decide(queue: Queue, finding: FindingRef, intent: Intent, by: By) -> Outcome:
    if not by.actor.strip():
        raise UsageError("a decision needs somebody's name")
    with queue.writing() as session:
        row = rows.find(session, finding, lock=True)
        repeated = _by_key(session, row, intent, by)
        if repeated is not None:
            return _outcome(queue, session, row, repeated, repeated=True)
        require(session, by.actor, needed(intent.verdict, intent.reason))
        made = make(session, row, intent, by, queue.clock())
        if isinstance(made, DecisionRow):
            return _outcome(queue, session, row, made, repeated=False)
    raise made  # only now: the attempt's event had to be committed


def make(
    session: Session, row: FindingRow, intent: Intent, by: By, now: dt.datetime
) -> DecisionRow | DecisionConflict:
    """Decide on a finding inside a transaction; a refusal is logged and returned."""
    decision = DecisionRow.model_validate(
        {
            "finding_id": row.id,
            "verdict": intent.verdict.value,
            "reason": intent.reason,
            "note": by.note,
            "until": _end(intent, now),
            "actor": by.actor,
            "at": now,
            "key": by.key,
        }
    )
    try:
        _check_version(session, row, by)
        after = _apply(session, row, decision)
    except DecisionConflict as error:
        session.add(_event(row, decision, row.status, str(error)))
        said = f"finding {row.id}: {error}"
        if isinstance(error, Overtaken):
            return Overtaken(said, error.conflict)
        return DecisionConflict(said)
    before = row.status
    projection.store(row, after)
    flag_modified(row, "status")  # a dismissal with a new reason is a new version too
    session.add(decision)
    session.flush()
    session.add(_event(row, decision, before, None))
    session.flush()
    return decision


def last_in_force(session: Session, row: FindingRow) -> int | None:
    """Return the id of the last decision on a finding that nobody has taken back."""
    assert row.id is not None
    return projection.replay(projection.log_of(session, row.id)).in_force()


def _apply(session: Session, row: FindingRow, decision: DecisionRow) -> Standing:
    standing = projection.standing_of(row)
    if decision.verdict == Verdict.UNDO:
        return _undo(session, row, decision)
    if decision.verdict == Verdict.SECOND_READ:
        _check_second_reader(session, row, decision.actor)
    return states.decide(standing, projection.step_of(decision))


def _undo(session: Session, row: FindingRow, decision: DecisionRow) -> Standing:
    assert row.id is not None
    log = projection.log_of(session, row.id)
    played = projection.replay(log)
    last = played.in_force()
    if last is None:
        raise DecisionConflict("there is no decision to undo")
    made = session.get_one(DecisionRow, last)
    if made.actor != decision.actor:
        raise DecisionConflict(
            f"the last decision ({made.verdict}) is {made.actor}'s; reopen it to overrule"
        )
    decision.undoes_id = last
    turn = played.turns[last]
    return states.undo(projection.standing_of(row), turn.before, turn.after)


def _end(intent: Intent, now: dt.datetime) -> dt.datetime | None:
    if intent.lease is not None:
        return now + intent.lease
    if intent.until is None and intent.reason == DismissReason.ACCEPTED_RISK:
        return now + ACCEPTED_FOR
    return intent.until


def _aware(until: dt.datetime | None) -> dt.datetime | None:
    if until is None:
        return None
    if until.tzinfo is None:
        raise UsageError(f"a time without a zone: {until}")
    return until.astimezone(dt.UTC)


def _check_second_reader(session: Session, row: FindingRow, actor: str) -> None:
    assert row.id is not None
    played = projection.replay(projection.log_of(session, row.id))
    made = [
        decision
        for decision in rows.decisions(session, row.id)
        if decision.verdict == Verdict.RESOLVE and decision.id not in played.undone
    ]
    if made and made[-1].actor == actor:
        raise DecisionConflict(f"{actor} resolved it; a second reader is somebody else")


def _check_version(session: Session, row: FindingRow, by: By) -> None:
    if by.seen_version is not None and by.seen_version != row.version:
        raise overtaken(session, row, by.seen_version)


def _by_key(session: Session, row: FindingRow, intent: Intent, by: By) -> DecisionRow | None:
    if by.key is None:
        return None
    made = session.exec(select(DecisionRow).where(DecisionRow.key == by.key)).first()
    if made is None:
        return None
    same = (made.finding_id, made.verdict, made.reason) == (
        row.id,
        intent.verdict.value,
        intent.reason,
    )
    if not same or made.actor != by.actor:
        raise UsageError(f"the key {by.key!r} was used for another decision")
    return made


def _event(
    row: FindingRow, decision: DecisionRow, before: str, refused_because: str | None
) -> EventRow:
    stated = {
        "reason": decision.reason,
        "note": decision.note,
        "until": None if decision.until is None else decision.until.isoformat(),
        "undoes": decision.undoes_id,
    }
    payload = {name: value for name, value in stated.items() if value not in (None, "")}
    if refused_because is not None:
        payload |= {"verdict": decision.verdict, "because": refused_because}
    return EventRow.model_validate(
        {
            "at": decision.at,
            "actor": decision.actor,
            "kind": decision.verdict if refused_because is None else "refused",
            "article_id": row.article_id,
            "finding_id": row.id,
            "decision_id": decision.id if refused_because is None else None,
            "from_status": before,
            "to_status": row.status,
            "payload": payload,
        }
    )


def _outcome(
    queue: Queue, session: Session, row: FindingRow, decision: DecisionRow, *, repeated: bool
) -> Outcome:
    (item,) = rows.items(session, [row], queue.clock())
    made = rows.decision(decision, frozenset())
    return Outcome(item=item, decision=made, repeated=repeated)
