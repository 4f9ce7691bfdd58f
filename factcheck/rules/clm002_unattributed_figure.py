"""A figure stands in the writer's own voice, with nobody credited.

## What it does

Flags a claim that states a quantity (a count, a sum, a share, "thousands", "doubled") where
neither the sentence nor one that governs it names a source, and no citation, note or link stands
with it. Dates and clock times are no quantities.

## Why it matters

A number looks checked. Without a source nobody can tell who counted, when, and what.

## Example

A crowd size that nobody is credited with is flagged.

## Options

- `min_score`: claims with a lower check-worthiness (0-1) are left alone.

## References

- Reuters Handbook of Journalism: every statement is sourced, figures above all.
- Full Fact, guide to spotting bad statistics: who says so, and how do they know?
"""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model.analysis import Analysis, ClaimKind
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, Rule
from factcheck.rules.unattributed import aspect, is_minor, sureness, unattributed_claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of CLM002."""

    min_score: float = 0.0


def find(analysis: Analysis, options: Options) -> Iterator[Hit]:
    """Yield one hit for every claim with a figure and no source."""
    for claim in unattributed_claims(analysis):
        if claim.score >= options.min_score and aspect(analysis, claim) is ClaimKind.FIGURE:
            yield Hit(
                message="Nobody is credited with this figure.",
                span=claim.span,
                fix="Say who counted and when, or cite where the figure stands.",
                confidence=sureness(claim),
                minor=is_minor(claim),
            )


RULE = Rule(
    code="CLM002",
    name="unattributed-figure",
    severity=Severity.WARNING,
    options=Options,
    find=find,
    needs=frozenset({Need.ATTRIBUTIONS}),
    examples=(
        Bad(
            "# The harbour\n\nThe repair of the quay cost 4.2 million euros in nine months.\n",
            marks=("The repair of the quay cost 4.2 million euros in nine months.",),
        ),
        Good(
            "# The harbour\n\nThe repair of the quay cost 4.2 million euros, the harbour master, "
            "Tom Brandt, said.\n"
        ),
    ),
)
