"""The document allows a fault and does not say why.

## What it does

Flags a "factcheck: allow" without a reason. It has no effect until it gives one.

## Why it matters

The next editor must be able to tell a decision from an oversight.

## Example

An allowance that only names the code is flagged; one that says why is not.

## Options

None.

## References

- ESLint, eslint-comments/require-description; clippy, allow_attributes_without_reason.
"""

from collections.abc import Iterator

from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, NoOptions, Rule
from factcheck.rules.places import excerpt


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every suppression without a reason."""
    for suppression in analysis.article.suppressions:
        if not (suppression.reason or "").strip():
            words = ", ".join(suppression.codes)
            yield Hit(
                message=f"“{excerpt(words, 40)}” is to be allowed here, but no reason is given.",
                span=suppression.span,
                subject=words,
                fix='Add reason="..." to the allowance, or remove it.',
            )


RULE = Rule(
    code="LNT002",
    name="suppression-without-reason",
    severity=Severity.WARNING,
    options=NoOptions,
    find=find,
    examples=(
        Bad(
            """\
# The harbour

<!-- factcheck: allow QUO002 -->

"The gate stood open all night," said Tom Brandt, the harbour master.
""",
            marks=('"The gate stood open all night," said Tom Brandt, the harbour master.',),
        ),
        Good(
            """\
# The harbour

<!-- factcheck: allow QUO002 reason="the mark is missing in the original" -->

"The gate stood open all night, said Tom Brandt, the harbour master.
"""
        ),
    ),
)
