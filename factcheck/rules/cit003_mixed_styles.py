"""An article cites by number in one place and by author and year in another.

## What it does

Counts the marks that lead to an entry of the list, by kind: numbers and note marks on one side,
author and year on the other. Where both kinds occur at least twice, every mark of the rarer kind
is flagged. An author and year in a sentence that also bears a number counts with the number.

## Why it matters

A reader who has learnt how to look a work up has to learn it twice, and the mark that differs is
most often one that was pasted in and never checked against the list.

## Example

Four works cited as (Author, year) and two as [5] and [6].

## Options

- `least`: how many marks of each kind make the article a mixed one.

## References

- Chicago Manual of Style, 17th edition, 14.2: notes or author-date, one system for a work.
- APA Publication Manual, 7th edition, section 8.10: the author-date system throughout.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model.analysis import Analysis, Citation, CitationStyle
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, Rule
from factcheck.rules.places import excerpt, in_body, sentence_at

_NUMBER = re.compile(r"[^\w]{0,3}\d{1,3}(?:[\s,;–-]{1,3}\d{1,3}){0,20}[^\w]{0,3}")
_BY_NUMBER = frozenset({CitationStyle.NUMERIC, CitationStyle.NOTE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of CIT003."""

    least: int = 2


def find(analysis: Analysis, options: Options) -> Iterator[Hit]:
    """Yield one hit for every mark of the rarer kind, where both kinds are in use."""
    led = [
        citation
        for citation in analysis.citations
        if citation.targets and citation.fault is None and in_body(analysis, citation.span)
    ]
    numbers = [
        each
        for each in led
        if each.style in _BY_NUMBER and _NUMBER.fullmatch(analysis.article.quote(each.span))
    ]
    numbered = {_sentence(analysis, each) for each in numbers}
    names = [
        each
        for each in led
        if each.style is CitationStyle.AUTHOR_YEAR and _sentence(analysis, each) not in numbered
    ]
    if min(len(numbers), len(names)) < options.least:
        return
    rarer = min(numbers, names, key=len)
    usual = "author and year" if rarer is numbers else "number"
    for citation in rarer:
        mark = excerpt(analysis.article.quote(citation.span))
        yield Hit(
            message=f"“{mark}” cites in another way than the rest of the article.",
            span=citation.span,
            fix=f"Cite by {usual}, as in most places, or change the others.",
            confidence=0.8,
        )


def _sentence(analysis: Analysis, citation: Citation) -> int:
    sentence = sentence_at(analysis, citation.span.start)
    return sentence.span.start if sentence is not None else citation.span.start


_LIST = """\

## References

1. Brandt, L. (2011). Tidal loads on quay walls. Journal of Harbour Works, 12(3), 45-61.
2. Okafor, C. (2019). Settlement of masonry under traffic. Coastal Structures, 7(1), 10-22.
3. Lindqvist, H. (2015). Piers in ice. Coastal Structures, 3(2), 33-41.
"""

RULE = Rule(
    code="CIT003",
    name="mixed-styles",
    severity=Severity.WARNING,
    options=Options,
    find=find,
    needs=frozenset({Need.REFERENCES}),
    examples=(
        Bad(
            "# Quay walls\n\nThe wall has sunk (Brandt, 2011). Traffic is to blame (Okafor, 2019)."
            "\n\nIce moves piers (Lindqvist, 2015). Loads differ with the tide [1]. "
            "Masonry settles [2].\n" + _LIST,
            marks=("[1]", "[2]"),
        ),
        Good(
            "# Quay walls\n\nThe wall has sunk [1]. Traffic is to blame [2]. "
            "Brandt (2011) and Okafor (2019) agree on that [1, 2].\n" + _LIST
        ),
    ),
)
