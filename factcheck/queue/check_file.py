"""All that is on file about an article: each finding, what was decided, what it rests on."""

from dataclasses import dataclass

from sqlmodel import col, select

from factcheck.queue import projection, rows
from factcheck.queue.desk_tables import AssessmentRow, EvidenceRow
from factcheck.queue.engine import Queue
from factcheck.queue.evidence import ClaimRecord, record_of
from factcheck.queue.export import every
from factcheck.queue.filters import Filter
from factcheck.queue.items import ArticleRef, Decision, Item
from factcheck.queue.tables import DecisionRow, FindingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One finding of a check file, with its decisions, oldest first, and its record."""

    item: Item
    decisions: tuple[Decision, ...] = ()
    record: ClaimRecord


def check_file(queue: Queue, article: ArticleRef) -> tuple[Sheet, ...]:
    """Return a sheet for each finding that an article ever had, in the order of its text.

    What confidential evidence says is withheld. What costs a query is asked for the findings that
    somebody has dealt with, and not for all.
    """
    items = every(queue, Filter(article_id=article.id))
    of_article = select(FindingRow.id).where(FindingRow.article_id == article.id)
    decisions: dict[int, tuple[Decision, ...]] = {}
    with queue.reading() as session:
        decided = select(DecisionRow.finding_id).where(col(DecisionRow.finding_id).in_(of_article))
        for id_ in session.exec(decided.distinct()).all():
            undone = projection.replay(projection.log_of(session, id_)).undone
            made = rows.decisions(session, id_)
            decisions[id_] = tuple(rows.decision(one, undone) for one in made)
        dealt_with = {
            id_
            for column in (EvidenceRow.finding_id, AssessmentRow.finding_id)
            for id_ in session.exec(select(column).where(col(column).in_(of_article)).distinct())
        }
    records = {id_: record_of(queue, id_) for id_ in dealt_with}
    return tuple(
        Sheet(
            item=item,
            decisions=decisions.get(item.id, ()),
            record=records.get(item.id) or ClaimRecord(),
        )
        for item in sorted(items, key=_in_text)
    )


def _in_text(item: Item) -> tuple[int, int]:
    return (item.span.start if item.span is not None else -1, item.id)
