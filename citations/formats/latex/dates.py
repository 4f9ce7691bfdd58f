"""Dates as BibTeX (year, month, day) and BibLaTeX (ISO 8601) write them."""

import re

from citations.dates import MONTHS as NAMES
from citations.item import Date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NO_DATE = "n.d."
_ISO = re.compile(
    r"(-?\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T[\d:.Z+\-]{2,25})?([~?%])?"
    r"(?:/(-?\d{4})?([\d\-~?%]*))?\Z"
)
_MONTH = re.compile(
    r"(?:(?P<before>\d{1,2})(?:st|nd|rd|th)?[\s~.]+)?(?P<name>[^\W\d_]+)\.?"
    r"(?:[\s~]+(?P<after>\d{1,2})(?:st|nd|rd|th)?)?\Z"
)
_YEAR = re.compile(r"(c(?:a|irca)?\.?\s|\[?ca?\.\s)?(\d{1,4})(?:–(\d{1,4}))?\Z")


def iso(date: Date) -> str | None:
    """Write ``date`` in the ISO 8601-2 form BibLaTeX takes, or ``None`` without a year."""
    if date.year is None:
        return None
    text = f"{date.year:04}"
    if date.month is not None:
        text += f"-{date.month:02}"
        if date.day is not None:
            text += f"-{date.day:02}"
    if date.circa:
        text += "~"
    if date.end_year is not None:
        text += f"/{date.end_year:04}"
    return text


def read_iso(text: str) -> Date | None:
    """Read what ``iso`` writes, and its relatives; ``None`` for anything else."""
    match = _ISO.match(text.strip())
    if match is None:
        return None
    year, month, day, doubt, end, end_day = match.groups()
    return Date(
        year=int(year),
        month=int(month) if month else None,
        day=int(day) if day else None,
        circa=doubt is not None,
        end_year=int(end) if end and not (month or end_day) else None,
        # A range of days has no other place.
        literal=text.strip() if end and (month or end_day) else None,
    )


def year_text(date: Date) -> str | None:
    """Write the year for BibTeX: "2004", "ca. 1850", "1998–2001"; ``None`` without one."""
    if date.year is None:
        return None
    text = f"ca. {date.year}" if date.circa else str(date.year)
    return f"{text}–{date.end_year}" if date.end_year is not None else text


def read_year(text: str) -> tuple[int, bool, int | None] | None:
    """Read a year as (year, circa, end year), or ``None``."""
    match = _YEAR.match(text.strip())
    if match is None:
        return None
    return int(match[2]), match[1] is not None, int(match[3]) if match[3] else None


def read_month(text: str) -> tuple[int, int | None] | None:
    """Read a month and perhaps its day: "3", "März", "20~mar", "Aug. 22"; ``None`` for more."""
    text = text.strip().lower()
    if text.isdecimal() and text.isascii():
        return (int(text), None) if 1 <= int(text) <= 12 else None
    match = _MONTH.match(text)
    if match is None or match["name"] not in NAMES:
        return None
    day = int(match["before"] or match["after"] or 0)
    return (NAMES[match["name"]], day or None) if day <= 31 else None
