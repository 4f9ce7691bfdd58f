"""Nobody signs the article.

## What it does

Flags an article in which no byline was found, or whose byline names an account or a desk instead
of a person ("admin", "newsroom", "staff").

## Why it matters

A byline says who answers for the article and whom a reader can write to.

## Example

An article that opens with its first sentence is flagged; one that says "By Ines Calder" is not.

## Options

- `accept_desk`: whether the name of a desk or of the staff will do.

## References

- The Trust Project, trust indicators: author expertise, "who made this?".
- IFCN Code of Principles: transparency of the organisation and its authors.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Rule
from factcheck.rules.places import excerpt

_NOBODY = re.compile(
    r"\b(?:admin(?:istrator)?|staff(?: (?:writer|reporter)s?)?|news ?room|news ?desk|web ?desk"
    r"|web ?master|editorial (?:team|staff|board)|redaktion|la rédaction|guest|anonymous)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of ART003."""

    accept_desk: bool = False


def find(analysis: Analysis, options: Options) -> Iterator[Hit]:
    """Yield one hit when no person signs the article."""
    byline = (analysis.article.byline or "").strip()
    fix = "Name the writer, or the editor who answers for the article."
    if not byline:
        yield Hit(message="The article has no byline.", fix=fix, confidence=0.9)
    elif not options.accept_desk and not analysis.article.authors and _NOBODY.search(byline):
        yield Hit(
            message=f"The byline “{excerpt(byline)}” names no person.", fix=fix, confidence=0.7
        )


RULE = Rule(
    code="ART003",
    name="missing-byline",
    severity=Severity.WARNING,
    options=Options,
    find=find,
    examples=(
        Bad(
            "# The harbour\n\nThe gate stood open all night, said Tom Brandt, the harbour "
            "master.\n",
            marks=("",),
        ),
        Good(
            "---\nauthor: Ines Calder\n---\n\n# The harbour\n\nThe gate stood open all night, said "
            "Tom Brandt, the harbour master.\n"
        ),
    ),
)
