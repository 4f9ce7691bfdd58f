"""A weekday and a date do not go together.

## What it does

Computes the weekday of every full date (day, month and year) that names one, in English, German
or French, and flags those that differ. Dates without a year are not judged, nor those before
1753, when countries kept different calendars.

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
from factcheck.rules.places import block_at, excerpt

_FIRST_YEAR = 1753
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAY_NUMBER)})"
_MONTH = rf"(?P<month>{ANY_MONTH})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)?"
_YEAR = r"(?P<year>\d{4})\b"
_DAY_FIRST = re.compile(
    rf"\b{_WEEKDAY},?\s(?:(?:the|dem|den|der|le)\s)?{_DAY}\s(?:of\s)?{_MONTH},?\s{_YEAR}",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(rf"\b{_WEEKDAY},?\s{_MONTH}\s{_DAY},?\s{_YEAR}", re.IGNORECASE)


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every date of the body with a wrong weekday."""
    text = analysis.article.text
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text):
            date = _date(match)
            said = WEEKDAY_NUMBER[match["weekday"].lower()]
            if date is None or date.weekday() == said:
                continue
            span = Span(match.start(), match.end())
            if block_at(analysis, span) is None:
                continue
            right = _same_language(match["weekday"], date.weekday())
            yield Hit(
                message=f"“{excerpt(match[0])}”: that day was a {right}.",
                span=span,
                fix="Correct the weekday or the date.",
            )


def _date(match: re.Match[str]) -> dt.date | None:
    year, month, day = int(match["year"]), MONTH_NUMBER[match["month"].lower()], int(match["day"])
    if year < _FIRST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _same_language(said: str, right: int) -> str:
    names = WEEKDAYS[WEEKDAY_NUMBER[said.lower()]]
    language = [name.lower() for name in names].index(said.lower())
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
        Good(
            "# The harbour\n\nThe gate stood open on Saturday, March 1, 2025, said Tom Brandt, the "
            "harbour master.\n"
        ),
    ),
)
