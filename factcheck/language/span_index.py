"""Look up which of many spans touch a stretch of text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from factcheck.model.article import Span


class SpanIndex:
    """Spans by start, with the number each was given.

    A lookup costs the logarithm of their number, plus the spans that begin within the longest
    one's length before the stretch.
    """

    __slots__ = ("_longest", "_places", "_starts")

    def __init__(self, spans: Iterable[tuple[Span, int]]) -> None:
        self._places = sorted((span.start, span.end, number) for span, number in spans)
        self._starts = [start for start, _, _ in self._places]
        self._longest = max((end - start for start, end, _ in self._places), default=0)

    def touching(self, span: Span) -> tuple[int, ...]:
        """Return the numbers of the spans that share a character with this one, ascending."""
        low = bisect_right(self._starts, span.start - self._longest - 1)
        high = bisect_left(self._starts, span.end)
        return tuple(sorted(n for _, end, n in self._places[low:high] if end > span.start))
