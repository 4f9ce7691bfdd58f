"""New keys from a pattern, and the references to them."""

from collections.abc import Mapping
from dataclasses import replace

from citations.bibfile.entry import Entry, Field
from citations.bibfile.items import items_of
from citations.bibfile.segments import Segment
from citations.bibfile.sorting import PARENTS
from citations.keys import make_keys


def new_keys(
    segments: tuple[Segment, ...], entries: dict[int, Entry], pattern: str
) -> dict[int, str]:
    """Return the key of each entry by its place. Raises ``ValueError`` for a wrong pattern."""
    items = items_of(segments, entries)
    present = [entries[place].key for place in items]
    return dict(zip(items, make_keys(items.values(), pattern, present), strict=True))


def with_keys(entries: dict[int, Entry], keys: dict[int, str]) -> dict[int, Entry]:
    """Return the entries under new keys, fields that name a key (``crossref``, …) included."""
    renamed: dict[str, str] = {}
    for place, entry in entries.items():
        renamed.setdefault(entry.key, keys[place])

    return {
        place: replace(with_new_parents(entry, renamed), key=keys[place])
        for place, entry in entries.items()
    }


def with_new_parents(entry: Entry, renamed: Mapping[str, str]) -> Entry:
    """Return the entry with the keys that its ``crossref`` and its like name changed."""

    def follow(field: Field) -> Field:
        text = field.text() if field.name in PARENTS else None
        if text is None:
            return field
        names = ",".join(renamed.get(name.strip(), name) for name in text.split(","))
        return replace(field, value=f"{{{names}}}")

    return entry.map(follow)
