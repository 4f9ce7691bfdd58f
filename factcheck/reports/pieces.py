"""Text cut where a mark begins or ends: marks may overlap and the page stays well-formed."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from factcheck.model.article import Span


class MarkKind(StrEnum):
    """What a stretch of text is marked as."""

    FINDING = "finding"
    SOURCE = "source"
    CUE = "cue"
    CITATION = "citation"
    LINK = "link"
    FIELD = "field"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch. ``about``: a finding's id, a kind of source, a reference's id, a field."""

    span: Span
    kind: MarkKind
    about: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Text between two neighbouring edges, the marks it lies in, and those that begin with it."""

    text: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()

    def first(self, kind: MarkKind) -> Mark | None:
        """Return the first mark of a kind that the piece lies in."""
        return next((mark for mark in self.marks if mark.kind == kind), None)

    def starting(self, kind: MarkKind) -> tuple[Mark, ...]:
        """Return the marks of a kind that begin with the piece."""
        return tuple(mark for mark in self.begins if mark.kind == kind)


def cut(text: str, within: Span, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """Return the pieces of ``text`` inside ``within``; joined, they are that text.

    Marks that reach over the edge are cut off there; empty ones and repetitions are dropped. A
    mark begins with the first piece inside ``within`` only if it begins there itself. Time grows
    with the marks and the pieces they make.
    """
    inside = sorted(
        {mark for mark in marks if mark.span.start < mark.span.end and mark.span.overlaps(within)},
        key=lambda mark: (mark.span, mark.kind, mark.about),
    )
    edges = {within.start, within.end}
    for mark in inside:
        edges.add(max(mark.span.start, within.start))
        edges.add(min(mark.span.end, within.end))
    return tuple(_pieces(text, sorted(edges), inside))


def shared_out(marks: Iterable[Mark], regions: Sequence[Span]) -> list[list[Mark]]:
    """Return for each region, in order and without overlap, the marks that reach into it."""
    starts = [region.start for region in regions]
    out: list[list[Mark]] = [[] for _ in regions]
    for mark in marks:
        number = max(bisect_right(starts, mark.span.start) - 1, 0)
        while number < len(regions) and starts[number] < mark.span.end:
            out[number].append(mark)
            number += 1
    return out


def _pieces(text: str, edges: Sequence[int], marks: Sequence[Mark]) -> Iterable[Piece]:
    waiting = iter(marks)
    coming = next(waiting, None)
    here: list[Mark] = []
    for start, end in pairwise(edges):
        here = [mark for mark in here if mark.span.end > start]
        while coming is not None and coming.span.start <= start:
            here.append(coming)
            coming = next(waiting, None)
        begins = tuple(mark for mark in here if mark.span.start == start)
        yield Piece(text=text[start:end], marks=tuple(here), begins=begins)
