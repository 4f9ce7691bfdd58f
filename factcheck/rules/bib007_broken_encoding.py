"""Letters of an entry were read in a wrong encoding.

## What it does

Flags an entry with the marks that UTF-8 leaves when it is read as Windows-1252 or Latin-1, or with
the replacement character.

## Why it matters

"MÃ¼ller" is found in no catalogue, and the fault was made before publication: it is in the text.

## Example

"MÃ¼ller" for "Müller" is flagged.

## Options

None.

## References

- The Unicode Standard, version 16, section 3.9: UTF-8.
- `factcheck bib lint` finds the same in a .bib file.
"""

from collections.abc import Iterator

from citations.checks import looks_misdecoded
from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.places import entry_spans, excerpt


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every entry with such letters."""
    spans = entry_spans(analysis)
    for reference in analysis.references:
        if looks_misdecoded(reference.entry.text):
            yield Hit(
                message=f"“{excerpt(reference.entry.text)}” has letters read in a wrong encoding.",
                span=spans.get(reference.entry.position),
                subject=reference.id,
                fix="Type the letters anew, or copy the entry from where it is right.",
                confidence=0.95,
            )


_START = "# Quays\n\nQuays sink (Brandt, 2011).\n\n## References\n\n"
_OTHER = "- Brandt, L. (2011). Tidal loads on quay walls. Journal of Harbour Works, 12(3), 45-61.\n"

RULE = Rule(
    code="BIB007",
    name="broken-encoding",
    severity=Severity.WARNING,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.REFERENCES}),
    examples=(
        Bad(
            _START
            + _OTHER
            + "- MÃ¼ller, J. (2012). Failure of girders. Bridge Review, 18(4), 1-9.\n",
            marks=("MÃ¼ller, J. (2012). Failure of girders. Bridge Review, 18(4), 1-9.",),
        ),
        Good(
            _START
            + _OTHER
            + "- Müller, J. (2012). Failure of girders. Bridge Review, 18(4), 1-9.\n"
        ),
    ),
)
