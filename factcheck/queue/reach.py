"""How the findings that a filter wants are reached: named ones first, or along the list's order.

Findings that an index names are found first and sorted then, which reads each of them. Along an
order that an index gives, findings are read one after another and tested until a page is full.
Which reads less depends on how many are named, so the index is asked, as far as the number at
which both read the same: one word may be in a handful of findings, another in half a million.
"""

import datetime as dt
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, func, literal, select
from sqlmodel import Session

from factcheck.queue.filters import Filter, Naming, covered, namings, status_now

_FAR = 5
"""How many times too many or too few a guess has to be to be believed: it may be off by so much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The conditions that a filter comes to.

    ``named`` finds few findings, by an index: None where the order has to be followed. ``wanted``
    is asked besides of columns that the order's index holds, ``tested`` of each row's own.
    """

    named: ColumnElement[bool] | None = None
    wanted: list[ColumnElement[bool]]
    tested: list[ColumnElement[bool]] = field(default_factory=list)


def reach(session: Session, where: Filter, now: dt.datetime, *, most: int | None) -> Reach:
    """Return how to reach what a filter wants; named are at most ``most``, any number for None.

    What is named includes the wanted states; along an order they are the caller's to ask for
    (``filters.by_status``). Raises UsageError.
    """
    dialect = session.get_bind().dialect.name
    parts, wanted = namings(where, now, dialect), covered(where, now)
    found = next((one for one in parts if most is None or _few(session, one, most)), None)
    tested = [one.by_row for one in parts if one is not found]
    if found is None:
        return Reach(wanted=wanted, tested=tested)
    if where.statuses:
        tested.append(status_now(now).in_([status.value for status in where.statuses]))
    return Reach(named=found.by_index, wanted=wanted, tested=tested)


def _few(session: Session, part: Naming, most: int) -> bool:
    if part.guess is not None:
        (plan,) = session.execute(part.guess).scalar_one()
        guessed = plan["Plan"]["Plan Rows"]
        if not most / _FAR < guessed <= most * _FAR:
            return bool(guessed <= most)
    # Broken off one beyond: what half of the findings hold is told as soon as that many are met.
    some = select(literal(1)).select_from(part.each.subquery()).limit(most + 1).subquery()
    number: int = session.execute(select(func.count()).select_from(some)).scalar_one()
    return number <= most
