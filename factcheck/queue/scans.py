"""Recording a scan: what is new, what is still there, what has gone, what came back.

A finding is the same one when its fingerprint is. One that is not seen any more is ``gone``; only
findings of rules that ran can go. A new finding that is a gone one reworded (``matching``) is
recorded as ``stale`` and points at the old one, whose decision stays in sight but is not carried
over; where nothing had been decided about the old one, the new one is plainly ``open``.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, update
from sqlmodel import Session, select

from factcheck.errors import UsageError
from factcheck.model.article import Article
from factcheck.model.finding import Finding
from factcheck.model.grouping import paragraph_of
from factcheck.model.ranking import tempered, value
from factcheck.queue import documents, matching, projection, rows, states
from factcheck.queue.documents import NewScan
from factcheck.queue.engine import Queue
from factcheck.queue.insight import RulePrecision, precision
from factcheck.queue.items import ScanSummary
from factcheck.queue.matching import Passage
from factcheck.queue.searching import words_of
from factcheck.queue.states import Status
from factcheck.queue.tables import EventRow, FindingRow, ScanRow, storable

__all__ = ["MEMORY", "NewScan", "record"]

MEMORY = dt.timedelta(days=365)
"""How far back decisions count when a rule's flags are ranked: rules and desks change."""


@dataclass(frozen=True, slots=True)
class _Recording:
    session: Session
    scan: ScanRow
    actor: str
    at: dt.datetime
    records: Mapping[str, RulePrecision]


def record(queue: Queue, scan: NewScan) -> ScanSummary:
    """Record a lint in one transaction and return what it changed.

    A second scan of an unchanged article adds a scan row and nothing else. Raises QueueUnavailable
    with nothing recorded.
    """
    if not scan.actor.strip():
        raise UsageError("a scan needs somebody's name")
    now = queue.clock()
    snapshot = documents.snapshot_values(
        scan.document, scan.report.article
    )  # compressed before the lock
    records = {each.code: each for each in precision(queue, since=now - MEMORY)}
    with queue.writing_much() as session:
        article = documents.article(session, scan.report.article)
        last = documents.last_scan(session, article)
        snapshot_id = documents.snapshot(session, snapshot)
        row = documents.scan_row(scan, now, article, snapshot_id)
        session.add(row)
        session.flush()
        documents.record_references(session, row, last, scan.references)
        changed = _record_findings(_Recording(session, row, scan.actor, now, records), scan)
        assert row.id is not None
        return ScanSummary(
            scan_id=row.id,
            article=rows.article(article),
            unchanged=last is not None and last.snapshot_id == snapshot_id,
            **changed,
        )


def _record_findings(recording: _Recording, scan: NewScan) -> dict[str, int]:
    session = recording.session
    known = {
        row.fingerprint: row
        for row in session.exec(
            select(FindingRow).where(FindingRow.article_id == recording.scan.article_id)
        )
    }
    reported = {finding.fingerprint: finding for finding in reversed(scan.report.findings)}
    allowed = {one.finding.fingerprint: one.reason for one in scan.report.suppressed}
    judged = scan.rules_run - {one.code for one in scan.report.skipped}
    lost = [
        row
        for fingerprint, row in known.items()
        if fingerprint not in reported and row.code in judged
    ]
    counts = Counter[str]()
    _update_seen(recording, scan.report.article, known, reported)
    for fingerprint, row in known.items():
        if fingerprint in reported:
            counts[_see(recording, row)] += 1
    new = _add_new(recording, scan, known, _unallowed(lost, allowed))
    counts.update("stale" if row.status == Status.STALE else "new" for row in new)
    successors = {row.supersedes_id: row.id for row in new}
    for row in lost:
        counts["gone"] += _lose(recording, row, allowed.get(row.fingerprint), successors)
    session.flush()
    return dict(counts)


def _unallowed(lost: list[FindingRow], allowed: dict[str, str]) -> list[FindingRow]:
    return [row for row in lost if row.present and row.fingerprint not in allowed]


def _see(recording: _Recording, row: FindingRow) -> str:
    standing = projection.standing_of(row)
    after = states.seen(standing)
    if after == standing:
        return "kept"
    before = row.status
    projection.store(row, after)
    recording.session.add(_event(recording, row, "back", before))
    return "regressed" if after.status is Status.REGRESSED else "returned"


