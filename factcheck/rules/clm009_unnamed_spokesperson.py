"""A spokesperson is credited without a name.

## What it does

Flags a spokesman, spokeswoman or spokesperson who is named nowhere in the attribution,
be it one who declines to comment.

## Why it matters

Speaking for a body is the one job that comes with being quoted by name. Many desks let it pass,
so this is a hint only.

## Example

"A ministry spokesman" is flagged.

## Options

None.

## References

- Associated Press and Reuters handbooks: name the spokesperson unless the body forbids it.
"""

import re
from collections.abc import Iterator

from factcheck.language.sources import speaks_for
from factcheck.model.analysis import Analysis, CueClass, SourceKind
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.credited import credited
from factcheck.rules.places import excerpt

_OFFICE = re.compile(r"\b(?:office|desk|team|service|department|unit|agency)\b", re.IGNORECASE)
# "A spokeswoman, Helen Frith, declined": the name stands after it.
_NAMED = re.compile(
    r"(?:[^.;,()]{0,40})?(?:,| \(| [–—-]) ?[A-Z][\w’'-]+ (?:[A-Z]\.? )?[A-Z][\w’'-]+[,)–— ]"
)
_TWO = r"[A-Z][\w’'-]+ [A-Z][\w’'-]+"
_SPEAKS = re.compile(
    rf"{_TWO},? (?:who )?(?:speaks|spoke) for\b"
    rf"|{_TWO}, (?:an?|the|its|their) (?:[\w’'-]+ ){{0,3}}spokes(?:man|woman|person)"
)


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every spokesperson credited by role only."""
    for attribution, place in credited(analysis, SourceKind.ROLE, declining=True):
        words = analysis.article.quote(place)
        declines = attribution.cue_class is CueClass.DECLINE
        # An office that does not answer has no name to give; a spokeswoman has.
        text = analysis.article.text
        if _NAMED.match(text, place.end) or (
            words.startswith("The ") and _SPEAKS.search(text, 0, place.start)
        ):
            continue
        if speaks_for(words) and not (declines and _OFFICE.search(words)):
            yield Hit(
                message=f"“{excerpt(words)}” has no name.",
                span=place,
                fix="Ask for the name, or say that the body gives none.",
                confidence=attribution.confidence,
            )


RULE = Rule(
    code="CLM009",
    name="unnamed-spokesperson",
    severity=Severity.INFO,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.ENGLISH}),
    examples=(
        Bad(
            "# The harbour\n\nA spokesman for the ministry said the gate had stood open.\n",
            marks=("A spokesman for the ministry",),
        ),
        Good(
            "# The harbour\n\nAnna Reyes, a spokeswoman for the ministry, said the gate had stood "
            "open all night.\n"
        ),
    ),
)
