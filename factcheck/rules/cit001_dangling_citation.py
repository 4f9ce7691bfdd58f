"""A citation points at a reference that is not in the list.

## What it does

Flags an in-text mark (a number, an author and year, a note mark, a key) that leads to no entry
of the printed list. Marks that lead to two entries are CIT002, and marks whose year differs from
the list's are CIT004.

## Why it matters

The reader is told that there is support for a statement and cannot look at it.

## Example

The citation of a work that was cut from the list is flagged.

## Options

None.

## References

- APA Publication Manual, 7th edition, section 8.4: each work cited stands in the reference list.
- Wikipedia, Help:Cite errors ("no text was provided for refs named ...").
"""

from collections.abc import Iterator

from factcheck.model.analysis import Analysis, CitationFault
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.places import excerpt


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every citation without a reference."""
    for citation in analysis.citations:
        if citation.fault is CitationFault.DANGLING:
            mark = excerpt(analysis.article.quote(citation.span))
            yield Hit(
                message=f"The reference list has nothing for the citation “{mark}”.",
                span=citation.span,
                fix="Add the work to the list, or correct or remove the citation.",
            )


_LIST = """\

## References

- Brandt, L. (2011). Tidal loads on quay walls. Journal of Harbour Works, 12(3), 45-61.
- Okafor, C. (2019). Settlement of masonry under traffic. Coastal Structures, 7(1), 10-22.
"""

RULE = Rule(
    code="CIT001",
    name="dangling-citation",
    severity=Severity.WARNING,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.REFERENCES}),
    examples=(
        Bad(
            "# Quay walls\n\nThe wall has sunk (Brandt, 2011), as has the pier (Lindqvist, 2015). "
            "Traffic is to blame (Okafor, 2019).\n" + _LIST,
            marks=("(Lindqvist, 2015)",),
        ),
        Good(
            "# Quay walls\n\nThe wall has sunk (Brandt, 2011). "
            "Traffic is to blame (Okafor, 2019).\n" + _LIST
        ),
    ),
)
