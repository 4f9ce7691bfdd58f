"""What the readers of French and German sentences share: their input, their yield, trimming."""

from dataclasses import dataclass

from factcheck.model.analysis import CueClass
from factcheck.model.article import Span

_EDGE = " \t\n\r\u00a0\u202f\u2009,;:—–-"
CLOSING = ',»”“"›‹?!…—–'
"""What stands right before an inverted reporting clause: '…», dit-il', '…“, sagte er'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A sentence, or a stretch of an endless one, and the quotations that touch it."""

    text: str
    span: Span
    quoted: tuple[Span, ...] = ()

    def is_quoted(self, at: int) -> bool:
        """Tell whether an offset lies inside a quotation."""
        return any(each.start < at < each.end - 1 for each in self.quoted)

    def quote(self, span: Span) -> str:
        """Return the words of a span."""
        return self.text[span.start : span.end]

    def trimmed(self, start: int, end: int) -> Span | None:
        """Return a stretch without space, commas, dashes and stops at its edges; None if empty."""
        text = self.text
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE + ".":
            end -= 1
        return Span(start, end) if start < end else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An attribution as a reader sees it; ``source`` is None where nobody is named."""

    cue: Span
    content: Span
    source: Span | None
    cue_class: CueClass


def words_in(text: str) -> int:
    """Return the number of words of a text that hold a letter."""
    return sum(any(map(str.isalpha, word)) for word in text.split())
