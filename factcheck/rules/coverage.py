"""Ask whether any of many spans overlaps a span, in logarithmic time."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from factcheck.model.article import Span


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the same stretches of text as ordered spans that do not overlap."""
    whole: list[Span] = []
    for span in sorted(spans):
        if whole and span.start < whole[-1].end:
            whole[-1] = Span(whole[-1].start, max(whole[-1].end, span.end))
        else:
            whole.append(span)
    return tuple(whole)


def meets(whole: Sequence[Span], span: Span) -> bool:
    """Tell whether a span overlaps one of some merged spans."""
    index = bisect_left(whole, span.end, key=lambda each: each.start) - 1
    return index >= 0 and whole[index].overlaps(span)
