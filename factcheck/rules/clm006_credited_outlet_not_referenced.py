"""Another outlet is credited in passing, and neither a link nor a reference list has it.

## What it does

Flags another outlet that somebody "told" something or that is credited with a report, when no entry
of the reference list names it, no link or citation stands in the sentence, and it is not the outlet
the article appears in. Each outlet is flagged once.

## Why it matters

The reader cannot look the interview up, and the other outlet's work is used without a reference.

## Example

"told the Wharf Chronicle" is flagged where no list has a piece of that paper and no link leads to
one.

## Options

None.

## References

- IFCN Code of Principles: the source of all significant evidence is named and linked.
- Associated Press, News Values and Principles: credit other organisations' reporting.
"""

import re
from collections.abc import Iterator

from citations.fold import fold
from factcheck.model.analysis import Analysis, SourceKind
from factcheck.model.article import Span
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.coverage import meets
from factcheck.rules.outlets import credited, is_dated, is_own, reported, shown_places, told
from factcheck.rules.places import in_body, sentence_at

_THIS_PAPER = re.compile(
    r",? (?:this|our) (?:newspaper|paper|magazine|site|website|publication|podcast|programme)\b"
)
_TELLS_US = re.compile(
    r",? (?:also |once |never )?(?:told|tells|showed|shows) (?:us|me|the \w+ that)\b"
)


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every outlet that no entry names, at its first place."""
    listed = fold(" \n ".join(reference.entry.text for reference in analysis.references))
    shown = shown_places(analysis)
    done: set[str] = set()
    for name, place in sorted(_credited(analysis), key=lambda each: each[1]):
        key = fold(name).removeprefix("the ")
        sentence = sentence_at(analysis, place.start)
        if key in done or key in listed or is_own(analysis.article, name):
            continue
        if sentence is None or meets(shown, sentence.span):
            continue
        text = analysis.article.text
        if is_dated(text, place.end) or _THIS_PAPER.match(text, place.end):
            continue
        done.add(key)
        yield Hit(
            message=f"“{name}” is credited here and neither linked nor listed.",
            span=place,
            fix="Link the piece, or list it with title and date.",
            confidence=0.7,
        )


def _credited(analysis: Analysis) -> Iterator[tuple[str, Span]]:
    yield from told(analysis)
    yield from reported(analysis)
    yield from credited(analysis)
    for attribution in analysis.attributions:
        source = attribution.source
        if source is None or attribution.source_kind is not SourceKind.PUBLICATION:
            continue
        name = analysis.article.quote(source)
        if _TELLS_US.match(analysis.article.text, source.end):
            continue  # "The Sun told us little that morning"
        if in_body(analysis, source) and len(name) <= 60 and any(map(str.isupper, name)):
            yield name, source


_LIST = """
## References

- Brandt, L. (2011). Tidal loads on quay walls. Journal of Harbour Works, 12(3), 45-61.
- Okafor, C. (2019). Settlement of masonry under traffic. Coastal Structures, 7(1), 10-22.
"""

RULE = Rule(
    code="CLM006",
    name="credited-outlet-not-referenced",
    severity=Severity.INFO,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.ENGLISH}),
    examples=(
        Bad(
            "# Quay walls\n\nThe wall has sunk (Brandt, 2011). Tom Brandt told the Wharf Chronicle "
            "that it would hold.\n" + _LIST,
            marks=("Wharf Chronicle",),
        ),
        Good(
            "# Quay walls\n\nThe wall has sunk (Brandt, 2011). Tom Brandt told the "
            "[Wharf Chronicle](https://wharf.example/brandt) that it would hold.\n" + _LIST
        ),
    ),
)
