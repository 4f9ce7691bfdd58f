"""The article does not say when it was published.

## What it does

Flags an article in which neither a date of publication nor one of its last change was found, in
its metadata or on the page.

## Why it matters

"Last year" and "recently" mean nothing without it, a correction cannot be told from the first
version, and nobody can cite the article.

## Example

An article without any date is flagged; one with a date in its front matter is not.

## Options

None.

## References

- The Trust Project, trust indicators: article-level information.
- schema.org, NewsArticle: datePublished.
"""

from collections.abc import Iterator

from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, NoOptions, Rule


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit when the article has no date at all."""
    if analysis.article.published is None and analysis.article.modified is None:
        yield Hit(
            message="The article shows no date of publication.",
            fix="Print the date, and state it in the page's metadata.",
            confidence=0.9,
        )


RULE = Rule(
    code="ART004",
    name="missing-date",
    severity=Severity.WARNING,
    options=NoOptions,
    find=find,
    examples=(
        Bad(
            "# The harbour\n\nThe gate stood open all night, said Tom Brandt, the harbour "
            "master.\n",
            marks=("",),
        ),
        Good(
            "---\nauthor: Ines Calder\ndate: 2024-05-03\n---\n\n# The harbour\n\nThe gate stood "
            "open all night, said Tom Brandt, the harbour master.\n"
        ),
    ),
)
