"""Nothing in the text points at a work of the reference list.

## What it does

Flags every work of the list that no in-text citation leads to. A citation that names the work
with a wrong year or could mean two works counts for all of them: one fault, one finding. A work
that is listed twice is flagged once. A list headed "Further reading" is left alone.

## Why it matters

A reader cannot tell what an uncited work is there to support. Lists are padded this way, and
texts that were cut or rewritten leave entries behind.

## Example

Of two entries, only the one that no citation names is flagged.

## Options

None.

## References

- APA Publication Manual, 7th edition, section 8.4: each listed work is cited in the text.
- Harvard and Vancouver styles make the same demand; a further-reading list is a list of its own.
"""

from collections.abc import Iterator

from citations.duplicates.cluster import Verdict
from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.places import excerpt, is_further_reading, works


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every work that no citation leads to."""
    cited = {target for citation in analysis.citations for target in citation.targets}
    same = {
        name: cluster.members
        for cluster in analysis.clusters
        if cluster.verdict is Verdict.SAME
        for name in cluster.members
    }
    nobody_cites = "" if cited else " The text has no citation at all."
    done: set[str] = set()
    for reference, span in works(analysis):
        members = same.get(reference.id, (reference.id,))
        if reference.id in done or not cited.isdisjoint(members) or is_further_reading(reference):
            continue
        done.update(members)
        yield Hit(
            message=f"No citation in the text leads to “{excerpt(reference.entry.text)}”."
            + nobody_cites,
            span=span,
            subject=reference.id,
            fix="Cite the work where the text relies on it, or take it off the list.",
        )


_LIST = """\
## References

- Brandt, L. (2011). Tidal loads on quay walls. Journal of Harbour Works, 12(3), 45-61.
- Okafor, C. (2019). Settlement of masonry under traffic. Coastal Structures, 7(1), 10-22.
"""

RULE = Rule(
    code="REF004",
    name="uncited-reference",
    severity=Severity.WARNING,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.REFERENCES}),
    examples=(
        Bad(
            "# Quay walls\n\nThe wall has sunk by a hand's breadth (Brandt, 2011).\n\n" + _LIST,
            marks=(
                (
                    "Okafor, C. (2019). Settlement of masonry under traffic. "
                    "Coastal Structures, 7(1), 10-22."
                ),
            ),
        ),
        Good(
            "# Quay walls\n\nThe wall has sunk (Brandt, 2011) and will sink further "
            "(Okafor, 2019).\n\n" + _LIST
        ),
    ),
)
