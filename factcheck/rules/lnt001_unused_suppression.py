"""The document allows something that was not found.

## What it does

Flags each code or name in a "factcheck: allow" that took nothing out: the fault was repaired, the
code belongs to no rule, or the allowance stands with the wrong paragraph. Nothing is said about
rules that were not run or could not judge.

## Why it matters

An allowance left behind hides the next fault of its kind.

## Example

An allowance for unbalanced quotation marks in an article that has none is flagged.

## Options

None.

## References

- ruff, RUF100 (unused noqa); ESLint, --report-unused-disable-directives.
"""

from collections.abc import Iterator

from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, NoOptions, Rule
from factcheck.rules.places import excerpt
from factcheck.rules.registry import is_word


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every word of every suppression that has a reason.

    The lint runs this after the other rules and shows it only the words that had no effect.
    """
    for suppression in analysis.article.suppressions:
        if not (suppression.reason or "").strip():
            continue
        for word in suppression.codes:
            shown = excerpt(word, 40)
            yield Hit(
                message=f"“{shown}” is allowed here and was not found."
                if is_word(word)
                else f"“{shown}” is allowed here, but no rule is called that.",
                span=suppression.span,
                subject=word,
                fix="Remove it from the allowance.",
            )


RULE = Rule(
    code="LNT001",
    name="unused-suppression",
    severity=Severity.WARNING,
    options=NoOptions,
    find=find,
    examples=(
        Bad(
            """\
# The harbour

<!-- factcheck: allow QUO002 reason="the mark is missing in the original" -->

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
