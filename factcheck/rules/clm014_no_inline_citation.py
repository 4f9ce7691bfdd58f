"""The article prints a reference list, and nothing in the text points at any source.

## What it does

Flags an article with a reference list whose text holds no citation, no note mark and no link. A
list headed "Further reading" promises nothing and is left alone.

## Why it matters

A list at the foot of a text lends it weight; without a mark nobody can tell what any entry
supports.

## Example

Two entries and a text without a single mark are flagged.

## Options

None.

## References

- Wikipedia, template "no footnotes": sources remain unclear because inline citations are missing.
"""

from collections.abc import Iterator

from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.places import in_body, is_further_reading


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit when nothing points at any source."""
    linked = any(in_body(analysis, link.span) for link in analysis.article.links)
    if analysis.citations or linked or all(map(is_further_reading, analysis.references)):
        return
    yield Hit(
        message="The text has a reference list and not one citation, note or link.",
        fix="Cite each work where the text relies on it, or say what the list is for.",
        confidence=0.9,
    )


_LIST = """
## References

- Brandt, L. (2011). Tidal loads on quay walls. Journal of Harbour Works, 12(3), 45-61.
- Okafor, C. (2019). Settlement of masonry under traffic. Coastal Structures, 7(1), 10-22.
"""

RULE = Rule(
    code="CLM014",
    name="no-inline-citation",
    severity=Severity.WARNING,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.REFERENCES}),
    examples=(
        Bad("# Quay walls\n\nThe wall has sunk by a hand's breadth.\n" + _LIST, marks=("",)),
        Good("# Quay walls\n\nThe wall has sunk (Brandt, 2011).\n" + _LIST),
        Good(
            "# Quay walls\n\nThe wall has sunk by a hand's breadth.\n"
            + _LIST.replace("References", "Further reading")
        ),
    ),
)
