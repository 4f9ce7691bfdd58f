"""Entries that an editor keeps apart, known again by their folded text in any later list."""

import hashlib
from collections.abc import Iterable
from itertools import combinations

from citations.fold import fold
from citations.reference import Reference


def entry_key(text: str) -> str:
    """Return what an entry is remembered by: the SHA-256 of its folded text, in hex."""
    return hashlib.sha256(fold(text).encode("utf-8", "surrogatepass")).hexdigest()


def ids_kept_apart(
    references: Iterable[Reference], pairs: frozenset[tuple[str, str]]
) -> frozenset[tuple[str, str]]:
    """Return the pairs of reference ids (for ``Policy.kept_apart``) among remembered pairs.

    ``pairs`` hold two entry keys each, the lesser first.
    """
    if not pairs:
        return frozenset()
    known = {key for pair in pairs for key in pair}
    keyed = [(reference.id, entry_key(reference.entry.text)) for reference in references]
    met = [(id_, key) for id_, key in keyed if key in known]
    return frozenset(
        (left, right)
        for (left, one), (right, other) in combinations(met, 2)
        if (min(one, other), max(one, other)) in pairs
    )
