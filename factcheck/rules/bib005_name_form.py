"""A name in the reference list is not in the form of a name.

## What it does

Flags an author or editor whose name holds a digit or an address, whose initials stand where the
family name should at the head of the entry, or who is several people in one. Bodies are only
flagged for the last.

## Why it matters

Such an entry is sorted, cited and looked up under the wrong name. A digit is most often the mark
of a footnote or an affiliation that was copied along.

## Example

"Harker2, J." is flagged.

## Options

- `min_confidence`: entries that were read with less confidence (0-1) are left alone.

## References

- APA Publication Manual, 7th edition, section 9.8: family name first, then initials.
- `factcheck bib lint` finds the same in a .bib file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citations.checks import name_fault
from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, Rule
from factcheck.rules.places import excerpt, works

_INITIALS_FIRST = re.compile(r"\W*(?:[^\W\d_a-z]\.[ -]?){1,3},\s?[^\W\d_a-z][^\W\d_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of BIB005."""

    min_confidence: float = 0.3


def find(analysis: Analysis, options: Options) -> Iterator[Hit]:
    """Yield one hit for every entry with such a name, naming the first one."""
    for reference, span in works(analysis):
        if reference.confidence < options.min_confidence:
            continue
        begins_so = _INITIALS_FIRST.match(reference.entry.text) is not None
        for name in (*reference.item.author, *reference.item.editor):
            fault = name_fault(name)
            # Elsewhere it is more often read wrong than printed wrong.
            if fault and (begins_so or "initials" not in fault):
                whole = name.literal or " ".join(part for part in (name.given, name.family) if part)
                yield Hit(
                    message=f"The name “{excerpt(whole)}” {fault}.",
                    span=span,
                    subject=reference.id,
                    fix="Write the family name, then given name or initials, one name a person.",
                    confidence=0.7,
                )
                break


_START = "# Quays\n\nQuays sink (Brandt, 2011).\n\n## References\n\n"
_OTHER = "- Brandt, L. (2011). Tidal loads on quay walls. Journal of Harbour Works, 12(3), 45-61.\n"

RULE = Rule(
    code="BIB005",
    name="name-form",
    severity=Severity.INFO,
    options=Options,
    find=find,
    needs=frozenset({Need.REFERENCES}),
    examples=(
        Bad(
            _START
            + _OTHER
            + "- Harker2, J. (2012). Failure of girders. Bridge Review, 18(4), 1-9.\n",
            marks=("Harker2, J. (2012). Failure of girders. Bridge Review, 18(4), 1-9.",),
        ),
        Good(_START + _OTHER),
    ),
)
