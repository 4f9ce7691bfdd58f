"""Where two printed entries differ, word by word, for showing them side by side."""

import re

from rapidfuzz.distance import Indel

from citations.fold import fold
from factcheck.model.article import Span
from factcheck.reports.pieces import Mark, MarkKind, Piece, cut

_WORD = re.compile(r"\w+|[^\w\s]")


def side_by_side(left: str, right: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both texts with what the other has not marked; case and accents do not differ.

    Words are aligned by their longest common subsequence (Hyyro 2004, as in rapidfuzz).
    """
    ours, theirs = _words(left), _words(right)
    marks: tuple[list[Mark], list[Mark]] = ([], [])
    edits = Indel.opcodes([fold(word) for word, _ in ours], [fold(word) for word, _ in theirs])
    for edit in edits:
        if edit.tag != "equal":
            marks[0].extend(_changed(ours, edit.src_start, edit.src_end))
            marks[1].extend(_changed(theirs, edit.dest_start, edit.dest_end))
    return (
        cut(left, Span(0, len(left)), marks[0]),
        cut(right, Span(0, len(right)), marks[1]),
    )


def _words(text: str) -> list[tuple[str, Span]]:
    return [(match[0], Span(match.start(), match.end())) for match in _WORD.finditer(text)]


def _changed(words: list[tuple[str, Span]], start: int, end: int) -> list[Mark]:
    if start == end:
        return []
    return [Mark(Span(words[start][1].start, words[end - 1][1].end), MarkKind.CHANGED, "changed")]
