"""Dates that a page states about itself. No date is better than a wrong one."""

import datetime as dt
import re
from collections.abc import Iterator

from citations.dates import find_dates

_ISO = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:T.*)?\s*$")
LONGEST_DATELINE = 40
LONGEST_LEAD = 14
"""Characters before the date of such a line: "Published on"."""
_FIRST_YEAR = 1990
"""No page on the web states an earlier date of its own publication; archives rarely do."""


def parse_date(text: str | None) -> dt.date | None:
    """Return the day of an ISO 8601 date or time, else None.

    The day is the one printed: a time zone does not move it.
    """
    match = _ISO.match(text or "") or _COMPACT.match(text or "")
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups())
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return None
    return found if year >= _FIRST_YEAR else None


def printed_day(text: str) -> dt.date | None:
    """Return the first day that a text prints in words or as ISO 8601: "March 5, 2024"."""
    return next((day for _, day in printed_days(text)), None)


def dateline(text: str) -> dt.date | None:
    """Return the day of a line that prints nothing else: "Published on 5 March 2024, 10:43"."""
    if len(text) > LONGEST_DATELINE:
        return None
    start, day = next(printed_days(text), (0, None))
    return day if start <= LONGEST_LEAD else None


def printed_days(text: str) -> Iterator[tuple[int, dt.date]]:
    """Yield the days that a text prints, each with where it begins; no doubtful "03/04/2019"."""
    for found in find_dates(text):
        date = found.date
        numbers = [int(number) for number in re.findall(r"\d+", text[found.start : found.end])]
        doubtful = len(numbers) == 3 and numbers[0] <= 12 and numbers[1] <= 12
        if date.year and date.month and date.day and not doubtful:
            try:
                yield found.start, dt.date(date.year, date.month, date.day)
            except ValueError:
                continue
