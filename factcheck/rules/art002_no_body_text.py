"""The document has no text to judge.

## What it does

Flags a document in which no paragraph, list or block quotation was found: an empty page, a list of
links, a page that a script draws in the browser.

## Why it matters

Every other rule is silent about it, and silence must not be taken for praise.

## Example

A page with nothing but a heading is flagged.

## Options

None.

## References

- Mozilla Readability returns null for such a page; trafilatura returns nothing.
"""

from collections.abc import Iterator

from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, NoOptions, Rule
from factcheck.rules.places import BODY


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit when there is no body."""
    article = analysis.article
    if any(block.kind in BODY and article.quote(block.span).strip() for block in article.blocks):
        return
    known = next((each for each in article.problems if each.kind == "no-body-text"), None)
    yield Hit(
        message="No body text was found in the document." if known is None else known.message,
        fix="Check that the document is the article itself; save the page as the browser shows it.",
    )


RULE = Rule(
    code="ART002",
    name="no-body-text",
    severity=Severity.ERROR,
    options=NoOptions,
    find=find,
    examples=(
        Bad("# The harbour\n", marks=("",)),
        Good("# The harbour\n\nThe gate stood open all night, said Tom Brandt.\n"),
    ),
)