def _lose(
    recording: _Recording,
    row: FindingRow,
    allowed_because: str | None,
    successors: dict[int | None, int | None],
) -> int:
    standing = projection.standing_of(row)
    after = states.missing(standing)
    if after == standing:
        return 0
    before = row.status
    projection.store(row, after)
    event = _event(recording, row, "missing", before)
    if allowed_because is not None:
        event.payload = {"allowed_in_document": storable(allowed_because)}
    elif row.id in successors:
        event.payload = {"superseded_by": successors[row.id]}
    recording.session.add(event)
    return 1


def _add_new(
    recording: _Recording,
    scan: NewScan,
    known: dict[str, FindingRow],
    lost: list[FindingRow],
) -> list[FindingRow]:
    article, session = scan.report.article, recording.session
    fresh = list(
        {
            finding.fingerprint: finding
            for finding in reversed(scan.report.findings)
            if finding.fingerprint not in known
        }.values()
    )[::-1]
    predecessors = matching.match(
        [
            Passage(
                id=place,
                code=row.code,
                sentence=row.sentence or row.exact,
                exact=row.exact,
                place=row.span_start or 0,
            )
            for place, row in enumerate(lost)
        ],
        [_passage(place, finding, article) for place, finding in enumerate(fresh)],
    )
    added = []
    for place, finding in enumerate(fresh):
        old = lost[predecessors[place]] if place in predecessors else None
        stale = old is not None and old.status != Status.OPEN
        row = FindingRow.model_validate(
            _columns(recording, finding, article)
            | {
                "first_seen": recording.at,
                "article_id": recording.scan.article_id,
                "fingerprint": finding.fingerprint,
                "status": (Status.STALE if stale else Status.OPEN).value,
                "supersedes_id": None if old is None else old.id,
                "first_scan_id": recording.scan.id,
                "last_scan_id": recording.scan.id,
            }
        )
        session.add(row)
        added.append(row)
    session.flush()
    for row in added:
        event = _event(recording, row, "found", None)
        event.payload = {} if row.supersedes_id is None else {"supersedes": row.supersedes_id}
        session.add(event)
    return added


def _passage(place: int, finding: Finding, article: Article) -> Passage:
    return Passage(
        id=place,
        code=finding.code,
        sentence=_sentence(finding, article) or finding.anchor.exact,
        exact=finding.anchor.exact,
        place=0 if finding.span is None else finding.span.start,
    )


def _update_seen(
    recording: _Recording,
    article: Article,
    known: dict[str, FindingRow],
    reported: dict[str, Finding],
) -> None:
    # Written past the ORM on purpose: ``version`` counts changes of standing only, so a scan that
    # merely sees a finding again gives no editor a conflict.
    values = [
        _columns(recording, finding, article)
        | {"row": known[fingerprint].id, "last_scan_id": recording.scan.id}
        for fingerprint, finding in reported.items()
        if fingerprint in known
    ]
    if values:
        table = FindingRow.metadata.tables["finding"]
        statement = update(table).where(table.c.id == bindparam("row"))
        recording.session.connection().execute(statement, values)


def _columns(recording: _Recording, finding: Finding, article: Article) -> dict[str, Any]:
    sentence = _sentence(finding, article)
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "confidence": finding.confidence,
        "value": _value(recording, finding),
        "message": storable(finding.message),
        "fix": storable(finding.fix),
        "subject": storable(finding.subject),
        "exact": storable(finding.anchor.exact),
        "prefix": storable(finding.anchor.prefix),
        "suffix": storable(finding.anchor.suffix),
        "sentence": storable(sentence),
        "words": words_of(finding.message, finding.anchor.exact, sentence),
        "span_start": None if finding.span is None else finding.span.start,
        "span_end": None if finding.span is None else finding.span.end,
        "paragraph": paragraph_of(finding, article),
        "related": [[span.start, span.end] for span in finding.related],
    }


def _value(recording: _Recording, finding: Finding) -> float:
    """Return a finding's value in the light of how its rule's flags were decided of late."""
    record = recording.records.get(finding.code)
    decided, wrong = (record.decided, record.wrong) if record else (0, 0)
    probability = tempered(finding.confidence, decided=decided, wrong=wrong)
    return value(probability, finding.worth, finding.severity)


def _sentence(finding: Finding, article: Article) -> str:
    return "" if finding.sentence is None else article.quote(finding.sentence)


def _event(recording: _Recording, row: FindingRow, kind: str, before: str | None) -> EventRow:
    return EventRow.model_validate(
        {
            "at": recording.at,
            "actor": recording.actor,
            "kind": kind,
            "article_id": row.article_id,
            "finding_id": row.id,
            "scan_id": recording.scan.id,
            "from_status": before,
            "to_status": row.status,
            "payload": {},
        }
    )
