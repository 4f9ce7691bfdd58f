"""A citation gives another year than the reference list.

## What it does

Flags an author-year mark whose names are in the list with another year only.

## Why it matters

Either the year is wrong, or the work that is meant is not in the list.

## Example

A work of 2011 that the text cites as of 2012 is flagged.

## Options

None.

## References

- APA Publication Manual, 7th edition, section 8.4: text and list agree in names and years.
"""

from collections.abc import Iterator

from factcheck.model.analysis import Analysis, CitationFault
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.places import faulty_citations


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every such citation; the entries it may mean are in ``related``."""
    for mark, span, related in faulty_citations(analysis, CitationFault.YEAR):
        yield Hit(
            message=f"The reference list has the authors of “{mark}” with another year.",
            span=span,
            related=related,
            fix="Correct the year where it is wrong, or add the work to the list.",
            confidence=0.9,
        )


_LIST = """\

## References

- Brandt, L. (2011). Tidal loads on quay walls. Journal of Harbour Works, 12(3), 45-61.
- Okafor, C. (2019). Settlement of masonry under traffic. Coastal Structures, 7(1), 10-22.
- Okafor, C. (2019). Lorries and the sea wall. Journal of Harbour Works, 20(1), 5-17.
"""


RULE = Rule(
    code="CIT004",
    name="year-mismatch",
    severity=Severity.WARNING,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.REFERENCES}),
    examples=(
        Bad(
            "# Quay walls\n\nThe wall has sunk under the load of the tides (Brandt, 2012).\n"
            + _LIST,
            marks=("(Brandt, 2012)",),
        ),
        Good(
            "# Quay walls\n\nThe wall has sunk under the load of the tides (Brandt, 2011).\n"
            + _LIST
        ),
    ),
)
