"""Two entries of the reference list may be one work.

## What it does

Flags the later of two entries that agree in much and differ in something that two works could
differ in, or that one of them does not say. What is certainly one work is REF001; a reply, a
translation or the next year's issue is a work of its own and not flagged.

## Why it matters

Only somebody who knows the works can tell; it takes a minute now and much longer later.

## Example

An entry without a year whose title goes on a little further than an earlier one is flagged.

## Options

None.

## References

- Zotero, duplicate items: candidates are shown, and a person merges them.
"""

from collections.abc import Iterator

from citations.duplicates.cluster import Verdict
from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.places import excerpt, works


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every entry that may be the same work as an earlier one."""
    known = {reference.id: (reference, span) for reference, span in works(analysis)}
    for cluster in analysis.clusters:
        if cluster.verdict is not Verdict.POSSIBLE:
            continue
        members = [known[name] for name in cluster.members if name in known]
        for reference, span in members[1:]:
            first, first_span = members[0]
            why = f" ({'; '.join(cluster.reasons)})" if cluster.reasons else ""
            yield Hit(
                message=f"This may be the same work as “{excerpt(first.entry.text)}”{why}.",
                span=span,
                subject=reference.id,
                related=() if first_span is None else (first_span,),
                fix="Look both up. Merge them if they are one work; if not, say what differs.",
                confidence=cluster.score,
            )


RULE = Rule(
    code="REF002",
    name="possible-duplicate",
    severity=Severity.INFO,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.REFERENCES}),
    examples=(
        Bad(
            """\
# Quay walls

The wall has sunk (Brandt, 2011).

## References

- Brandt, L. (2011). Tidal loads on quay walls. Alder Press.
- Okafor, C. (2019). Settlement of masonry under traffic. Coastal Structures, 7(1), 10-22.
- Brandt, L. Quay walls under tidal loads.
""",
            marks=("Brandt, L. Quay walls under tidal loads.",),
        ),
        Good(
            """\
# Quay walls

The wall has sunk (Brandt, 2011), and it goes on sinking (Brandt, 2013).

## References

- Brandt, L. (2011). Tidal loads on quay walls. Journal of Harbour Works, 12(3), 45-61.
- Brandt, L. (2013). Wave loads on open piers. Journal of Harbour Works, 14(2), 101-119.
"""
        ),
    ),
)
