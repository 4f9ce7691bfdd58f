"""A checkable statement stands in the writer's own voice, with nobody credited.

## What it does

Flags a statement about the world that could be true or false, where neither the sentence nor one
that governs it names a source, and no citation, note or link stands with it. Opinions, questions,
scenes the writer saw, and lines about how the article was made are not claims. A figure without a
source is CLM002, a superlative CLM004 and somebody's account that goes on without them CLM007, so
one statement is flagged once.

## Why it matters

The reader cannot tell who vouches for it, and nor can whoever has to defend it later.

## Example

A trend that nobody is credited with is flagged; the same trend with a named speaker is not.

## Options

- `min_score`: claims with a lower check-worthiness (0-1) are left alone.

## References

- Reuters Handbook of Journalism: every statement in every story is sourced unless it is an
  established fact or clearly in the public domain.
- Associated Press, News Values and Principles: attribute disputable facts that were not
  witnessed, gathered or confirmed by the writer.
- BBC Editorial Guidelines, 3.2.3: claims that cannot be corroborated are attributed.
- Wikipedia, Verifiability; template "citation needed".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, Rule
from factcheck.rules.accounts import accounts_carried_on
from factcheck.rules.unattributed import aspect, is_minor, sureness, unattributed_claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of CLM001."""

    min_score: float = 0.0


def find(analysis: Analysis, options: Options) -> Iterator[Hit]:
    """Yield one hit for every claim without a source that no other rule asks about."""
    lapsed = {claim.span for claim, _ in accounts_carried_on(analysis)}
    for claim in unattributed_claims(analysis):
        if claim.span in lapsed or claim.score < options.min_score:
            continue
        if aspect(analysis, claim) is None:
            yield Hit(
                message="Nobody is credited with this statement.",
                span=claim.span,
                fix="Say who says so or cite where it stands, or cut it.",
                confidence=sureness(claim),
                minor=is_minor(claim),
            )


RULE = Rule(
    code="CLM001",
    name="unattributed-claim",
    severity=Severity.WARNING,
    options=Options,
    find=find,
    needs=frozenset({Need.ATTRIBUTIONS}),
    examples=(
        Bad(
            """\
# The harbour

The fishing fleet has been leaving the harbour since the fish market closed in 2016.

"We will stay," said Ines Calder, who chairs the boat owners' association.
""",
            marks=(
                (
                    "The fishing fleet has been leaving the harbour "
                    "since the fish market closed in 2016."
                ),
            ),
        ),
        Good(
            """\
# The harbour

According to Ines Calder, who chairs the boat owners' association, the fishing fleet has been
leaving the harbour since the fish market closed in 2016.
"""
        ),
    ),
)
