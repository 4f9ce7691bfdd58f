"""A weekday and a date do not go together.

## What it does

Computes the weekday of every date that names one, in English, German or French, and flags those
that differ. The year may be left out on a page that shows its own date: it is then that of the
day nearest to the page's. Dates before 1753, when countries kept different calendars, are not
judged.

## Why it matters

One of the two is wrong, and readers who want to be there, or who check, cannot know which.

## Example

1 March 2025 was a Saturday, so a Friday is flagged.

## Options

None.

## References

- The proleptic Gregorian calendar as in ISO 8601; Python's ``datetime.date.weekday``.
"""

import datetime as dt
import re
from collections.abc import Iterator

from factcheck.model.analysis import Analysis
from factcheck.model.article import Span
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, NoOptions, Rule
from factcheck.rules.calendar_words import ANY_MONTH, MONTH_NUMBER, WEEKDAY_NUMBER, WEEKDAYS
from factcheck.rules.places import block_at, excerpt, sentence_at

_FIRST_YEAR = 1753
_NEAR = 200  # days from the page's own date in which a date without a year is looked for
_NAMES = "|".join(sorted(WEEKDAY_NUMBER, key=len, reverse=True))
# Only a short form has a full stop of its own.
_WEEKDAY = rf"(?P<weekday>{_NAMES})\b(?:(?<!day)(?<!tag)(?<!och)(?<!di)(?<!che)\.)?"
_MONTH = rf"(?P<month>{ANY_MONTH})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)?"
_YEAR = r"(?:,?\s(?P<year>\d{4})\b(?!\s?[%€$£]))?"
_NUMERIC = r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})\b"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_WEEKDAY},?\s(?:(?:the|dem|den|der|le)\s)?{_DAY}\s(?:of\s)?{_MONTH}{_YEAR}",
        rf"\b{_WEEKDAY},?\s{_MONTH}\s{_DAY}(?![\d:]){_YEAR}",
        rf"\b{_DAY}\s(?:of\s)?{_MONTH}{_YEAR}(?:,?\s(?:a|an|ein|un)\s|\s?\((?:a\s)?){_WEEKDAY}",
        rf"\b{_MONTH}\s{_DAY}(?![\d:]){_YEAR}(?:,\s(?:a|which was a)\s|\s?\((?:a\s)?){_WEEKDAY}",
        rf"\b{_WEEKDAY},?\s(?:(?:dem|den|le)\s)?{_NUMERIC}",
    )
)
_ANOTHER_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every date of the body with a wrong weekday."""
    text = analysis.article.text
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            span = Span(match.start(), match.end())
            block = block_at(analysis, span)
            if block is None:
                continue
            sentence = sentence_at(analysis, span.start)
            whole = block.span if sentence is None else sentence.span
            around = text[whole.start : span.start] + text[span.end : whole.end]
            date = _date(match, analysis.article.published, around)
            said = WEEKDAY_NUMBER[match["weekday"].lower()]
            if date is None or date.weekday() == said:
                continue
            right = _same_language(match["weekday"], date.weekday())
            year = "" if match["year"] else f" ({date.year})"
            yield Hit(
                message=f"“{excerpt(match[0])}”{year}: that day was a {right}.",
                span=span,
                fix="Correct the weekday or the date.",
                confidence=1.0 if match["year"] else 0.85,
            )


def _date(match: re.Match[str], published: dt.date | None, around: str) -> dt.date | None:
    """Return the date meant, None where there is no such day or its year cannot be told.

    Another year in the sentence may be that of the date as well as the page's own.
    """
    month, day = _month(match["month"]), int(match["day"])
    if match["year"]:
        return _day(int(match["year"]), month, day)
    if published is None or _ANOTHER_YEAR.search(around):
        return None
    years = range(published.year - 1, published.year + 2)
    days = [each for year in years if (each := _day(year, month, day))]
    nearest = min(days, key=lambda each: abs(each - published), default=None)
    if nearest is None or abs(nearest - published).days > _NEAR:
        return None
    return nearest


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
