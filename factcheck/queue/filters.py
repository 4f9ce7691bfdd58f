"""Which findings are wanted, as data and as SQL conditions."""

import datetime as dt
import re
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, case, or_
from sqlalchemy.orm import Mapped
from sqlmodel import col, select

from factcheck.model.finding import Severity
from factcheck.queue.states import Status
from factcheck.queue.tables import ArticleRow, FindingRow, storable

_FAMILY = re.compile(r"[A-Z]{3}")
_ESCAPE = "\\"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which findings are wanted; what is empty or None asks for nothing.

    ``rules`` are codes (CLM003), names or families (CLM). ``article`` is an id, a key, a URL or a
    part of a title. ``text`` is looked for in the message, the marked text and its sentence,
    whatever the case. ``assignee`` holds the claim.
    """

    statuses: tuple[Status, ...] = ()
    rules: tuple[str, ...] = ()
    severities: tuple[Severity, ...] = ()
    article: str | None = None
    text: str | None = None
    assignee: str | None = None
    min_confidence: float = 0.0


EVERYTHING = Filter()


def status_now(now: dt.datetime) -> ColumnElement[str]:
    """Return the status as ``states.effective`` gives it, in SQL."""
    return case((_lapsed(now), col(FindingRow.resume)), else_=col(FindingRow.status))


def conditions(where: Filter, now: dt.datetime) -> list[ColumnElement[bool]]:
    """Return the conditions on ``finding`` that a filter stands for."""
    wanted: list[ColumnElement[bool]] = []
    if where.statuses:
        wanted.append(_has_status(tuple(status.value for status in where.statuses), now))
    if where.rules:
        wanted.append(or_(*(_is_rule(rule) for rule in where.rules)))
    if where.severities:
        wanted.append(col(FindingRow.severity).in_([one.value for one in where.severities]))
    if where.article is not None:
        ids = select(ArticleRow.id).where(article_matches(where.article))
        wanted.append(col(FindingRow.article_id).in_(ids))
    if where.text:
        columns = (FindingRow.message, FindingRow.exact, FindingRow.sentence)
        wanted.append(or_(*(_contains(col(column), where.text) for column in columns)))
    if where.assignee is not None:
        wanted.append(col(FindingRow.assignee) == where.assignee)
        wanted.append(~_lapsed(now))
    if where.min_confidence > 0:
        wanted.append(col(FindingRow.confidence) >= where.min_confidence)
    return wanted


def article_matches(named: str) -> ColumnElement[bool]:
    """Return the condition on ``article`` for an id, a key, a URL or a part of a title."""
    stored = storable(named)
    ways = [col(ArticleRow.key) == stored, col(ArticleRow.url) == stored]
    if named.isascii() and named.isdigit() and len(named) < 19:
        ways.append(col(ArticleRow.id) == int(named))
    elif named:
        ways.append(_contains(col(ArticleRow.title), named))
    return or_(*ways)


def _has_status(statuses: tuple[str, ...], now: dt.datetime) -> ColumnElement[bool]:
    # Written as a choice of indexed comparisons rather than over ``status_now``, which no index
    # could serve.
    return or_(
        and_(col(FindingRow.status).in_(statuses), ~_lapsed(now)),
        and_(_lapsed(now), col(FindingRow.resume).in_(statuses)),
    )


def _lapsed(now: dt.datetime) -> ColumnElement[bool]:
    held = col(FindingRow.status).in_([Status.CLAIMED.value, Status.SNOOZED.value])
    return and_(held, col(FindingRow.until) <= now)


def _is_rule(rule: str) -> ColumnElement[bool]:
    code = rule.upper()
    if _FAMILY.fullmatch(code):
        return col(FindingRow.code).startswith(code, autoescape=True)
    return or_(col(FindingRow.code) == code, col(FindingRow.name) == rule.lower())


def _contains(column: Mapped[str] | Mapped[str | None], text: str) -> ColumnElement[bool]:
    escaped = re.sub(r"[\\%_]", lambda found: _ESCAPE + found[0], str(storable(text)))
    return column.ilike(f"%{escaped}%", escape=_ESCAPE)
