"""The cleaned list: each work once, by its fullest entry, with what the others add to it."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from citations.duplicates.cluster import Cluster, Verdict
from citations.duplicates.merge import Merged, merge_with_origins
from citations.item import Item
from citations.reference import Reference

_NOT_PRINTED = frozenset(["type", "extra", "language", "accessed"])


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanEntry:
    """One work of a cleaned list.

    ``kept`` is the entry that stays, ``dropped`` those that go, in printed order; ``merged`` is
    the work with the best of each field and the origin of each, its items counted as ``kept`` and
    then ``dropped``. ``adds`` are (field, value) pairs that a dropped entry states and the kept
    one does not.
    """

    kept: Reference
    dropped: tuple[Reference, ...]
    merged: Merged
    adds: tuple[tuple[str, str], ...]


def by_work(
    references: Iterable[Reference], clusters: Iterable[Cluster]
) -> tuple[tuple[Reference, ...], ...]:
    """Group references by work, in printed order of the first; one alone is a group of its own.

    Back references ("ibid.") and lines that are no reference are left out.
    """
    groups = {each.id: [each] for each in references if each.kind == "reference"}
    for cluster in clusters:
        members = [name for name in cluster.members if name in groups]
        if cluster.verdict is not Verdict.SAME or len(members) < 2:
            continue
        first, *others = members
        for name in others:
            groups[first] += groups.pop(name)
    return tuple(tuple(group) for group in groups.values())


def cleaned(references: Iterable[Reference], clusters: Iterable[Cluster]) -> tuple[CleanEntry, ...]:
    """Return the list with each work once, in printed order of its first entry.

    The entry that states most fields is kept; of equals the longest in print, then the first.
    """
    return tuple(_clean(group) for group in by_work(references, clusters))


def _clean(group: tuple[Reference, ...]) -> CleanEntry:
    kept = max(group, key=lambda each: (_stated(each.item), len(each.entry.text)))
    dropped = tuple(each for each in group if each is not kept)
    merged = merge_with_origins([kept.item, *(each.item for each in dropped)])
    adds = tuple(
        (name, merged.shown(name))
        for name, origins in merged.origins
        if name not in _NOT_PRINTED and 0 not in origins and not getattr(kept.item, name)
    )
    return CleanEntry(kept=kept, dropped=dropped, merged=merged, adds=adds)


def _stated(item: Item) -> int:
    return sum(bool(getattr(item, each.name)) for each in fields(Item))
