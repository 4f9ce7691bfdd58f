"""Dates that exist: a day without its month, a 13th month or 31 February are kept as text."""

import calendar
from dataclasses import replace

from citations.item import Date, Item

_NO_DATE = frozenset(
    ["n.d.", "n. d.", "nd", "no date", "o. j.", "o.j.", "s. d.", "s.d.", "s. f.", "б. г."]
)
_LAST_YEAR = 9999


def check_date(date: Date | None) -> Date | None:
    """Return ``date`` without impossible parts, which are put in its ``literal``."""
    if date is None or date == Date():
        return None
    year, month, day = date.year, date.month, date.day
    if year is not None and not 1 <= year <= _LAST_YEAR:
        year = None
    if year is None or (month is not None and not 1 <= month <= 12):
        month = None
    if (
        month is None
        or year is None
        or day is None
        or not 1 <= day <= calendar.monthrange(year, month)[1]
    ):
        day = None
    end = date.end_year
    if end is not None and (year is None or not year < end <= _LAST_YEAR or month is not None):
        end = None
    literal = date.literal
    if (year, month, day, end) != (date.year, date.month, date.day, date.end_year) and not literal:
        parts = (date.year, date.month, date.day)
        literal = "-".join(str(part) for part in parts if part is not None)
        literal = f"{literal}/{date.end_year}" if date.end_year is not None else literal
    if literal and literal.lower() in _NO_DATE:
        literal = None
    checked = Date(
        year=year, month=month, day=day, circa=date.circa and year is not None, literal=literal,
        end_year=end,
    )  # fmt: skip
    return None if checked == Date() else checked


def check_dates(item: Item) -> Item:
    """Check both dates of ``item``; "n.d." says no more than no date."""
    issued, accessed = check_date(item.issued), check_date(item.accessed)
    if issued == item.issued and accessed == item.accessed:
        return item
    return replace(item, issued=issued, accessed=accessed)
