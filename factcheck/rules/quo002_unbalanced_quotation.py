"""A quotation mark has no partner, or stands on the wrong side of a word.

## What it does

Flags a quotation that is closed but was never opened, one that is opened but never closed, and a
mark whose side of the space says that it belongs elsewhere. A quotation carried over several
paragraphs opens each of them and closes once; that is no fault. Feet, inches, apostrophes and
left-out digits ('90s) are not quotation marks.

## Why it matters

The reader cannot tell where the speaker ends and the writer begins, so words are put into the
wrong mouth. It is also the trace of a cut that took a speaker's name along.

## Example

A paragraph that closes a quotation it never opened is flagged.

## Options

None.

## References

- Chicago Manual of Style, quotations of more than one paragraph: each opens, the last closes.
- Wikipedia, template "check quotation syntax".
"""

from collections.abc import Iterator

from factcheck.model.analysis import Analysis, QuotationFault
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, NoOptions, Rule

_MESSAGES = {
    QuotationFault.UNOPENED: "This quotation is closed but was never opened.",
    QuotationFault.UNCLOSED: "This quotation is opened but never closed.",
    QuotationFault.MISPLACED: "This quotation mark stands on the wrong side of a word.",
}
_FIXES = {
    QuotationFault.UNOPENED: "Put the opening mark where the speaker's words begin.",
    QuotationFault.UNCLOSED: "Put the closing mark where the speaker's words end.",
    QuotationFault.MISPLACED: "Move the mark to the end of the speaker's words.",
}


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every quotation with a fault; its mark is in ``related``."""
    for quotation in analysis.quotations:
        if quotation.fault is not None:
            yield Hit(
                message=_MESSAGES[quotation.fault],
                span=quotation.span,
                related=() if quotation.mark is None else (quotation.mark,),
                fix=_FIXES[quotation.fault],
                confidence=0.9,
            )


RULE = Rule(
    code="QUO002",
    name="unbalanced-quotation",
    severity=Severity.WARNING,
    options=NoOptions,
    find=find,
    examples=(
        Bad(
            """\
# The harbour

The wall will be inspected by divers, said Tom Brandt, the harbour master. Nobody is at risk."

The work is to begin in spring.
""",
            marks=(
                (
                    "The wall will be inspected by divers, said Tom Brandt, the harbour master. "
                    'Nobody is at risk."'
                ),
            ),
        ),
        Good(
            """\
# The harbour

"The wall will be inspected by divers," said Tom Brandt, the harbour master. "The work takes a
week.

"Nobody is at risk," he added.
"""
        ),
    ),
)
