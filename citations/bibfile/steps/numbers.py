"""Steps about pages, months and dates."""

import re
from dataclasses import replace

from citations.bibfile.entry import Entry, Field, with_text
from citations.dates import MONTHS, find_dates
from citations.formats.latex.dates import MONTHS as MACROS
from citations.formats.latex.dates import iso
from citations.formats.latex.decode import decode
from citations.pages import page_bounds, parse_pages

_PLAIN = re.compile(r"[\w\s.,;:()\[\]‐-―−-]*\Z")
_ISO = re.compile(r"-?\d{4}[\d\-/~?%.XT:+Z]*\Z")
_NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}\Z")
_DATES = frozenset(["date", "urldate", "eventdate", "origdate"])


def settle_pages(entry: Entry) -> Entry:
    """Write page ranges with "--", the last page in full; article numbers stay."""
    return entry.map(_pages)


def _pages(field: Field) -> Field:
    text = field.text() if field.name == "pages" else None
    if text is None or not _PLAIN.match(text):
        return field
    found = parse_pages(text)
    if found is None:
        return field
    ranges = found.split(", ")
    return with_text(field, ", ".join(_range(one) for one in ranges))


def _range(text: str) -> str:
    first, hyphen, last = text.partition("-")
    if hyphen and last and "-" not in last and page_bounds(text) is not None:
        return f"{first}--{last}"
    return text.replace("-", "--") if re.fullmatch(r"\w*\d\w*-\w*\d\w*", text) else text


def settle_month(entry: Entry) -> Entry:
    """Write a month, in any of seven languages or as a number, as its string: ``jan``."""
    return entry.map(_month)


def _month(field: Field) -> Field:
    text = field.text() if field.name == "month" else None
    if text is None:
        return field
    word = decode(text).rstrip(".").lower()
    number = int(word) if re.fullmatch(r"0?[1-9]|1[0-2]", word) else MONTHS.get(word)
    return field if number is None else replace(field, value=MACROS[number - 1])


def settle_dates(entry: Entry) -> Entry:
    """Write dates that are sure as ISO 8601; remark on a date that gainsays the year."""
    changed = entry.map(_date)
    date, year = changed.get("date"), changed.get("year")
    if date and year and year.isdecimal() and _ISO.match(date) and not date.startswith(year):
        changed = changed.remark(f"date says {date} and year says {year}")
    return changed


def _date(field: Field) -> Field:
    text = field.text() if field.name in _DATES else None
    if text is None or _ISO.match(text):
        return field
    numeric = _NUMERIC.match(text)
    if numeric and int(numeric[1]) <= 12 and int(numeric[2]) <= 12:
        return field  # day or month first: nobody can tell
    shown = decode(text)
    found = next(find_dates(shown), None)
    if found is None or (found.start, found.end) != (0, len(shown)):
        return field
    whole = found.date.day is not None and found.date.literal is None and not found.date.end_year
    written = iso(found.date) if whole else None
    return field if written is None else with_text(field, written)
