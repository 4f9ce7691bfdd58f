"""Part of the document could not be read.

## What it does

Passes on what the reader could not make sense of: characters that are in no encoding, front
matter that is not YAML. A page without text is ART002 and one drawn by script ART005.

## Why it matters

What was not read was not checked, and readers may see the same broken characters.

## Example

Front matter that opens a bracket and never closes it is flagged.

## Options

None.

## References

- WHATWG Encoding Standard: U+FFFD stands where bytes could not be decoded.
- YAML 1.2.2, the language of front matter.
"""

from collections.abc import Iterator

from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, NoOptions, Rule

_OTHERS = frozenset({"no-body-text", "drawn-by-script"})


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every problem of the reader that has no rule of its own."""
    for problem in analysis.article.problems:
        if problem.kind not in _OTHERS:
            yield Hit(
                message=problem.message,
                subject=problem.kind,
                fix="Correct the document, save it as UTF-8, and lint it again.",
            )


_BODY = "\n# The harbour\n\nThe gate stood open all night, said Tom Brandt, the harbour master.\n"

RULE = Rule(
    code="ART001",
    name="unreadable",
    severity=Severity.WARNING,
    options=NoOptions,
    find=find,
    examples=(
        Bad("---\nauthor: [Ines Calder\n---\n" + _BODY, marks=("",)),
        Good("---\nauthor: [Ines Calder]\n---\n" + _BODY),
    ),
)
