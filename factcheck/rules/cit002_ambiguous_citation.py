"""A citation could mean two references.

## What it does

Flags an in-text mark that leads to more than one work of the list: two works of one author and
year without letters to tell them apart, or a number that two entries bear.

## Why it matters

The reader has to guess which work supports the statement.

## Example

A name and year that two entries share is flagged.

## Options

None.

## References

- APA Publication Manual, 7th edition, section 8.19: works with the same author and date get
  letters (2019a, 2019b).
"""

from collections.abc import Iterator

from factcheck.model.analysis import Analysis, CitationFault
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.places import faulty_citations


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every such citation; the entries it may mean are in ``related``."""
    for mark, span, related in faulty_citations(analysis, CitationFault.AMBIGUOUS):
        yield Hit(
            message=f"The citation “{mark}” could mean two works of the list.",
            span=span,
            related=related,
            fix="Tell the works apart with a letter after the year, here and in the list.",
            confidence=0.9,
        )


_LIST = """\

## References

- Brandt, L. (2011). Tidal loads on quay walls. Journal of Harbour Works, 12(3), 45-61.
- Okafor, C. (2019). Settlement of masonry under traffic. Coastal Structures, 7(1), 10-22.
- Okafor, C. (2019). Lorries and the sea wall. Journal of Harbour Works, 20(1), 5-17.
"""


RULE = Rule(
    code="CIT002",
    name="ambiguous-citation",
    severity=Severity.WARNING,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.REFERENCES}),
    examples=(
        Bad(
            "# Quay walls\n\nThe wall has sunk (Brandt, 2011) under the traffic (Okafor, 2019).\n"
            + _LIST,
            marks=("(Okafor, 2019)",),
        ),
        Good(
            "# Quay walls\n\nThe wall has sunk under the load of the tides (Brandt, 2011).\n"
            + _LIST
        ),
    ),
)
