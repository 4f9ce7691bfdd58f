"""An identifier in the reference list cannot exist.

## What it does

Flags an ISBN or ISSN whose check digit is wrong, and a DOI that is not of the form
10.REGISTRANT/SUFFIX, wherever the entry says that it is one. Whether a well-formed DOI leads
anywhere is VER002.

## Why it matters

A mistyped identifier leads nowhere, or to another work.

## Example

A DOI that lost its slash is flagged.

## Options

None.

## References

- ISO 2108 (ISBN), ISO 3297 (ISSN): check digits; ISO 26324 and the DOI Handbook: syntax.
"""

import re
from collections.abc import Iterator

from citations.identifiers import parse_doi, parse_isbn, parse_issn
from factcheck.model.analysis import Analysis
from factcheck.model.article import Span
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.places import excerpt, works

# A line's end in print leaves a blank behind the slash.
_DOI = re.compile(r"\bdoi(?:\.org/|:\s?)(?:10\.\d{4,9}/\s(?=\w)|10)[^\s,;]{1,200}", re.IGNORECASE)
_CHECKS = (
    (
        "ISBN",
        re.compile(r"\bISBN(?:-1[03])?:?\s*\d[\dXx \u2010-\u2013-]{8,20}", re.IGNORECASE),
        parse_isbn,
    ),
    (
        "ISSN",
        re.compile(r"\b[ep]?-?ISSN:?\s*\d{4}[-\u2010-\u2013]\d{3}[\dX]\b", re.IGNORECASE),
        parse_issn,
    ),
    ("DOI", _DOI, parse_doi),
)


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every labelled identifier that does not hold."""
    for reference, span in works(analysis):
        for name, pattern, parse in _CHECKS:
            for match in pattern.finditer(reference.entry.text):
                printed = match[0].rstrip(" .-")
                if parse(match[0]) is None:
                    start = None if span is None else span.start + match.start()
                    yield Hit(
                        message=f"No {name} can look like “{excerpt(printed)}”.",
                        span=None if start is None else Span(start, start + len(printed)),
                        subject=reference.id,
                        fix=f"Look the work up and copy its {name}.",
                    )


RULE = Rule(
    code="BIB002",
    name="invalid-identifier",
    severity=Severity.ERROR,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.REFERENCES}),
    examples=(
        Bad(
            """\
# Quay walls

The wall has sunk (Brandt, 2011), and traffic is to blame (Okafor, 2019).

## References

- Brandt, L. (2011). Tidal loads. Journal of Harbour Works, 12(3), 45-61. doi:10.5555jhw.45
- Okafor, C. (2019). Settlement of masonry under traffic. Coastal Structures, 7(1), 10-22.
""",
            marks=("doi:10.5555jhw.45",),
        ),
        Good("""\
# Quay walls

The wall has sunk (Brandt, 2011), and traffic is to blame (Okafor, 2019).

## References

- Brandt, L. (2011). Tidal loads. Journal of Harbour Works, 12(3), 45-61. doi:10.5555/jhw.45
- Okafor, C. (2019). Settlement of masonry under traffic. Coastal Structures, 7(1), 10-22.
"""),
    ),
)
