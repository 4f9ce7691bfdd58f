"""A day and a month, and neither the sentence nor the page says of which year.

## What it does

In an article that shows no date of its own, flags a day with its month for which neither its
sentence nor those before it in the paragraph name a year. In a dated article the year follows from
the date. Days that come every year ("every year on 1 May") and names ("the September 11 attacks",
"Rue du 4 Septembre") are left alone.

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

_ONES = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_ORDINAL = (
    rf"(?:{_ONES}|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|"
    rf"twentieth|twenty-(?:{_ONES})|thirtieth|thirty-first)"
)
_DATE = re.compile(
    rf"\b(?:(?:{DAY_NUMBER}|{_ORDINAL})\s(?:(?:day\s)?of\s)?(?:{ANY_MONTH})\b"
    rf"|(?:{ANY_MONTH})\.?\s(?:the\s)?(?:{_ORDINAL}\b|\d{{1,2}}(?:st|nd|rd|th)?(?![\d.,]*\d)))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b|['’]\d\ds?\b")
_THAT_WAS = re.compile(r"\s?(?:That|This|It|All this) was (?:\w+ )?in (?:1[5-9]|20)\d\d\b")
_YEARLY = re.compile(
    r"\b(?:(?:every|each|any|per|a) year|every \w+ years?|annual(?:ly)?|yearly|"
    r"year after year|"
    r"traditionally|always|usually|normally|(?:each|every) (?:\w+ on|\d)|feast|holidays?|birthday|"
    r"anniversary|name ?day|saint|(?:tax|financial|fiscal|school) year|falls? on|runs from|"
    r"is (?:celebrated|observed|marked|kept|remembered|commemorated)|Fourth of July)\b",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"(?:\b(?:rue|avenue|place|boulevard|calle|avenida|plaza|praça|rua|via|piazza|"
    r"straße|platz|street|square|road|bridge) "
    r"(?:du |de |del |de la |des |dos |do )?)\Z",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"(?:['’]s?)? (?:[A-Z][a-z]+|attacks?|bombings?|massacre|uprising|revolution|movement|coup|"
    r"riots?|hijack\w+|generation|commission|agreement|brigades?|group|street|square|bridge)\b"
)
_MAY = re.compile(r"\bmay\b|\bmar\b|\bmars\b|\bsep\b")  # in lower case a verb, a planet, a reed


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for the first such date of each paragraph, with the others as related."""
    article = analysis.article
    if article.published is not None or article.modified is not None:
        return
    found: dict[int, list[Span]] = {}
    english = article.language in {None, "en"}
    for sentence in body_sentences(analysis):
        text = article.quote(sentence.span)
        begins = article.blocks[sentence.block].span.start
        framed = _YEAR.search(article.text, begins, sentence.span.end) is not None
        if framed or _THAT_WAS.match(article.text, sentence.span.end) or _YEARLY.search(text):
            continue
        for match in _DATE.finditer(text):
            if english and (_MAY.search(match[0]) or _is_name(text, match)):
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


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Tell whether a day and a month are part of a street's, an event's or a movement's name."""
    named = _NAMES.match(text, match.end()) is not None
    return named or _STREET.search(text, max(0, match.start() - 40), match.start()) is not None


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
        Bad(
            "# The harbour\n\nThe gate gave way on the third of May.\n",
            marks=("third of May",),
        ),
        Good(
            "# The harbour\n\nAll of 2023 went badly. On 3 May the gate gave way.\n\nEvery year on "
            "9 June boats are blessed in Rue du 4 Septembre. The 5 October Movement does it.\n\n"
            "The crane fell on 7 May. That was in 2022.\n"
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
