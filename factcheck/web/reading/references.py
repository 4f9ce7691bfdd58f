"""The reference list with its fields marked, and its duplicates side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from citations.duplicates import compare
from citations.duplicates.cluster import Cluster, Comparison
from citations.reference import Reference
from factcheck.model.article import Span
from factcheck.queue.items import Item
from factcheck.reports.pieces import Mark, MarkKind, Piece, cut
from factcheck.web.reading.difference import side_by_side

_PAIRS = 12
"""Pairs of one cluster that are set side by side; a large one is shown against its first member."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """An entry as printed, cut at its fields, with the findings about it."""

    reference: Reference
    pieces: tuple[Piece, ...]
    findings: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two entries of a cluster, each with what differs from the other marked."""

    left: Reference
    right: Reference
    left_pieces: tuple[Piece, ...]
    right_pieces: tuple[Piece, ...]
    comparison: Comparison


def printed(reference: Reference, findings: Sequence[Item] = ()) -> Printed:
    """Return an entry cut at the fields that were read out of it."""
    text = reference.entry.text
    marks = [
        Mark(Span(field.start, field.end), MarkKind.FIELD, field.name) for field in reference.fields
    ]
    return Printed(
        reference=reference,
        pieces=cut(text, Span(0, len(text)), marks),
        findings=tuple(findings),
    )


def pairs(cluster: Cluster, references: Sequence[Reference]) -> tuple[Pair, ...]:
    """Return the pairs of a cluster, in printed order; at most ``_PAIRS`` of them."""
    known = {each.id: each for each in references}
    members = [known[name] for name in cluster.members if name in known]
    return tuple(_pairs(members))


def _pairs(members: Sequence[Reference]) -> Iterator[Pair]:
    many = len(members) * (len(members) - 1) // 2 > _PAIRS
    chosen = ((members[0], other) for other in members[1 : _PAIRS + 1])
    for left, right in chosen if many else combinations(members, 2):
        ours, theirs = side_by_side(left.entry.text, right.entry.text)
        yield Pair(
            left=left,
            right=right,
            left_pieces=ours,
            right_pieces=theirs,
            comparison=compare(left, right),
        )
