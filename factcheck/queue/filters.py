"""Which findings are wanted, as data and as SQL conditions."""

import datetime as dt
import re
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, case, or_
from sqlalchemy.orm import Mapped
from sqlmodel import col, select

from factcheck.errors import UsageError
from factcheck.model.finding import Severity
from factcheck.queue.searching import contains
from factcheck.queue.states import Status
from factcheck.queue.tables import ArticleRow, FindingRow, storable

_FAMILY = re.compile(r"[A-Z]{3}")
_CODE = re.compile(r"[A-Z]{3}[0-9]{3}")
_ESCAPE = "\\"
_FEW_RULES = 4
_ID_DIGITS = 10  # PostgreSQL's integer ends at 2,147,483,647
_MOST_IDS = 10_000

HELD = (Status.CLAIMED, Status.SNOOZED)
"""The states that lapse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which findings are wanted; what is empty or None asks for nothing.

    ``rules`` are codes (CLM003), names or families (CLM). ``article`` is an id, a key, a URL or a
    part of a title, ``article_id`` the id alone. ``text`` is looked for in the message, the marked
    text and its sentence, as words (``searching.parse``). ``assignee`` holds the claim.
    ``older_than`` and ``newer_than`` are ages since a scan first saw the finding. ``ids`` are
    findings by number.
    """

    statuses: tuple[Status, ...] = ()
    rules: tuple[str, ...] = ()
    severities: tuple[Severity, ...] = ()
    article: str | None = None
    article_id: int | None = None
    text: str | None = None
    assignee: str | None = None
    min_confidence: float = 0.0
    older_than: dt.timedelta | None = None
    newer_than: dt.timedelta | None = None
    ids: tuple[int, ...] = ()


EVERYTHING = Filter()


def status_now(now: dt.datetime) -> ColumnElement[str]:
    """Return the status as ``states.effective`` gives it, in SQL; no index serves it."""
    return case((_lapsed(now), col(FindingRow.resume)), else_=col(FindingRow.status))


def is_narrow(where: Filter, dialect: str) -> bool:
    """Tell whether a filter names so few findings that they are found first and sorted then.

    On a server a search counts as narrow: it would otherwise match row after row along the order.
    """
    searched = bool(where.text) and dialect != "sqlite"
    named = (where.article, where.article_id, where.assignee)
    return bool(any(one is not None for one in named) or where.ids or searched)


def by_status(where: Filter, now: dt.datetime) -> list[tuple[Status, ColumnElement[bool]]]:
    """Return conditions by stored status that together say which states are wanted.

    Each is an equality that an index on ``status`` serves; a lapsed claim or snooze counts as the
    state it goes back to.
    """
    wanted = where.statuses or tuple(Status)
    alternatives: list[tuple[Status, ColumnElement[bool]]] = []
    for status in Status:
        stored = col(FindingRow.status) == status.value
        if status not in HELD:
            if status in wanted:
                alternatives.append((status, stored))
        elif not where.statuses:
            alternatives.append((status, stored))
        else:
            over = col(FindingRow.until) <= now
            back = and_(over, col(FindingRow.resume).in_([one.value for one in wanted]))
            either = or_(~over, back) if status in wanted else back
            alternatives.append((status, and_(stored, either)))
    return alternatives


def by_rule(where: Filter) -> list[ColumnElement[bool]]:
    """Return one equality for each rule when a filter names a few by their codes, else nothing."""
    codes = sorted({rule.upper() for rule in where.rules})
    if 0 < len(codes) <= _FEW_RULES and all(_CODE.fullmatch(code) for code in codes):
        return [col(FindingRow.code) == code for code in codes]
    return []


def conditions(where: Filter, now: dt.datetime, dialect: str) -> list[ColumnElement[bool]]:
    """Return what a filter asks for besides status, as conditions on ``finding``.

    Raises UsageError for a search for nothing or for more than ten thousand ids.
    """
    wanted: list[ColumnElement[bool]] = []
    if where.ids:
        if len(where.ids) > _MOST_IDS:
            raise UsageError(f"{len(where.ids)} findings at once; name {_MOST_IDS} at most")
        wanted.append(col(FindingRow.id).in_(where.ids))
    if where.rules:
        wanted.append(or_(*(_is_rule(rule) for rule in where.rules)))
    if where.severities:
        wanted.append(col(FindingRow.severity).in_([one.value for one in where.severities]))
    if where.article is not None:
        ids = select(ArticleRow.id).where(article_matches(where.article))
        wanted.append(col(FindingRow.article_id).in_(ids))
    if where.article_id is not None:
        wanted.append(col(FindingRow.article_id) == where.article_id)
    if where.text is not None and where.text.strip():
        wanted.append(contains(where.text, dialect))
    if where.assignee is not None:
        wanted.append(col(FindingRow.assignee) == storable(where.assignee))
        wanted.append(~_lapsed(now))
    if where.min_confidence > 0:
        wanted.append(col(FindingRow.confidence) >= where.min_confidence)
    if where.older_than is not None:
        wanted.append(col(FindingRow.first_seen) <= now - where.older_than)
    if where.newer_than is not None:
        wanted.append(col(FindingRow.first_seen) > now - where.newer_than)
    return wanted


def article_matches(named: str) -> ColumnElement[bool]:
    """Return the condition on ``article`` for an id, a key, a URL or a part of a title."""
    stored = storable(named)
    ways = [col(ArticleRow.key) == stored, col(ArticleRow.url) == stored]
    if named.isascii() and named.isdigit() and len(named) < _ID_DIGITS:
        ways.append(col(ArticleRow.id) == int(named))
    elif named:
        ways.append(_contains(col(ArticleRow.title), named))
    return or_(*ways)


def _lapsed(now: dt.datetime) -> ColumnElement[bool]:
    held = col(FindingRow.status).in_([status.value for status in HELD])
    return and_(held, col(FindingRow.until) <= now)


def _is_rule(rule: str) -> ColumnElement[bool]:
    code = rule.upper()
    if _FAMILY.fullmatch(code):
        return and_(col(FindingRow.code) >= code, col(FindingRow.code) < code + ":")
    if _CODE.fullmatch(code):
        return col(FindingRow.code) == code
    return col(FindingRow.name) == storable(rule.lower())


def _contains(column: Mapped[str | None], text: str) -> ColumnElement[bool]:
    escaped = re.sub(r"[\\%_]", lambda found: _ESCAPE + found[0], str(storable(text)))
    return column.ilike(f"%{escaped}%", escape=_ESCAPE)
