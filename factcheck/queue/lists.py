"""Lists of findings, a page at a time, in an order that an index gives.

A page of a million findings must not sort them. A list is therefore put together from one short
list for each stored status (and rule, if few are named), each read in index order and cut to the
page's length. A filter that names few findings is served the other way round (``reach``): they
are found first and sorted then.
"""

import math
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, union_all
from sqlmodel import Session, col, select

from factcheck.errors import UsageError
from factcheck.queue import rows
from factcheck.queue.engine import Queue
from factcheck.queue.filters import (
    EVERYTHING,
    Filter,
    by_rule,
    by_status,
)
from factcheck.queue.items import Page
from factcheck.queue.reach import reach
from factcheck.queue.tables import FindingRow


class Order(StrEnum):
    """The order of a list. ``value`` is that of ``factcheck.model.ranking``, highest first.

    ``newest`` and ``oldest`` go by when a scan first saw the finding, ``place`` by its place in
    the text and is for one article.
    """

    VALUE = "value"
    NEWEST = "newest"
    OLDEST = "oldest"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sorting:
    """``key`` is what is sorted by, of type ``kind``; ties go by id, rising."""

    key: Any
    kind: type[int] | type[float] = int
    falling: bool = False

    def order(self, key: Any, id_: Any) -> tuple[Any, ...]:
        """Return what to order by, given the columns that hold the key and the id."""
        return (key.desc() if self.falling else key.asc(), id_.asc())

    def beyond(self, after: str) -> ColumnElement[bool]:
        """Return the condition that a row comes after a cursor. Raises UsageError."""
        value, _, id_ = after.rpartition(":")
        try:
            last, last_id = self.kind(value), int(id_)
        except ValueError as error:
            raise UsageError(_NO_CURSOR.format(after[:80])) from error
        if not (abs(last) < _LARGEST and abs(last_id) < _LARGEST):
            raise UsageError(_NO_CURSOR.format(after[:80]))
        # The first half is what an index can seek; the second parts the ties.
        reached = self.key <= last if self.falling else self.key >= last
        passed = self.key < last if self.falling else self.key > last
        condition: ColumnElement[bool] = reached & (passed | _ID.__gt__(last_id))
        return condition


_NO_CURSOR = "{}: not the end of a page in this order"
_LARGEST = 2**31
_ID: Any = col(FindingRow.id)
_PLACE = func.coalesce(col(FindingRow.span_start), literal(-1))
_SORTINGS = MappingProxyType(
    {
        Order.VALUE: _Sorting(key=col(FindingRow.value), kind=float, falling=True),
        Order.NEWEST: _Sorting(key=_ID, falling=True),
        Order.OLDEST: _Sorting(key=_ID),
        Order.PLACE: _Sorting(key=_PLACE),
    }
)


def list_findings(
    queue: Queue,
    where: Filter = EVERYTHING,
    *,
    order: Order = Order.VALUE,
    limit: int = 50,
    after: str | None = None,
) -> Page:
    """Return a page of findings. ``after`` is the ``next`` of the page before, same order.

    Pages go by key and not by number, so a finding decided meanwhile moves no other between them.
    Raises UsageError for a search for nothing, a cursor that is none, or ``Order.PLACE`` without
    an article.
    """
    if limit < 1:
        raise UsageError(f"a page of {limit} findings; ask for one or more")
    if order is Order.PLACE and where.article is None and where.article_id is None:
        raise UsageError("findings are listed by place for one article; name it")
    now = queue.clock()
    sorting = _SORTINGS[order]
    beyond = [] if after is None else [sorting.beyond(after)]
    rules = by_rule(where)
    starts = [
        [status, *rule] for _, status in by_status(where, now) for rule in _each_or_none(rules)
    ]
    with queue.reading() as session:
        way = reach(session, where, now, most=_as_many(session, len(starts) * (limit + 1)))
        wanted = [*way.wanted, *way.tested, *beyond]
        if way.named is not None:
            statement = _sorted(sorting, [way.named, *wanted], limit + 1)
        else:
            parts = [_sorted(sorting, start + wanted, limit + 1) for start in starts]
            statement = _joined(sorting, parts, limit + 1)
        found = session.execute(statement).all()
        items = rows.items(session, _rows(session, [id_ for id_, _ in found[:limit]]), now)
    if len(found) <= limit:
        return Page(items=items)
    last_id, last = found[limit - 1]
    return Page(items=items, next=f"{last!r}:{last_id}")


def _as_many(session: Session, shown: int) -> int:
    """Return how many findings can be read and sorted in the time that following the order takes.

    If ``named`` of ``all`` findings are wanted, anywhere in the order, showing some means to read
    ``shown * all / named`` along it. That is ``named`` itself at the root of ``shown * all``.
    """
    newest = session.execute(select(func.max(_ID))).scalar_one() or 0
    return math.isqrt(shown * newest)


def _each_or_none(rules: list[ColumnElement[bool]]) -> list[list[ColumnElement[bool]]]:
    return [[rule] for rule in rules] or [[]]


def _sorted(sorting: _Sorting, wanted: list[ColumnElement[bool]], limit: int) -> Select[Any]:
    statement = select(_ID.label("id"), sorting.key.label("key")).where(*wanted)
    return statement.order_by(*sorting.order(sorting.key, _ID)).limit(limit)


def _joined(sorting: _Sorting, branches: list[Select[Any]], limit: int) -> Select[Any]:
    # Each branch in a subquery of its own: SQLite takes no ORDER BY inside a UNION.
    parts = [branch.subquery() for branch in branches]
    merged = union_all(*(select(part.c.id, part.c.key) for part in parts)).subquery()
    statement = select(merged.c.id, merged.c.key)
    return statement.order_by(*sorting.order(merged.c.key, merged.c.id)).limit(limit)


def _rows(session: Session, ids: list[int]) -> list[FindingRow]:
    found = session.exec(select(FindingRow).where(col(FindingRow.id).in_(ids)))
    by_id = {row.id: row for row in found}
    return [by_id[id_] for id_ in ids]
