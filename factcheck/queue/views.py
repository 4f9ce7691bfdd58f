"""Reading the queue: lists, one finding in full, history, counts, and what was scanned."""

import zlib
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from factcheck.errors import UnknownFinding
from factcheck.model.article import Span
from factcheck.model.document import Document
from factcheck.queue import codec, projection, rows
from factcheck.queue.counting import counts
from factcheck.queue.engine import Queue
from factcheck.queue.filters import EVERYTHING, Filter, article_matches
from factcheck.queue.items import (
    ArticleRef,
    Context,
    Detail,
    Event,
    ListedReference,
    ScanRef,
)
from factcheck.queue.lists import Order, list_findings
from factcheck.queue.rows import FindingRef
from factcheck.queue.tables import (
    ArticleRow,
    EventRow,
    FindingRow,
    ReferenceRow,
    ScanRow,
    SnapshotRow,
)

__all__ = [
    "EVERYTHING",
    "ArticlePage",
    "Filter",
    "Order",
    "article",
    "article_page",
    "articles",
    "counts",
    "document",
    "history",
    "list_findings",
    "references",
    "scans",
    "show",
]

CONTEXT = 300
"""Characters shown before and after a finding."""

_CHAIN = 20  # how many rewordings back a finding's earlier decisions are shown


def show(queue: Queue, finding: FindingRef) -> Detail:
    """Return everything about one finding; raise UnknownFinding."""
    now = queue.clock()
    with queue.reading() as session:
        row = rows.find(session, finding)
        assert row.id is not None
        (item,) = rows.items(session, [row], now)
        undone = projection.replay(projection.log_of(session, row.id)).undone
        successor = select(func.max(FindingRow.id)).where(FindingRow.supersedes_id == row.id)
        return Detail(
            item=item,
            context=_context(session, row, item.span),
            decisions=tuple(rows.decision(one, undone) for one in rows.decisions(session, row.id)),
            events=_events(session, [EventRow.finding_id == row.id]),
            earlier=rows.items(session, _predecessors(session, row), now),
            superseded_by=session.exec(successor).one(),
        )


def history(
    queue: Queue,
    finding: FindingRef | None = None,
    *,
    limit: int = 200,
    after: int | None = None,
    scans: bool = True,
) -> tuple[Event, ...]:
    """Return events, newest first: of one finding, or of the whole queue.

    ``after`` goes on from the event of that id into the past; without ``scans`` what scans saw is
    left out, and what people did and tried is left.
    """
    with queue.reading() as session:
        wanted: list[ColumnElement[bool]] = []
        if finding is not None:
            wanted.append(col(EventRow.finding_id) == rows.find(session, finding).id)
        if after is not None:
            wanted.append(col(EventRow.id) < after)
        if not scans:
            wanted.append(col(EventRow.scan_id).is_(None))
        statement = select(EventRow).where(*wanted).order_by(col(EventRow.id).desc())
        return tuple(rows.event(row) for row in session.exec(statement.limit(limit)))


