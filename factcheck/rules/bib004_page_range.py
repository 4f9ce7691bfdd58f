"""A page range runs backwards.

## What it does

Flags an entry whose first page is greater than its last. A shortened last page ("543-66") is
written out first. What is no range, volume and issue ("67-5") or the number of an article
("30002-0"), is left alone.

## Why it matters

One of the two numbers is wrong, and the reader who orders a copy gets the wrong pages.

## Example

Pages 61 to 45 are flagged.

## Options

None.

## References

- Chicago Manual of Style: inclusive numbers and their short forms.
"""

from collections.abc import Iterator

from citations.checks import backward_pages
from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.places import works


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every entry whose pages run backwards."""
    for reference, span in works(analysis):
        bounds = backward_pages(reference.item)
        if bounds is not None:
            yield Hit(
                message=f"The pages run backwards, from {bounds[0]} to {bounds[1]}.",
                span=span,
                subject=reference.id,
                fix="Look the pages up and correct them.",
            )


_START = """\
# Quay walls

The wall has sunk (Brandt, 2011), and traffic is to blame (Okafor, 2019).

## References

- Okafor, C. (2019). Settlement of masonry under traffic. Coastal Structures, 7(1), 10-22.
"""

RULE = Rule(
    code="BIB004",
    name="page-range",
    severity=Severity.ERROR,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.REFERENCES}),
    examples=(
        Bad(
            _START + "- Brandt, L. (2011). Tidal loads. Journal of Harbour Works, 12(3), 61-45.\n",
            marks=("Brandt, L. (2011). Tidal loads. Journal of Harbour Works, 12(3), 61-45.",),
        ),
        Good(
            _START + "- Brandt, L. (2011). Tidal loads. Journal of Harbour Works, 12(3), 145-61.\n"
        ),
    ),
)
