"""A weekday and a date do not go together.

## What it does

Computes the weekday of every date that names one, in English, German or French, and flags those
that differ: before or after the date ("4 May 2026, which fell on a Tuesday"), of both ends of a
span ("from Monday 4 to Friday 9 May 2026"), of feasts with a fixed day, and days that a month does
not have. Dates in digits are read in either order. The year may be left out on a page that shows
its own date: it is then that of the day nearest to the page's. Dates before 1753, when countries
kept different calendars, are not judged.

## Why it matters

One of the two is wrong, and readers who want to be there, or who check, cannot know which.

## Example

1 March 2025 was a Saturday, so a Friday is flagged.

## Options

None.

## References

- The proleptic Gregorian calendar as in ISO 8601; Python's ``datetime.date.weekday``.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from factcheck.model.analysis import Analysis
from factcheck.model.article import Span
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, NoOptions, Rule
from factcheck.rules.calendar_words import (
    ANY_MONTH,
    FIXED_FEASTS,
    MONTH_NUMBER,
    WEEKDAY_NUMBER,
    WEEKDAYS,
)
from factcheck.rules.places import block_at, excerpt, sentence_at

_FIRST_YEAR = 1753
_NEAR = 200  # days from the page's own date in which a date without a year is looked for
_NAMES = "|".join(sorted(WEEKDAY_NUMBER, key=len, reverse=True))
# Only a short form has a full stop of its own.
_WEEKDAY = rf"(?P<weekday>{_NAMES})\b(?:(?<!day)(?<!tag)(?<!och)(?<!di)(?<!che)\.)?"
_PART = r"(?:\s(?:morning|afternoon|evening|night|lunchtime|teatime|dawn|noon|midnight))?"
_MONTH = rf"(?P<month>{ANY_MONTH})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)?"
_YEAR = r"(?:,?\s(?:of\s|in\s)?(?P<year>\d{4})\b(?!\s?[%€$£]))?"
_NUMERIC = r"(?P<day>\d{1,2})(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})\b"
_ISO = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b"
_FEAST = rf"(?P<feast>{'|'.join(FIXED_FEASTS)})"
_IS = (
    r"(?:,\s|\s\(|\s[–—-]\s|,?\s(?:which\s|that\s|it\s)?(?:fell|falls|fall|was|is|landed|came|will\sbe|"
    r"will\sfall|would\sbe|would\sfall|had\sbeen|happened\sto\sbe|happens\sto\sbe)\s)"
    r"(?:on\s)?(?:a|an|ein|un)?\s?"
)
_LEAD = r"(?:the|dem|den|der|le)\s"
_TO = r"(?:\sto\s|\sand\s|\suntil\s|\still\s|\sthrough\s|\sor\s|\s?[–-]\s?)"
_OTHER = rf"(?:{_NAMES})\b"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_WEEKDAY}{_PART}[,:]?\s\(?(?:{_LEAD})?{_DAY}\s(?:day\s)?(?:of\s)?{_MONTH}{_YEAR}",
        rf"\b{_WEEKDAY}{_PART}[,:]?\s\(?{_MONTH}\s(?:the\s)?{_DAY}(?![\d:]){_YEAR}",
        rf"\b{_DAY}\s(?:of\s)?{_MONTH}{_YEAR}{_IS}{_WEEKDAY}",
        rf"\b{_DAY}\s(?:of\s)?{_MONTH}{_YEAR}(?:,?\s(?:a|an|ein|un)\s|\s?\((?:a\s)?){_WEEKDAY}",
        rf"\b{_MONTH}\s{_DAY}(?![\d:]){_YEAR}{_IS}{_WEEKDAY}",
        rf"\b{_MONTH}\s{_DAY}(?![\d:]){_YEAR}(?:,\s(?:a|which was a)\s|\s?\((?:a\s)?){_WEEKDAY}",
        rf"\b{_WEEKDAY}{_PART},?\s\(?(?:{_LEAD})?(?:{_ISO})",
        rf"\b{_WEEKDAY}{_PART},?\s\(?(?:{_LEAD})?{_NUMERIC}",
        # Two days with one month: the first is judged here, the second above.
        rf"\b{_WEEKDAY},?\s{_DAY}{_TO}{_OTHER},?\s\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}{_YEAR}",
        rf"\b{_WEEKDAY},?\s{_MONTH}\s{_DAY}{_TO}{_OTHER},?\s\d{{1,2}}(?![\d:]){_YEAR}",
        rf"\b{_WEEKDAY}{_TO}{_OTHER},?\s{_DAY}{_TO}\d{{1,2}}\s{_MONTH}{_YEAR}",
        rf"\b{_FEAST}{_YEAR}{_IS}{_WEEKDAY}",
        rf"\b{_FEAST}\s(?:fell|falls|was|is|landed|will\sfall)\son\sa\s{_WEEKDAY}{_YEAR}",
        rf"\b{_WEEKDAY},\s{_FEAST}{_YEAR}",
    )
)
_IN_YEAR = re.compile(r"(?:In|During) (?P<year>\d{4}),? (?!.*\d{4})", re.DOTALL)
_ANOTHER_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every date of the body with a wrong weekday."""
    text = analysis.article.text
    seen: set[Span] = set()
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            span = Span(match.start(), match.end())
            block = block_at(analysis, span)
            if block is None:
                continue
            sentence = sentence_at(analysis, span.start)
            whole = block.span if sentence is None else sentence.span
            around = text[whole.start : span.start] + text[span.end : whole.end]
            said = WEEKDAY_NUMBER[match["weekday"].lower()]
            dates = _dates(match, analysis.article.published, around)
            if span not in seen and _never(match):
                seen.add(span)
                yield Hit(
                    message=f"“{excerpt(match[0])}”: that month has no such day.",
                    span=span,
                    fix="Correct the date.",
                    confidence=0.9,
                )
            if span in seen or not dates or any(date.weekday() == said for date in dates):
                continue
            seen.add(span)
            date = dates[0]
            right = _same_language(match["weekday"], date.weekday())
            year = "" if match["year"] else f" ({date.year})"
            yield Hit(
                message=f"“{excerpt(match[0])}”{year}: that day was a {right}.",
                span=span,
                fix="Correct the weekday or the date.",
                confidence=1.0 if match["year"] else 0.85,
            )


