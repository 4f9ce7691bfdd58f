"""A figure rests on unnamed sources only.

## What it does

Flags a claim that states a quantity where everybody credited with it is unnamed or could be
anyone, and no citation stands with it.

## Why it matters

A number looks checked. Here nobody can check it: neither who counted nor how is known.

## Example

A toll from "a security source" is flagged.

## Options

None.

## References

- BBC Editorial Guidelines, 3.3.4: reluctant to rely on a single source.
- Reuters Handbook of Journalism: two or more sources when they are unnamed.
"""

from collections.abc import Iterator

from factcheck.model.analysis import Analysis, Attribution, ClaimKind, SourceKind
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.credited import (
    introduced_unnamed,
    is_impersonal,
    is_known_otherwise,
    is_unresolved,
)
from factcheck.rules.places import in_body
from factcheck.rules.unattributed import aspect

_UNNAMED = frozenset({SourceKind.ANONYMOUS, SourceKind.VAGUE})


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every claim with a figure that only unnamed people are credited with."""
    introduced = introduced_unnamed(analysis)
    for claim in analysis.claims:
        credits_ = [analysis.attributions[index] for index in claim.attributions]
        kinds = {each.source_kind for each in credits_}
        if (
            kinds
            and kinds <= _UNNAMED
            and not any(_is_nobodys(analysis, each) for each in credits_)
            and not any(is_known_otherwise(analysis, each, introduced) for each in credits_)
            and not claim.citations
            and aspect(analysis, claim) is ClaimKind.FIGURE
            and in_body(analysis, claim.span)
        ):
            yield Hit(
                message="This figure rests on unnamed sources only.",
                span=claim.span,
                fix="Find a named source or a document for the figure, or say how it was checked.",
                confidence=min(each.confidence for each in credits_),
            )


def _is_nobodys(analysis: Analysis, attribution: Attribution) -> bool:
    """Tell whether an attribution says of nobody at all that they said it: "was told that"."""
    if attribution.source is None and attribution.carried_from is None:
        return not is_impersonal(analysis, attribution)
    return is_unresolved(analysis, attribution)


RULE = Rule(
    code="CLM008",
    name="figure-on-anonymous-source",
    severity=Severity.WARNING,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.ATTRIBUTIONS}),
    examples=(
        Bad(
            "# The harbour\n\nAccording to a security source in the port, at least 300 containers "
            "were opened.\n",
            marks=(
                "According to a security source in the port, at least 300 containers were opened.",
            ),
        ),
        Good(
            "# The harbour\n\nAccording to Tom Brandt, the harbour master, at least 300 containers "
            "were opened.\n"
        ),
    ),
)
