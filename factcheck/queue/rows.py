"""Finding rows by what people type, and turning rows into items."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from sqlalchemy import func
from sqlmodel import Session, col, select

from factcheck.errors import UnknownFinding
from factcheck.model.article import Anchor, Span
from factcheck.model.finding import Severity
from factcheck.queue import projection, states
from factcheck.queue.items import ArticleRef, Decision, Event, Item
from factcheck.queue.states import Status, Verdict
from factcheck.queue.tables import ArticleRow, DecisionRow, EventRow, FindingRow, ScanRow

FindingRef = int | str
"""A finding's id (12, "12") or the start of its fingerprint ("1:9f3ac2", "9f3ac2")."""

_FINGERPRINT = re.compile(r"(?:\d+:)?[0-9a-f]{6,128}")
LARGEST_ID = 2**31 - 1
"""Of PostgreSQL's integer, which ids are there."""


def find(session: Session, finding: FindingRef, *, lock: bool = False) -> FindingRow:
    """Return the row that an id or the start of a fingerprint names; raise UnknownFinding.

    ``lock`` holds the row for writing on a server that locks rows.
    """
    wanted = str(finding).strip().lower()
    statement = select(FindingRow)
    if wanted.isascii() and wanted.isdigit() and int(wanted) <= LARGEST_ID:
        statement = statement.where(FindingRow.id == int(wanted))
        if lock:
            statement = statement.with_for_update()
        row = session.exec(statement).first()
        if row is not None or not _FINGERPRINT.fullmatch(wanted):
            return _known(row, finding)
        statement = select(FindingRow)
    if not _FINGERPRINT.fullmatch(wanted):
        raise UnknownFinding(
            f"{finding}: not a finding; give an id or six characters of a fingerprint"
        )
    prefixes = (wanted,) if ":" in wanted else (f"1:{wanted}", wanted)
    for prefix in prefixes:
        statement = select(FindingRow).where(
            col(FindingRow.fingerprint) >= prefix,
            col(FindingRow.fingerprint) < prefix + "\x7f",
        )
        found = session.exec(statement.order_by(col(FindingRow.id)).limit(6)).all()
        if len(found) > 1:
            ids = ", ".join(str(row.id) for row in found[:5])
            raise UnknownFinding(f"{finding}: more than one finding ({ids}); give an id")
        if found:
            if lock:
                session.refresh(found[0], with_for_update=True)
            return found[0]
    return _known(None, finding)


def items(session: Session, found: Sequence[FindingRow], now: dt.datetime) -> tuple[Item, ...]:
    """Return rows as items, with their articles, times and the decisions in force."""
    articles = {
        row.id: article(row)
        for row in session.exec(
            select(ArticleRow).where(col(ArticleRow.id).in_({row.article_id for row in found}))
        )
    }
    scan_ids = {row.first_scan_id for row in found} | {row.last_scan_id for row in found}
    when = select(ScanRow.id, ScanRow.finished).where(col(ScanRow.id).in_(scan_ids))
    times = dict(session.exec(when).all())
    in_force = _in_force(session, [row.id for row in found if row.id is not None])
    return tuple(
        _item(row, articles[row.article_id], times, in_force.get(row.id or 0), now) for row in found
    )


def article(row: ArticleRow) -> ArticleRef:
    """Return an article's row as a reference to it."""
    assert row.id is not None
    return ArticleRef(id=row.id, key=row.key, url=row.url, title=row.title, language=row.language)


def decisions(session: Session, finding_id: int) -> list[DecisionRow]:
    """Return a finding's decisions in the order they were made."""
    statement = (
        select(DecisionRow)
        .where(DecisionRow.finding_id == finding_id)
        .order_by(col(DecisionRow.id))
    )
    return list(session.exec(statement).all())


def decision(row: DecisionRow, undone: Iterable[int]) -> Decision:
    """Return a decision's row as a decision."""
    assert row.id is not None
    return Decision(
        id=row.id,
        finding_id=row.finding_id,
        verdict=Verdict(row.verdict),
        actor=row.actor,
        at=row.at,
        reason=row.reason,
        note=row.note,
        until=row.until,
        undoes=row.undoes_id,
        undone=row.id in undone,
    )


def event(row: EventRow) -> Event:
    """Return an event's row as an event."""
    assert row.id is not None
    return Event(
        id=row.id,
        at=row.at,
        actor=row.actor,
        kind=row.kind,
        article_id=row.article_id,
        finding_id=row.finding_id,
        scan_id=row.scan_id,
        from_status=None if row.from_status is None else Status(row.from_status),
        to_status=None if row.to_status is None else Status(row.to_status),
        payload=dict(row.payload),
    )


def _known(row: FindingRow | None, finding: FindingRef) -> FindingRow:
    if row is None:
        raise UnknownFinding(f"{finding}: no such finding in the queue")
    return row


def _in_force(session: Session, ids: list[int]) -> dict[int, Decision]:
    taken_back = select(DecisionRow.undoes_id).where(
        col(DecisionRow.finding_id).in_(ids), col(DecisionRow.undoes_id).is_not(None)
    )
    last = (
        select(func.max(DecisionRow.id))
        .where(
            col(DecisionRow.finding_id).in_(ids),
            DecisionRow.verdict != Verdict.UNDO.value,
            col(DecisionRow.id).not_in(taken_back),
        )
        .group_by(col(DecisionRow.finding_id))
    )
    statement = select(DecisionRow).where(col(DecisionRow.id).in_(last))
    return {row.finding_id: decision(row, ()) for row in session.exec(statement)}


def _item(
    row: FindingRow,
    of: ArticleRef,
    times: dict[int | None, dt.datetime],
    made: Decision | None,
    now: dt.datetime,
) -> Item:
    assert row.id is not None
    assert row.version is not None
    standing = states.effective(projection.standing_of(row), now)
    placed = row.span_start is not None and row.span_end is not None
    return Item(
        id=row.id,
        fingerprint=row.fingerprint,
        article=of,
        code=row.code,
        name=row.name,
        severity=Severity(row.severity),
        confidence=row.confidence,
        value=row.value,
        message=row.message,
        fix=row.fix,
        subject=row.subject,
        anchor=Anchor(exact=row.exact, prefix=row.prefix, suffix=row.suffix),
        span=Span(row.span_start or 0, row.span_end or 0) if placed else None,
        sentence=row.sentence,
        related=tuple(Span(start, end) for start, end in row.related),
        status=standing.status,
        resume=standing.resume,
        until=standing.until,
        assignee=standing.assignee,
        present=standing.present,
        version=row.version,
        first_seen=times[row.first_scan_id],
        last_seen=times[row.last_scan_id],
        supersedes=row.supersedes_id,
        decision=made,
        paragraph=row.paragraph,
    )
