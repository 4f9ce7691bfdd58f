"""What was scanned: the article, its snapshot, the scan itself and its references."""

import datetime as dt
import hashlib
import json
import zlib
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, select

from factcheck.model.article import Article
from factcheck.model.document import Document
from factcheck.model.finding import Report
from factcheck.queue import codec
from factcheck.queue.items import ListedReference
from factcheck.queue.tables import ArticleRow, ReferenceRow, ScanRow, SnapshotRow, storable


@dataclass(frozen=True, slots=True, kw_only=True)
class NewScan:
    """One lint to record: its report's article and findings.

    ``rules_run`` are the codes of the rules that ran and could judge: findings of others are left
    as they are. ``config_hash`` identifies the settings. ``started`` is an aware time, None for
    the time of recording.
    """

    document: Document
    report: Report
    rules_run: frozenset[str]
    actor: str
    tool_version: str
    config_hash: str
    references: tuple[ListedReference, ...] = ()
    started: dt.datetime | None = None


def article(session: Session, found: Article) -> ArticleRow:
    """Return the row of an article, added or brought up to date."""
    row = session.exec(select(ArticleRow).where(ArticleRow.key == storable(found.key))).first()
    values = {"url": found.url, "title": found.title, "language": found.language}
    if row is None:
        row = ArticleRow.model_validate({"key": found.key} | values)
    else:
        row.sqlmodel_update({name: storable(value) for name, value in values.items()})
    session.add(row)
    session.flush()
    return row


def last_scan(session: Session, row: ArticleRow) -> ScanRow | None:
    """Return the newest scan of an article, None before the first."""
    statement = select(ScanRow).where(ScanRow.article_id == row.id)
    return session.exec(statement.order_by(col(ScanRow.id).desc()).limit(1)).first()


def snapshot_values(document: Document, found: Article) -> dict[str, Any]:
    """Return a snapshot's columns, compressed: too slow to be done while holding the lock."""
    text = found.text.encode("utf-8", "surrogatepass")
    return {
        "sha256": hashlib.sha256(document.body).hexdigest(),
        "text_sha256": hashlib.sha256(text).hexdigest(),
        "media_type": document.media_type or "",
        "charset": document.charset or "",
        "body": zlib.compress(document.body),
        "text": zlib.compress(text),
    }


def snapshot(session: Session, values: dict[str, Any]) -> int:
    """Return the id of the snapshot with these columns, added if there is none."""
    statement = select(SnapshotRow.id).where(
        SnapshotRow.sha256 == values["sha256"],
        SnapshotRow.text_sha256 == values["text_sha256"],
        SnapshotRow.media_type == storable(values["media_type"]),
        SnapshotRow.charset == storable(values["charset"]),
    )
    known = session.exec(statement).first()
    if known is not None:
        return known
    row = SnapshotRow.model_validate(values)
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def scan_row(scan: NewScan, now: dt.datetime, of: ArticleRow, snapshot_id: int) -> ScanRow:
    """Return a new row for a scan; ``record_references`` completes it."""
    rules = "\n".join(sorted(scan.rules_run))
    skipped = [{"code": one.code, "reason": storable(one.reason)} for one in scan.report.skipped]
    return ScanRow.model_validate(
        {
            "article_id": of.id,
            "snapshot_id": snapshot_id,
            "target": scan.document.target,
            "fetched_at": scan.document.fetched_at,
            "tool_version": scan.tool_version,
            "rules_hash": hashlib.sha256(rules.encode()).hexdigest(),
            "config_hash": scan.config_hash,
            "references_hash": _references_hash(scan.references),
            "actor": scan.actor,
            "started": scan.started or now,
            "finished": now,
            "outcome": "partial" if skipped else "complete",
            "skipped": skipped,
        }
    )


def record_references(
    session: Session,
    row: ScanRow,
    last: ScanRow | None,
    references: tuple[ListedReference, ...],
) -> None:
    """Add a scan's references, or point at the last scan's where they are the same."""
    if last is not None and last.references_hash == row.references_hash:
        row.references_from = last.references_from
        return
    row.references_from = row.id
    for position, listed in enumerate(references):
        place = {"scan_id": row.id, "position": position}
        session.add(ReferenceRow.model_validate(_reference(listed) | place))


def _reference(listed: ListedReference) -> dict[str, Any]:
    return {
        "reference": listed.reference.id,
        "raw": listed.reference.entry.text,
        "item": codec.item_to_json(listed.reference.item),
        "detail": codec.detail_to_json(listed.reference),
        "confidence": listed.reference.confidence,
        "citation_key": listed.citation_key,
        "cluster": listed.cluster,
    }


def _references_hash(references: tuple[ListedReference, ...]) -> str:
    stated = json.dumps([_reference(listed) for listed in references], sort_keys=True)
    return hashlib.sha256(stated.encode("utf-8", "surrogatepass")).hexdigest()
