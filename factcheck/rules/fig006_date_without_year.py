"""A day and a month, and neither the sentence nor the page says of which year.

## What it does

In an article that shows no date of its own, flags a day with its month for which the sentence
names no year. In a dated article the year follows from the date.

## Why it matters

Once the page is a year old nobody can tell when the thing happened.

## Example

"On 3 May" in an undated article is flagged; "on 3 May and 9 June 2024" is not.

## Options

None.

## References

- Associated Press Stylebook, months and dates: the year is given when it is not the current one,
  which only a dated page can tell.
"""

import re
from collections.abc import Iterator

from factcheck.model.analysis import Analysis
from factcheck.model.article import Span
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, NoOptions, Rule
from factcheck.rules.calendar_words import ANY_MONTH, DAY_NUMBER
from factcheck.rules.places import body_sentences, excerpt

_DATE = re.compile(
    rf"\b(?:{DAY_NUMBER}\s(?:of\s)?(?:{ANY_MONTH})\b|(?:{ANY_MONTH})\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?![\d.,]*\d))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_MAY = re.compile(r"\bmay\b|\bmar\b|\bmars\b|\bsep\b")  # in lower case a verb, a planet, a reed


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for the first such date of each paragraph, with the others as related."""
    article = analysis.article
    if article.published is not None or article.modified is not None:
        return
    found: dict[int, list[Span]] = {}
    for sentence in body_sentences(analysis):
        text = article.quote(sentence.span)
        if _YEAR.search(text):
            continue
        for match in _DATE.finditer(text):
            if article.language in {None, "en"} and _MAY.search(match[0]):
                continue
            place = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            found.setdefault(sentence.block, []).append(place)
    for first, *others in found.values():
        yield Hit(
            message=f"Neither the text nor the page says of which year “"
            f"{excerpt(article.quote(first))}” is.",
            span=first,
            related=tuple(others),
            fix="Add the year, or date the article.",
            confidence=0.8,
        )


RULE = Rule(
    code="FIG006",
    name="date-without-year",
    severity=Severity.INFO,
    options=NoOptions,
    find=find,
    examples=(
        Bad(
            "# The harbour\n\nThe gate stood open on 3 May, said Tom Brandt, the harbour master.\n",
            marks=("3 May",),
        ),
        Good(
            "# The harbour\n\nThe gate stood open on 3 May and 9 June 2024, said Tom Brandt, the "
            "harbour master. It may 3 times have been forced.\n"
        ),
        Good(
            "---\ndate: 2024-06-11\n---\n\n# The harbour\n\nThe gate stood open on 3 May, said Tom "
            "Brandt, the harbour master.\n"
        ),
    ),
)
