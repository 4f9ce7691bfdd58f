"""A quotation has no speaker.

## What it does

Flags somebody's words in quotation marks, or in a block of their own, where no speaker or
reporting verb stands in the sentence, before it or after it, and no citation stands with it.
Titles, nicknames, scare quotes and a few quoted words are left alone, and so is a pull quote that
repeats a quotation from the text.

## Why it matters

A quotation is a promise that somebody said exactly this. Without a name nobody can be asked.

## Example

A quotation that ends a paragraph without a word about who spoke is flagged.

## Options

- `min_words`: shorter quotations are left alone; a few words are rarely a statement.

## References

- Reuters Handbook of Journalism: identify the source of a quotation as soon as possible.
- Wikipedia, template "quote without source".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model.analysis import Analysis, Quotation, QuotationKind
from factcheck.model.article import Span
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, Rule
from factcheck.rules.coverage import meets, merged
from factcheck.rules.places import block_at, excerpt, in_body, sentence_at
from factcheck.rules.sayings import is_common_property

_SPOKEN = frozenset({QuotationKind.DIRECT, QuotationKind.BLOCK})
_CLOSING_MARKS = ("”", "»", "“", "«", '"')
_MARKS = " \t\n\u00a0\"'“”„‟‘’‚«»‹›.,;:!?…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of QUO001."""

    min_words: int = 4


def find(analysis: Analysis, options: Options) -> Iterator[Hit]:
    """Yield one hit for every spoken quotation that no attribution and no citation covers."""
    # Words that read as somebody's, with neither speaker nor cue anywhere near, are nobody's.
    credited = [
        each.content
        for each in analysis.attributions
        if each.source or each.cue or each.carried_from
    ]
    covered = merged(credited)
    cited = merged(each.span for each in analysis.citations)
    # What is credited anywhere is: a pull quote repeats it without a speaker.
    known = {
        _words(analysis, each.span) for each in analysis.quotations if meets(covered, each.span)
    }
    for quotation in analysis.quotations:
        words = _words(analysis, quotation.span)
        if (
            quotation.kind not in _SPOKEN
            or quotation.fault is not None
            or len(words) < options.min_words
            or quotation.continued
            or words in known
            or not in_body(analysis, quotation.span)
            or _is_introduced(analysis, quotation)
            or meets(cited, _sentences(analysis, quotation))
        ):
            continue
        said = excerpt(analysis.article.quote(quotation.span).strip(_MARKS), 50)
        yield Hit(
            message=f"Nothing says who spoke these words: “{said}”.",
            span=quotation.span,
            fix="Name the speaker in the sentence or right before it, or paraphrase with a source.",
            confidence=0.8,
        )


def _is_introduced(analysis: Analysis, quotation: Quotation) -> bool:
    """Tell whether a colon, another quotation or the word for a sign stands right before it."""
    block = block_at(analysis, quotation.span)
    if block is None:
        return False
    before = analysis.article.text[block.span.start : quotation.span.start].rstrip()
    led_in = before.endswith(":") and len(before.split()) > 1
    goes_on = before.endswith(_CLOSING_MARKS) and len(before.split()) > 1
    return led_in or goes_on or is_common_property(analysis, quotation.span)


def _sentences(analysis: Analysis, quotation: Quotation) -> Span:
    """Return the quotation stretched to the sentences in which it begins and ends."""
    first = sentence_at(analysis, quotation.span.start)
    last = sentence_at(analysis, max(quotation.span.start, quotation.span.end - 1))
    return Span(
        quotation.span.start if first is None else first.span.start,
        quotation.span.end if last is None else last.span.end,
    )


def _words(analysis: Analysis, span: Span) -> tuple[str, ...]:
    words = (word.strip(_MARKS).casefold() for word in analysis.article.quote(span).split())
    return tuple(word for word in words if word)


RULE = Rule(
    code="QUO001",
    name="unattributed-quotation",
    severity=Severity.WARNING,
    options=Options,
    find=find,
    needs=frozenset({Need.ATTRIBUTIONS}),
    examples=(
        Bad(
            """\
# The harbour

The gate has been shut since Monday. Nobody may go in without a pass.

"They will take the boats and leave us the bill."

The council meets again in a week.
""",
            marks=('"They will take the boats and leave us the bill."',),
        ),
        Good(
            """\
# The harbour

The gate has been shut since Monday.

"They will take the boats and leave us the bill," said Ines Calder, a boat owner.
"""
        ),
    ),
)
