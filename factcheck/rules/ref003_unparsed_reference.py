"""A line of the reference list could not be read as a reference.

## What it does

Flags a line of the list that is no reference (a bare address, a note), and a reference of which it
is doubtful that all of it was read right. "Ibid." and short forms are understood and not flagged,
nor is a note that the text leads to and that comments in whole sentences without naming a source.

## Why it matters

What cannot be read cannot be compared, cited or exported, and the other rules are silent about it.
A field that was read wrong goes into the bibliography as it is.

## Example

A bare address is flagged: it does not say what stands there, nor whose it is.

## Options

- `review_below`: a reference less likely (0-1) to be wholly right than this is flagged. It is the
  setting `parse.review_below` unless stated here.

## References

- JabRef and GROBID keep what they could not parse as printed, for a person to look at.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citations.reference import Reference
from factcheck.model.analysis import Analysis
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, Rule
from factcheck.rules.places import entry_spans, excerpt

# Nothing but a bare address or date was found below this; see citations/parse/confidence.py.
_NOT_READ = 0.02

# Eight words or more that begin with a capital and end with a stop, and no address among them.
_SENTENCE = re.compile(
    r"(?!.*(?:https?:|www\.))[^\W\d_a-z](?:\S* ){7,}\S*[.!?][”\"»’)]?", re.DOTALL
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of REF003."""

    review_below: float = 0.5


def find(analysis: Analysis, options: Options) -> Iterator[Hit]:
    """Yield one hit for every line that was not understood."""
    spans = entry_spans(analysis)
    cited = {target for citation in analysis.citations for target in citation.targets}
    for reference in analysis.references:
        if _is_comment(reference, cited):
            continue
        text = excerpt(reference.entry.text)
        if reference.kind == "not_a_reference" or (
            reference.kind == "reference"
            and reference.confidence < min(options.review_below, _NOT_READ)
        ):
            message = f"“{text}” could not be read as a reference."
            fix = "Write out author, date, title and where it appeared, or take it off the list."
        elif reference.kind == "reference" and reference.confidence < options.review_below:
            message = f"“{text}” was perhaps read wrong ({reference.confidence:.0%} sure)."
            fix = "Compare its fields in 'factcheck refs --format labelled' with what is printed."
        else:
            continue
        yield Hit(
            message=message,
            span=spans.get(reference.entry.position),
            subject=reference.id,
            fix=fix,
            confidence=1.0 - reference.confidence,
        )


def _is_comment(reference: Reference, cited: set[str]) -> bool:
    """Tell whether an entry is a note in prose that the text leads to, and no source."""
    return (
        reference.kind == "not_a_reference"
        and reference.id in cited
        and _SENTENCE.fullmatch(reference.entry.text) is not None
    )


_START = """\
# Quay walls

The wall has sunk (Brandt, 2011), and traffic is to blame (Okafor, 2019).

## References

- Brandt, L. (2011). Tidal loads on quay walls. Journal of Harbour Works, 12(3), 45-61.
- Okafor, C. (2019). Settlement of masonry under traffic. Coastal Structures, 7(1), 10-22.
"""

RULE = Rule(
    code="REF003",
    name="unparsed-reference",
    severity=Severity.INFO,
    options=Options,
    find=find,
    needs=frozenset({Need.REFERENCES}),
    examples=(
        Bad(
            _START + "- https://harbour.example/2019/quay\n",
            marks=("https://harbour.example/2019/quay",),
        ),
        Good(_START),
        Good(
            """\
# Quay walls

The board has not answered.[^1] The wall has sunk.[^2]

[^1]: It was asked three times in two weeks, and its chair hung up the telephone on us.
[^2]: Brandt, L. (2011). Tidal loads on quay walls. Journal of Harbour Works, 12(3), 45-61.
"""
        ),
    ),
)
