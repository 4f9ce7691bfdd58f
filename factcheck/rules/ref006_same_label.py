"""Two works of the reference list cannot be told apart by their label.

## What it does

In an author-year list, flags a work whose authors and year are those of an earlier one, without a
letter (2019a, 2019b) to tell them apart. Repeated entries are REF001.

## Why it matters

A citation of that name and year could mean either.

## Example

Two works by Okafor of 2019 are one too many.

## Options

None.

## References

- APA Publication Manual, 7th edition, section 8.19: works with the same author and date.
"""

from collections.abc import Iterator

from citations.duplicates.cluster import Verdict
from citations.fold import fold
from citations.reference import Reference
from factcheck.model.analysis import Analysis, CitationStyle
from factcheck.model.article import Span
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.places import works


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every work after the first with the same authors and year."""
    if not any(each.style is CitationStyle.AUTHOR_YEAR for each in analysis.citations):
        return
    work_of = {
        name: cluster.members[0]
        for cluster in analysis.clusters
        if cluster.verdict is Verdict.SAME
        for name in cluster.members
    }
    first: dict[tuple[str, ...], tuple[str, Span | None]] = {}
    for reference, span in works(analysis):
        label = _label(reference)
        work = work_of.get(reference.id, reference.id)
        if not label:
            continue
        known, place = first.setdefault(label, (work, span))
        if known != work:
            yield Hit(
                message="An earlier work of the list has the same authors and year.",
                span=span,
                subject=reference.id,
                related=() if place is None else (place,),
                fix="Put letters after the year (a, b) in the list and in every citation.",
                confidence=0.8,
            )


def _label(reference: Reference) -> tuple[str, ...]:
    """Return what an author-year citation shows of a reference; () where it shows no year."""
    issued, authors = reference.item.issued, reference.item.author or reference.item.editor
    if issued is None or issued.year is None or not authors:
        return ()
    names = [fold(name.family or name.literal or "") for name in authors]
    return (*names, str(issued.year), issued.literal or "")


_START = """\
# Quay walls

The wall has sunk (Brandt, 2011) under the load of the tides.

## References

- Brandt, L. (2011). Tidal loads on quay walls. Journal of Harbour Works, 12(3), 45-61.
"""

RULE = Rule(
    code="REF006",
    name="same-label",
    severity=Severity.WARNING,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.REFERENCES}),
    examples=(
        Bad(
            _START
            + "- Okafor, C. (2019). Lorries at sea. Journal of Harbour Works, 20(1), 5-17.\n"
            + "- Okafor, C. (2019). Masonry under traffic. Coastal Structures, 7(1), 10-22.\n",
            marks=("Okafor, C. (2019). Masonry under traffic. Coastal Structures, 7(1), 10-22.",),
        ),
        Good(
            _START
            + "- Okafor, C. (2019a). Lorries at sea. Journal of Harbour Works, 20(1), 5-17.\n"
            + "- Okafor, C. (2019b). Masonry under traffic. Coastal Structures, 7(1), 10-22.\n"
        ),
    ),
)
