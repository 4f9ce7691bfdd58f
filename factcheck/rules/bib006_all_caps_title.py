"""A title in the reference list is in capitals throughout.

## What it does

Flags a title of two words or more without a lower-case letter.

## Why it matters

Capitals hide which words are names and acronyms, so no style can be set from such a title, and
reference lists copied from databases show it at once.

## Example

"FAILURE OF RIVETED GIRDERS" is flagged, "NATO" alone is not.

## Options

- `min_confidence`: entries that were read with less confidence (0-1) are left alone.

## References

- The Chicago Manual of Style, 17th edition, section 8.159: headline style for titles in capitals.
- `factcheck bib lint` finds the same in a .bib file.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from citations.titles import is_all_caps
from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, Rule
from factcheck.rules.places import excerpt, works


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of BIB006."""

    min_confidence: float = 0.3


def find(analysis: Analysis, options: Options) -> Iterator[Hit]:
    """Yield one hit for every entry with such a title."""
    for reference, span in works(analysis):
        title = reference.item.title
        if title and reference.confidence >= options.min_confidence and is_all_caps(title):
            yield Hit(
                message=f"The title “{excerpt(title)}” is in capitals.",
                span=span,
                subject=reference.id,
                fix="Write it as the work has it, with capitals for names and acronyms only.",
                confidence=0.9,
            )


_START = "# Quays\n\nQuays sink (Brandt, 2011).\n\n## References\n\n"
_OTHER = "- Brandt, L. (2011). Tidal loads on quay walls. Journal of Harbour Works, 12(3), 45-61.\n"

RULE = Rule(
    code="BIB006",
    name="all-caps-title",
    severity=Severity.INFO,
    options=Options,
    find=find,
    needs=frozenset({Need.REFERENCES}),
    examples=(
        Bad(
            _START
            + _OTHER
            + "- Harker, J. (2012). FAILURE OF RIVETED GIRDERS. Bridge Review, 18(4), 1-9.\n",
            marks=("Harker, J. (2012). FAILURE OF RIVETED GIRDERS. Bridge Review, 18(4), 1-9.",),
        ),
        Good(_START + _OTHER),
    ),
)
