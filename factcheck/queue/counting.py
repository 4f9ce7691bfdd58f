"""How many findings there are: by state, rule, severity and age, in one pass over an index."""

import datetime as dt
from collections import Counter
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, literal, select, true
from sqlmodel import col

from factcheck.model.finding import Severity
from factcheck.queue.engine import Queue
from factcheck.queue.filters import (
    EVERYTHING,
    Filter,
    by_status,
    status_now,
)
from factcheck.queue.items import Age, Counts
from factcheck.queue.reach import reach
from factcheck.queue.states import Status
from factcheck.queue.tables import FindingRow

AGES = MappingProxyType(
    {
        Age.DAY: dt.timedelta(days=1),
        Age.WEEK: dt.timedelta(days=7),
        Age.MONTH: dt.timedelta(days=30),
        Age.QUARTER: dt.timedelta(days=90),
    }
)
"""What a finding of each age is younger than; what is older has no bound."""

_READING = 10
"""How many entries of an index are looked at in the time that reading one row takes, at most."""


def counts(queue: Queue, where: Filter = EVERYTHING, *, most: int | None = None) -> Counts:
    """Return how many findings match, by state, rule, severity and age.

    With ``most`` no more than so many of each stored state are looked at (a tenth, where each
    has to be read to be tested), which bounds the time that it takes. Raises UsageError for a
    search for nothing.
    """
    now = queue.clock()
    groups: list[Any] = []
    whole = True
    with queue.reading() as session:
        way = reach(session, where, now, most=most)
        if way.named is not None:
            wanted = [way.named, *way.wanted, *way.tested]
            groups.extend(session.execute(_grouped(status_now(now), wanted, [], now, None)))
            return _counts(groups, whole=True)
        if most is not None and way.tested:
            most //= _READING
        for status, condition in by_status(where, now):
            statement = _grouped(status, [condition, *way.wanted], way.tested, now, most)
            found = session.execute(statement).all()
            whole = whole and (most is None or sum(group[-1] for group in found) <= most)
            groups.extend(found)
    return _counts(groups, whole=whole)


def _grouped(
    status: ColumnElement[str],
    wanted: list[ColumnElement[bool]],
    tested: list[ColumnElement[bool]],
    now: dt.datetime,
    most: int | None,
) -> Select[Any]:
    """Return the statement that counts by state, rule, severity, age and whether ``tested`` hold.

    Of the rows that are ``wanted`` at most one more than ``most`` is looked at, which tells that
    there are more.
    """
    seen = col(FindingRow.first_seen)
    age = case(
        *((seen > now - bound, literal(name.value)) for name, bound in AGES.items()),
        else_=literal(Age.OLDER.value),
    )
    keys: Select[Any] = select(
        status.label("status"),
        col(FindingRow.code).label("code"),
        col(FindingRow.severity).label("severity"),
        age.label("age"),
        and_(true(), *tested).label("matches"),
    )
    rows = keys.where(*wanted)
    inner = (rows if most is None else rows.limit(most + 1)).subquery()
    columns = (inner.c.status, inner.c.code, inner.c.severity, inner.c.age, inner.c.matches)
    return select(*columns, func.count()).group_by(*columns)


def _counts(groups: list[Any], *, whole: bool) -> Counts:
    by_status, by_rule = Counter[str](), Counter[str]()
    by_severity, by_age = Counter[str](), Counter[str]()
    for status, code, severity, age, matches, number in groups:
        if not matches:
            continue
        by_status[status] += number
        by_rule[code] += number
        by_severity[severity] += number
        by_age[age] += number
    return Counts(
        total=by_status.total(),
        whole=whole,
        by_status=tuple((one, by_status[one]) for one in Status if by_status[one]),
        by_rule=tuple(sorted(by_rule.items(), key=lambda pair: (-pair[1], pair[0]))),
        by_severity=tuple((one, by_severity[one]) for one in Severity if by_severity[one]),
        by_age=tuple((one, by_age[one]) for one in Age if by_age[one]),
    )
