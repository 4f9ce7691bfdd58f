"""An entry has a date that cannot be.

## What it does

Flags a day that is not in the calendar (31 February) as date of issue or of access, a work that
was visited before the year it was issued in, and one that is issued more than a year after the
article that cites it.

## Why it matters

A date that cannot be is a typing error, or a sign that the reference was made up.

## Example

An interview held on 31 February is flagged.

## Options

None.

## References

- ISO 8601 and the Gregorian calendar.
"""

from collections.abc import Iterator

from citations.checks import implausible
from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.places import works


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every entry with such a date."""
    published = analysis.article.modified or analysis.article.published
    for reference, span in works(analysis):
        fault = implausible(reference.item, published)
        if fault:
            yield Hit(
                message=fault,
                span=span,
                subject=reference.id,
                fix="Look the date up and correct it.",
                confidence=0.9,
            )


_START = """\
# Quay walls

The wall has sunk (Brandt, 2011), and traffic is to blame (Okafor, 2019).

## References

- Brandt, L. (2011). Tidal loads on quay walls. Journal of Harbour Works, 12(3), 45-61.
"""

RULE = Rule(
    code="BIB003",
    name="implausible-date",
    severity=Severity.ERROR,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.REFERENCES}),
    examples=(
        Bad(
            _START + "- Okafor, C. (2019, February 31). Lorries on the sea wall. Coastal News.\n",
            marks=("Okafor, C. (2019, February 31). Lorries on the sea wall. Coastal News.",),
        ),
        Good(_START + "- Okafor, C. (2019, February 28). Lorries on the sea wall. Coastal News.\n"),
    ),
)
