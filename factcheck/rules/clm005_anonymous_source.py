"""A statement rests on a source without a name.

## What it does

Flags each place where an unnamed person or group is credited: "a security source", "two people
familiar with the matter", "officials who asked not to be named". A spokesperson of a named body
is CLM009, and people who could be anyone are CLM003.

## Why it matters

Anonymous sources are the weakest. The reader cannot weigh them, so an editor must know who they
are, why they are not named, and whether a second source agrees.

## Example

"A port official who asked not to be named" is flagged; the harbour master by name is not.

## Options

None.

## References

- Reuters Handbook of Journalism: "anonymous sources are the weakest sources".
- Associated Press, News Values and Principles, anonymous sources: information, not opinion; the
  only way to get it; and the story says why the source asked for anonymity.
- BBC Editorial Guidelines, 3.3.4: reluctant to rely on a single source.
"""

from collections.abc import Iterator

from factcheck.model.analysis import Analysis, SourceKind
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.credited import credited
from factcheck.rules.places import excerpt


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every place where an anonymous source is credited."""
    for attribution, place in credited(analysis, SourceKind.ANONYMOUS):
        words = excerpt(analysis.article.quote(place))
        match attribution.count:
            case None:
                message = f"“{words}”: unnamed sources, and the text does not say how many."
            case 1:
                message = f"“{words}”: a single source without a name."
            case number:
                message = f"“{words}”: {number} sources without a name."
        yield Hit(
            message=message,
            span=place,
            related=(attribution.content,),
            fix="Name the source, or say why it is not named and who else confirms it.",
            confidence=attribution.confidence,
        )


RULE = Rule(
    code="CLM005",
    name="anonymous-source",
    severity=Severity.WARNING,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.ATTRIBUTIONS}),
    examples=(
        Bad(
            "# The harbour\n\nAccording to a security source in the port, the gate stood open all "
            "night.\n",
            marks=("a security source in the port",),
        ),
        Good(
            "# The harbour\n\nAccording to the harbour master, Tom Brandt, the gate stood open all "
            "night.\n"
        ),
    ),
)
