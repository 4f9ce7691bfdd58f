"""Quote the text of a span with what stands around it, and find the sentence it stands in."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from factcheck.model.analysis import Analysis
from factcheck.model.article import Anchor, Span

CONTEXT = 32
"""Characters quoted before and after (W3C Web Annotation leaves the number open; 32 is the one
that the Hypothesis client uses)."""


def make_anchor(text: str, span: Span | None) -> Anchor:
    """Return the anchor of a span of the text; without a span, an empty one."""
    if span is None:
        return Anchor(exact="")
    return Anchor(
        exact=text[span.start : span.end],
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
    )


def layers(analysis: Analysis) -> tuple[tuple[Span, ...], ...]:
    """Return the spans of the sentences, of the entries and of the blocks, each in order."""
    return (
        tuple(sentence.span for sentence in analysis.sentences),
        tuple(placed.span for placed in analysis.article.entries),
        tuple(block.span for block in analysis.article.blocks),
    )


def surroundings(layered: Sequence[Sequence[Span]], span: Span | None) -> Span | None:
    """Return the span of the sentences, the entry or the block that hold a span.

    ``layered`` is what ``layers`` returns. A span over several sentences gets the stretch from
    the first to the last of them. Text that is in none of the three is its own surroundings.
    """
    if span is None:
        return None
    for spans in layered:
        covered = _cover(spans, span)
        if covered is not None:
            return covered
    return span


def _cover(spans: Sequence[Span], span: Span) -> Span | None:
    """Return the stretch of ordered spans from the one at the start to the one at the end."""
    first = bisect_right(spans, span.start, key=lambda each: each.start) - 1
    last = bisect_left(spans, max(span.end, span.start + 1), key=lambda each: each.start) - 1
    if first < 0 or span.start >= spans[first].end:
        return None
    return Span(spans[first].start, max(spans[last].end, span.end))
