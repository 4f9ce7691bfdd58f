"""Steps about pages, months and dates."""

import re

from citations.bibfile.entry import Entry, text_of
from citations.dates import MONTHS, find_dates
from citations.formats.latex.dates import MONTHS as MACROS
from citations.formats.latex.dates import iso
from citations.formats.latex.decode import decode
from citations.pages import page_bounds, parse_pages

_PLAIN = re.compile(r"[\w\s.,;:()\[\]‐-―−-]*\Z")
_SIMPLE = re.compile(r"(\d{1,9})--?(\d{1,9})\Z")
# "7:1-7:20" as LIPIcs numbers its pages, "A-12-A-20" is left alone.
_MARKED_RANGE = re.compile(r"[\w:.]*\d\w*-[\w:.]*\d\w*\Z")
_ISO = re.compile(r"-?\d{4}[\d\-/~?%.XT:+Z]*\Z")
_NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}\Z")


def settle_pages(text: str) -> str:
    """Write page ranges with "--", the last page in full; article numbers stay."""
    simple = _SIMPLE.match(text)
    if simple and len(simple[1]) <= len(simple[2]):
        return f"{simple[1]}--{simple[2]}"
    if not _PLAIN.match(text):
        return text
    found = parse_pages(text)
    if found is None:
        return text
    return ", ".join([_range(one) for one in found.split(", ")])


def _range(text: str) -> str:
    first, hyphen, last = text.partition("-")
    if hyphen and last and "-" not in last and page_bounds(text) is not None:
        return f"{first}--{last}"
    return text.replace("-", "--") if _MARKED_RANGE.match(text) else text


def settle_month(value: str) -> str:
    """Write a month, in any of seven languages or as a number, as its string: ``jan``."""
    text = text_of(value)
    if text is None:
        return value
    # JabRef writes the name of a string between "#".
    word = decode(text).strip("#").rstrip(".").lower()
    number = int(word) if re.fullmatch(r"0?[1-9]|1[0-2]", word) else MONTHS.get(word)
    return value if number is None else MACROS[number - 1]


def compare_years(entry: Entry) -> Entry:
    """Remark on a date that gainsays the year."""
    date = entry.get("date")
    year = entry.get("year") if date else None
    if date and year and year.isdecimal() and _ISO.match(date) and not date.startswith(year):
        return entry.remark(f"date says {date} and year says {year}")
    return entry


def settle_dates(text: str) -> str:
    """Write dates that are sure as ISO 8601."""
    if _ISO.match(text):
        return text
    numeric = _NUMERIC.match(text)
    if numeric and int(numeric[1]) <= 12 and int(numeric[2]) <= 12:
        return text  # day or month first: nobody can tell
    shown = decode(text)
    found = next(find_dates(shown), None)
    if found is None or (found.start, found.end) != (0, len(shown)):
        return text
    whole = found.date.day is not None and found.date.literal is None and not found.date.end_year
    written = iso(found.date) if whole else None
    return text if written is None else written
