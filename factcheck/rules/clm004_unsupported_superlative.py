"""The first, the largest, the oldest: and nobody is credited.

## What it does

Flags a claim that something is the most of its kind, where neither the sentence nor one that
governs it names a source, and no citation, note or link stands with it: "the oldest", "the only",
"no other", "more than anywhere else". A quantity in the same sentence is CLM002's to ask about.

## Why it matters

Superlatives are among the easiest statements to check and the ones most often wrong: somebody
somewhere has an older one.

## Example

A record that nobody vouches for is flagged.

## Options

- `min_score`: claims with a lower check-worthiness (0-1) are left alone.

## References

- Associated Press Stylebook, "first annual", "largest": be sure, and say according to whom.
- Wikipedia, Manual of Style: words to watch, puffery.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model.analysis import Analysis, ClaimKind
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, Rule
from factcheck.rules.unattributed import aspects, is_minor, sureness, unattributed_claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of CLM004."""

    min_score: float = 0.0


def find(analysis: Analysis, options: Options) -> Iterator[Hit]:
    """Yield one hit for every claim with a superlative and no source."""
    for claim in unattributed_claims(analysis):
        if claim.score >= options.min_score and ClaimKind.SUPERLATIVE in aspects(analysis, claim):
            yield Hit(
                message="Nobody is credited with this superlative.",
                span=claim.span,
                fix="Say by whose count, or leave the superlative out.",
                confidence=sureness(claim),
                minor=is_minor(claim),
            )


RULE = Rule(
    code="CLM004",
    name="unsupported-superlative",
    severity=Severity.WARNING,
    options=Options,
    find=find,
    needs=frozenset({Need.ENGLISH}),
    examples=(
        Bad(
            "# The harbour\n\nThe crane on the north quay is the oldest working crane in Europe.\n",
            marks=("The crane on the north quay is the oldest working crane in Europe.",),
        ),
        Good(
            "# The harbour\n\nAccording to the harbour museum, the crane on the north quay is the "
            "oldest working crane in Europe.\n"
        ),
    ),
)
