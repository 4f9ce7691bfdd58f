"""The reference list names one work more than once.

## What it does

Compares every entry with every other by what it says (authors, title, year, container, pages,
identifiers), not by its wording, and flags each entry after the first that stands for the same
work. "Ibid." and short forms of an earlier note are not entries of their own. The fix names the
fuller entry, what to take over into it from the other, and how long the cleaned list is;
`factcheck refs --cleaned` writes that list.

## Why it matters

A repeated entry makes a thin list look longer than it is, gives the work two numbers or labels,
and ends up twice in every export.

## Example

The second of two equal entries is flagged, and the first is shown beside it.

## Options

None.

## References

- APA Publication Manual, 7th edition, chapter 9: the list holds one entry for each work.
- Chicago Manual of Style: a bibliography names each work once; repeated notes are shortened.
"""

from collections.abc import Iterator

from citations.duplicates.cleaned import CleanEntry, cleaned
from citations.duplicates.cluster import Verdict
from citations.reference import Reference
from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.places import excerpt, works


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every entry that repeats an earlier one."""
    known = {reference.id: (reference, span) for reference, span in works(analysis)}
    listed = cleaned((reference for reference, _ in known.values()), analysis.clusters)
    work_of = {each.id: work for work in listed for each in (work.kept, *work.dropped)}
    for cluster in analysis.clusters:
        if cluster.verdict is not Verdict.SAME:
            continue
        members = [known[name] for name in cluster.members if name in known]
        for reference, span in members[1:]:
            first, first_span = members[0]
            equal = reference.entry.text.split() == first.entry.text.split()
            how = "word for word" if equal else "in other words"
            yield Hit(
                message=f"This entry repeats an earlier one {how}: “{excerpt(first.entry.text)}”.",
                span=span,
                subject=reference.id,
                related=() if first_span is None else (first_span,),
                fix=f"{_proposal(reference, work_of[reference.id])} Point every citation at it; the"
                f" cleaned list has {len(listed)} entries instead of {len(known)}"
                " (factcheck refs --cleaned).",
                confidence=1.0 if equal else cluster.score,
            )


def _proposal(reference: Reference, work: CleanEntry) -> str:
    """Say which of a work's entries to keep, and what to take over from the others."""
    if reference is work.kept:
        keep = "Keep this entry, the fuller one, and drop the earlier."
    else:
        keep = f"Drop this entry and keep “{excerpt(work.kept.entry.text)}”."
    if not work.adds:
        return keep
    added = ", ".join(f"{field.replace('_', ' ')} {excerpt(value)}" for field, value in work.adds)
    return f"{keep} Add to it: {added}."


RULE = Rule(
    code="REF001",
    name="duplicate-reference",
    severity=Severity.ERROR,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.REFERENCES}),
    examples=(
        Bad(
            """\
# Quay walls

The wall has sunk by a hand's breadth (Okafor, 2019), as older surveys foresaw (Brandt, 2011).

## References

- Brandt, L. (2011). Tidal loads on quay walls. Journal of Harbour Works, 12(3), 45-61.
- Okafor, C. (2019). Settlement of masonry under traffic. Coastal Structures, 7(1), 10-22.
- Brandt, L. (2011). Tidal loads on quay walls. Journal of Harbour Works, 12(3), 45-61.
""",
            marks=(
                (
                    "Brandt, L. (2011). Tidal loads on quay walls. "
                    "Journal of Harbour Works, 12(3), 45-61."
                ),
            ),
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