def _dates(match: re.Match[str], published: dt.date | None, around: str) -> tuple[dt.date, ...]:
    """Return the dates that can be meant: none where there is no such day or no telling the year.

    "9/8/2022" is in August or in September. Another year in the sentence may be that of the date as
    well as the page's own.
    """
    groups = match.groupdict()
    if groups.get("feast"):
        month, day = FIXED_FEASTS[groups["feast"].casefold().replace("’", "'")]
    else:
        month, day = _month(match["month"]), int(match["day"])
    if match["year"]:
        year = int(match["year"])
        either = groups.get("mark") == "/"
        orders = ((month, day), (day, month)) if either else ((month, day),)
        return tuple(each for order in orders if (each := _day(year, *order)))
    framed = _IN_YEAR.match(around)
    if framed is not None:
        date = _day(int(framed["year"]), month, day)
        return () if date is None else (date,)
    if published is None or _ANOTHER_YEAR.search(around):
        return ()
    years = range(published.year - 1, published.year + 2)
    days = [each for year in years if (each := _day(year, month, day))]
    nearest = min(days, key=lambda each: abs(each - published), default=None)
    if nearest is None or abs(nearest - published).days > _NEAR:
        return ()
    return (nearest,)


def _never(match: re.Match[str]) -> bool:
    """Tell whether a month written in words has not so many days: "Monday 31 June"."""
    groups = match.groupdict()
    if groups.get("feast") or match["month"].isdigit():
        return False
    month, year = _month(match["month"]), int(match["year"] or 0)
    leap = not year or calendar.isleap(year)
    return int(match["day"]) > (29 if month == 2 and leap else calendar.monthrange(2001, month)[1])


def _month(printed: str) -> int:
    return int(printed) if printed.isdigit() else MONTH_NUMBER[printed.lower()]


def _day(year: int, month: int, day: int) -> dt.date | None:
    if year < _FIRST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _same_language(said: str, right: int) -> str:
    names = [name.lower() for name in WEEKDAYS[WEEKDAY_NUMBER[said.lower()]]]
    language = names.index(said.lower()) if said.lower() in names else 0
    return WEEKDAYS[right][language]


RULE = Rule(
    code="FIG001",
    name="weekday-does-not-match-date",
    severity=Severity.ERROR,
    options=NoOptions,
    find=find,
    examples=(
        Bad(
            "# The harbour\n\nThe gate stood open on Friday 1 March 2025, said Tom Brandt, the "
            "harbour master.\n",
            marks=("Friday 1 March 2025",),
        ),
        Bad(
            "---\ndate: 2025-03-03\n---\n\n# The harbour\n\nThe gate stood open on Friday, "
            "March 1, said Tom Brandt, the harbour master.\n",
            marks=("Friday, March 1",),
        ),
        Good(
            "# The harbour\n\nThe gate stood open on Saturday, March 1, 2025, said Tom Brandt, the "
            "harbour master.\n"
        ),
    ),
)
