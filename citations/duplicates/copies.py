"""Collapse exact copies first: what is printed alike is compared once."""

from collections.abc import Iterator, Sequence

from citations.duplicates.policy import Policy
from citations.duplicates.profile import Profile, profile
from citations.item import Item
from citations.reference import Reference


def distinct(
    references: Sequence[Reference], policy: Policy
) -> tuple[list[Profile], list[list[int]]]:
    """Return the profile of each text that differs, ordered by text, and the places that print it.

    Places count from 0 in ``references``. References of which an editor keeps any pair apart,
    and those without a word, stand for themselves.
    """
    named = {identity for pair in policy.kept_apart for identity in pair}
    found: dict[object, tuple[Profile, list[int]]] = {}
    for places in _copies(references):
        side = profile(references[places[0]])
        alone = [place for place in places if references[place].id in named or not side.words]
        for place in alone:
            identity = references[place].id
            found[identity] = (profile(references[place]), [place])
        rest = [place for place in places if place not in alone] if alone else places
        if rest:
            found.setdefault((side.text, side.url, side.doi), (side, []))[1].extend(rest)
    ordered = sorted(found.values(), key=lambda each: (each[0].text, each[0].id))
    return [side for side, _ in ordered], [sorted(places) for _, places in ordered]


def _copies(references: Sequence[Reference]) -> Iterator[list[int]]:
    """Yield the places of equal references, before anything is worked out of them."""
    known: dict[object, list[tuple[Item, list[int]]]] = {}
    for place, reference in enumerate(references):
        item = reference.item
        bucket = known.setdefault(reference.entry.text or item, [])
        for other, places in bucket:
            if other is item or other == item:
                places.append(place)
                break
        else:
            bucket.append((item, [place]))
    for bucket in known.values():
        for _, places in bucket:
            yield places
