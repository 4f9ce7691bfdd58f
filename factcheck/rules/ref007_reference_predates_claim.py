"""A reference is older than what it would have to support.

## What it does

Computes two things from years. Where a sentence tells of something that happened in a stated year
and everything it cites appeared before that year, the citation is flagged. Where no citation and no
link is in the text at all, and the list's newest work appeared before the latest year that the
text tells of, the list is flagged once. Plans, forecasts and years inside a quotation are not what
happened; in a dated article a day without a year is of the year before the date.

## Why it matters

A work cannot be the source for what came after it. Such lists are padding, or belong to another
text.

## Example

A paper of 2011 is cited for what happened in 2019.

## Options

None.

## References

- Wikipedia, Verifiability: a source must directly support the material.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from citations.reference import Reference
from factcheck.model.analysis import Analysis, Sentence
from factcheck.model.article import Span
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.calendar_words import ANY_MONTH, MONTH_NUMBER
from factcheck.rules.coverage import meets, merged
from factcheck.rules.places import body_sentences, is_further_reading, works

_YEAR = re.compile(r"(?<![\w./:–-])(?:19|20)\d\d(?![\w/–-]|[.,:]\d)")
_DAY = re.compile(
    rf"\b(?:\d{{1,2}}\.? (?:of )?(?P<month>{ANY_MONTH})|(?P<month2>{ANY_MONTH})\.? \d{{1,2}})\b"
    r"(?!,? (?:19|20)\d\d)",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|could|(?-i:may)|might|should|by|until|till|before|towards?|scheduled|planned|plans?"
    r"|expect\w*|forecast\w*|project(?:ed|ions?)|predict\w*|estimat\w*|target\w*|goals?|due|next"
    r"|wird|werden|bis|soll\w*|geplant|sera|seront|d['’]ici|prévu\w*|scenarios?|upcoming)\b",
    re.IGNORECASE,
)


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every such citation, and one for a list that is too old as a whole."""
    by_id = {each.id: each for each in analysis.references}
    links = bool(analysis.article.links)
    if analysis.citations:
        yield from _cited(analysis, by_id)
    elif not links:
        yield from _whole_list(analysis)


def _cited(analysis: Analysis, by_id: dict[str, Reference]) -> Iterator[Hit]:
    quoted = merged(each.span for each in analysis.quotations)
    marks = merged(each.span for each in analysis.citations)
    for sentence in body_sentences(analysis):
        here = [each for each in analysis.citations if sentence.span.overlaps(each.span)]
        targets = [by_id[name] for each in here for name in each.targets if name in by_id]
        years = [_latest_year(each) for each in targets]
        known = [year for year in years if year is not None]
        if not known or len(known) < len(years) or not all(each.targets for each in here):
            continue
        told = _years(analysis, sentence, (*quoted, *marks))
        if told and max(known) < min(told):
            yield Hit(
                message=f"What happened in {min(told)} cannot be in a work of {max(known)}.",
                span=here[0].span,
                fix="Cite a source that is younger than the event, or correct the year.",
                confidence=0.7,
            )


def _whole_list(analysis: Analysis) -> Iterator[Hit]:
    listed = [
        (reference, span, _latest_year(reference))
        for reference, span in works(analysis)
        if not is_further_reading(reference)
    ]
    years = [year for _, _, year in listed if year is not None]
    if not years or len(years) < len(listed):
        return
    quoted = merged(each.span for each in analysis.quotations)
    told = [
        year for sentence in body_sentences(analysis) for year in _years(analysis, sentence, quoted)
    ]
    if told and max(years) < max(told):
        first, *others = [span for _, span, _ in listed]
        yield Hit(
            message=f"The text tells of {max(told)}; the newest work of the list is of "
            f"{max(years)}.",
            span=first,
            subject="list",
            related=tuple(span for span in others if span is not None),
            fix="List what the text rests on.",
            confidence=0.7,
        )


def _latest_year(reference: Reference) -> int | None:
    """Return the last year in which a work may have changed; a page visited counts by that day."""
    item = reference.item
    dates = (date for date in (item.issued, item.accessed) if date is not None)
    years = [year for date in dates for year in (date.year, date.end_year) if year is not None]
    return max(years, default=None)


def _years(analysis: Analysis, sentence: Sentence, apart: Iterable[Span]) -> tuple[int, ...]:
    """Return the years in which a sentence says that something happened."""
    article = analysis.article
    text = article.quote(sentence.span)
    if _AHEAD.search(text):
        return ()
    outside = tuple(apart)
    found = []
    for match in _YEAR.finditer(text):
        start = sentence.span.start + match.start()
        if not meets(outside, Span(start, start + 4)):
            found.append(int(match[0]))
    published = article.published
    if published is not None:
        found += [
            _year_of_day(match, published) for match in _DAY.finditer(text) if _is_date(match)
        ]
        found = [year for year in found if year <= published.year]
    return tuple(found)


def _is_date(match: re.Match[str]) -> bool:
    return any(each and each[0].isupper() for each in match.groups())


def _year_of_day(match: re.Match[str], published: dt.date) -> int:
    month = MONTH_NUMBER[(match["month"] or match["month2"]).lower()]
    return published.year if month <= published.month else published.year - 1


_LIST = """\
## References

- Brandt, L. (2011). Tidal loads on quay walls. Journal of Harbour Works, 12(3), 45-61.
"""

RULE = Rule(
    code="REF007",
    name="reference-predates-claim",
    severity=Severity.INFO,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.REFERENCES}),
    examples=(
        Bad(
            "# Quay walls\n\nThe storm of 2019 cracked the north wall (Brandt, 2011).\n\n" + _LIST,
            marks=("(Brandt, 2011)",),
        ),
        Good(
            "# Quay walls\n\nThe storm of 2009 cracked the north wall, which will not last until "
            "2040 (Brandt, 2011). By 2030 it could fall (Brandt, 2011).\n\n" + _LIST
        ),
    ),
)
