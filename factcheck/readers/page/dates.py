"""Dates that a page states about itself. No date is better than a wrong one."""

import datetime as dt
import re

_ISO = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:T.*)?\s*$")
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