def articles(queue: Queue) -> tuple[ArticleRef, ...]:
    """Return the articles ever scanned, by key."""
    with queue.reading() as session:
        found = session.exec(select(ArticleRow).order_by(col(ArticleRow.key)))
        return tuple(rows.article(row) for row in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """Some articles, how many there are in all, and the ``beyond`` of the next page, if any."""

    articles: tuple[ArticleRef, ...]
    total: int
    beyond: int | None


def article_page(
    queue: Queue,
    named: str | None = None,
    *,
    beyond: int | None = None,
    limit: int = 50,
    newest_first: bool = True,
) -> ArticlePage:
    """Return a page of articles by number, the newest first unless told otherwise.

    ``named`` leaves those with this id, key, URL or part of a title, and ``total`` counts them;
    ``beyond`` is the number of the last article of the page before.
    """
    place = col(ArticleRow.id)
    wanted = [article_matches(named)] if named else []
    statement = select(ArticleRow).where(*wanted).order_by(place.desc() if newest_first else place)
    if beyond is not None:
        statement = statement.where(place < beyond if newest_first else place > beyond)
    with queue.reading() as session:
        found = [rows.article(row) for row in session.exec(statement.limit(limit + 1))]
        total = session.exec(select(func.count()).select_from(ArticleRow).where(*wanted)).one()
    shown = tuple(found[:limit])
    return ArticlePage(
        articles=shown, total=total, beyond=shown[-1].id if len(found) > limit else None
    )


def article(queue: Queue, named: str | int) -> ArticleRef:
    """Return the one article with this id, key, URL or part of a title; raise UnknownFinding.

    A number names an article by its id alone: a key may look like another article's id.
    """
    with queue.reading() as session:
        if isinstance(named, str):
            return rows.article(_one_article(session, named))
        row = session.get(ArticleRow, named) if 0 < named <= rows.LARGEST_ID else None
        if row is None:
            raise UnknownFinding(f"{named}: no such article in the queue")
        return rows.article(row)


def scans(queue: Queue, named: str) -> tuple[ScanRef, ...]:
    """Return the scans of an article, newest first."""
    with queue.reading() as session:
        row = _one_article(session, named)
        of = rows.article(row)
        statement = select(ScanRow).where(ScanRow.article_id == row.id)
        return tuple(
            ScanRef(
                id=scan.id or 0,
                article=of,
                at=scan.finished,
                tool_version=scan.tool_version,
                outcome=scan.outcome,
                skipped=tuple(one["code"] for one in scan.skipped),
            )
            for scan in session.exec(statement.order_by(col(ScanRow.id).desc()))
        )


def references(queue: Queue, named: str) -> tuple[ListedReference, ...]:
    """Return the references that the newest scan of an article read, in printed order."""
    with queue.reading() as session:
        scan = _newest_scan(session, _one_article(session, named))
        statement = select(ReferenceRow).where(ReferenceRow.scan_id == scan.references_from)
        return tuple(
            ListedReference(
                reference=codec.reference_from_json(
                    row.reference, row.confidence, row.item, row.detail
                ),
                citation_key=row.citation_key,
                cluster=row.cluster,
            )
            for row in session.exec(statement.order_by(col(ReferenceRow.position)))
        )


def document(queue: Queue, named: str) -> Document:
    """Return the document that the newest scan of an article read, to lint it again offline."""
    with queue.reading() as session:
        row = _one_article(session, named)
        scan = _newest_scan(session, row)
        snapshot = session.get_one(SnapshotRow, scan.snapshot_id)
        return Document(
            target=scan.target,
            body=zlib.decompress(snapshot.body),
            media_type=snapshot.media_type or None,
            charset=snapshot.charset or None,
            url=row.url,
            fetched_at=scan.fetched_at,
        )


def _events(session: Session, wanted: list[bool]) -> tuple[Event, ...]:
    statement = select(EventRow).where(*wanted).order_by(col(EventRow.id))
    return tuple(rows.event(row) for row in session.exec(statement))


def _context(session: Session, row: FindingRow, span: Span | None) -> Context | None:
    if span is None:
        return None
    statement = (
        select(SnapshotRow.text)
        .join(ScanRow, col(ScanRow.snapshot_id) == col(SnapshotRow.id))
        .where(ScanRow.id == row.last_scan_id)
    )
    text = zlib.decompress(session.exec(statement).one()).decode("utf-8", "surrogatepass")
    return Context(
        before=text[max(0, span.start - CONTEXT) : span.start],
        exact=text[span.start : span.end],
        after=text[span.end : span.end + CONTEXT],
    )


def _predecessors(session: Session, row: FindingRow) -> list[FindingRow]:
    chain: list[FindingRow] = []
    following = row.supersedes_id
    while following is not None and len(chain) < _CHAIN:
        chain.append(session.get_one(FindingRow, following))
        following = chain[-1].supersedes_id
    return chain


def _one_article(session: Session, named: str) -> ArticleRow:
    found = session.exec(select(ArticleRow).where(article_matches(named)).limit(6)).all()
    exact = [row for row in found if named in (row.key, row.url)]
    if len(exact) == 1:
        return exact[0]
    if not found:
        raise UnknownFinding(f"{named}: no such article in the queue")
    if len(found) > 1:
        keys = ", ".join(row.key for row in found[:5])
        raise UnknownFinding(f"{named}: more than one article ({keys}); give its id or key")
    return found[0]


def _newest_scan(session: Session, row: ArticleRow) -> ScanRow:
    statement = select(ScanRow).where(ScanRow.article_id == row.id)
    return session.exec(statement.order_by(col(ScanRow.id).desc()).limit(1)).one()
