"""Which findings are wanted, as data and as SQL conditions."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal, or_
from sqlalchemy.orm import Mapped
from sqlmodel import col, select

from factcheck.errors import UsageError
from factcheck.model.finding import Severity
from factcheck.queue import searching
from factcheck.queue.states import LAPSING, Status
from factcheck.queue.tables import ArticleRow, FindingRow, storable

_FAMILY = re.compile(r"[A-Z]{3}")
_CODE = re.compile(r"[A-Z]{3}[0-9]{3}")
_ESCAPE = "\\"
_FEW_RULES = 4
_ID_DIGITS = 10  # PostgreSQL's integer ends at 2,147,483,647
_MOST_IDS = 10_000

_ID: Any = col(FindingRow.id)


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


def by_status(
    where: Filter, now: dt.datetime
) -> list[tuple[ColumnElement[str], ColumnElement[bool]]]:
    """Return conditions that together say which states are wanted, each with the state it means.

    Each is an equality on the stored state that an index serves, and one more is for what has
    lapsed, whatever is stored, and is in the state it goes back to.
    """
    wanted = where.statuses or tuple(Status)
    found: list[tuple[ColumnElement[str], ColumnElement[bool]]] = []
    for status in Status:
        if status in wanted:
            holds = col(FindingRow.status) == status.value
            if status in LAPSING:
                holds &= or_(col(FindingRow.until).is_(None), col(FindingRow.until) > now)
            found.append((literal(status.value), holds))
    # Found by the index on ``until``, whatever the order: few findings have an end.
    ended = select(_ID).where(col(FindingRow.until) <= now)
    resumed: Any = col(FindingRow.resume)
    back = resumed.in_([status.value for status in wanted])
    found.append((resumed, _ID.in_(ended) & _lapsed(now) & back))
    return found


def by_rule(where: Filter) -> list[ColumnElement[bool]]:
    """Return one equality for each rule when a filter names a few by their codes, else nothing."""
    codes = sorted({rule.upper() for rule in where.rules})
    if 0 < len(codes) <= _FEW_RULES and all(_CODE.fullmatch(code) for code in codes):
        return [col(FindingRow.code) == code for code in codes]
    return []


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A part of a filter that an index can find, perhaps naming few findings.

    ``by_index`` and ``by_row`` are the same condition: to find the findings by, and to test one
    that was found otherwise. ``each`` selects a row for each of them, ``guess`` the plan of a
    server that guesses how many they are.
    """

    by_index: ColumnElement[bool]
    by_row: ColumnElement[bool]
    each: Any
    guess: Any = None


def namings(where: Filter, now: dt.datetime, dialect: str) -> list[Naming]:
    """Return the parts of a filter that name findings, those likely to name the fewest first.

    Raises UsageError for a search for nothing or for more than ten thousand ids.
    """
    found: list[Naming] = []
    if where.ids:
        if len(where.ids) > _MOST_IDS:
            raise UsageError(f"{len(where.ids)} findings at once; name {_MOST_IDS} at most")
        found.append(_naming(_ID, lambda id_: id_.in_(where.ids)))
    if where.assignee is not None:
        held_by = storable(where.assignee)
        found.append(
            _naming(col(FindingRow.assignee), lambda name: (name == held_by) & ~_lapsed(now))
        )
    if where.article_id is not None:
        found.append(_naming(col(FindingRow.article_id), lambda id_: id_ == where.article_id))
    if where.article is not None:
        articles = select(ArticleRow.id).where(article_matches(where.article))
        found.append(_naming(col(FindingRow.article_id), lambda id_: id_.in_(articles)))
    if where.text is not None and where.text.strip():
        terms = searching.parse(where.text)
        found.append(
            Naming(
                by_index=searching.in_index(terms, dialect),
                by_row=searching.in_row(terms, dialect),
                each=searching.matching(terms, dialect),
                guess=searching.guessing(terms, dialect),
            )
        )
    return found


def _naming(column: Any, holds: Callable[[Any], ColumnElement[bool]]) -> Naming:
    condition = holds(column)
    # Within an expression a column has no index, so that a list's order stays the way to go.
    return Naming(
        by_index=condition,
        by_row=holds(func.coalesce(column, None)),
        each=select(_ID).where(condition),
    )


def covered(where: Filter, now: dt.datetime) -> list[ColumnElement[bool]]:
    """Return what a filter asks of the columns that the lists' indexes hold, besides status."""
    wanted: list[ColumnElement[bool]] = []
    if where.rules:
        wanted.append(or_(*(_is_rule(rule) for rule in where.rules)))
    if where.severities:
        wanted.append(col(FindingRow.severity).in_([one.value for one in where.severities]))
    if where.min_confidence > 0:
        wanted.append(col(FindingRow.confidence) >= where.min_confidence)
    if where.older_than is not None:
        wanted.append(col(FindingRow.first_seen) <= now - where.older_than)
    if where.newer_than is not None:
        wanted.append(col(FindingRow.first_seen) > now - where.newer_than)
    return wanted


def conditions(where: Filter, now: dt.datetime, dialect: str) -> list[ColumnElement[bool]]:
    """Return all that a filter asks for, as conditions on ``finding``. Raises UsageError."""
    wanted = [one.by_index for one in namings(where, now, dialect)] + covered(where, now)
    if where.statuses:
        wanted.append(status_now(now).in_([status.value for status in where.statuses]))
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
    lapses = col(FindingRow.status).in_([status.value for status in LAPSING])
    return and_(lapses, col(FindingRow.until) <= now)


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
