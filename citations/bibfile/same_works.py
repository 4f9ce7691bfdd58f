"""Which entries of a file are one work, and one entry made of several without losing a field."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from citations import reference
from citations.bibfile.entry import Entry, Field
from citations.bibfile.sorting import PARENTS
from citations.bibfile.steps.entry_types import VAGUE
from citations.duplicates import Verdict, find_clusters
from citations.item import Item
from citations.titles import is_all_caps


@dataclass(frozen=True, slots=True, kw_only=True)
class SameWork:
    """Entries judged to be one work, by their places in the file; at least two, in order.

    ``score`` (0-1) is the probability that they are; ``reasons`` say why in words.
    """

    places: tuple[int, ...]
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A value that a merged entry does not hold: whose it was, and its field."""

    place: int
    field: str
    value: str


def same_works(items: Mapping[int, Item], entries: Mapping[int, Entry]) -> tuple[SameWork, ...]:
    """Return the entries that are one work.

    One that names a parent (``crossref``) takes fields from it and stays an entry of its own.
    """
    references = [
        reference.Reference(
            id=str(place), entry=reference.Entry(position=place, text=""), item=item
        )
        for place, item in items.items()
    ]
    found = []
    for cluster in find_clusters(references):
        if cluster.verdict is not Verdict.SAME:
            continue
        places = tuple(
            place for place in sorted(map(int, cluster.members)) if not any(parents(entries[place]))
        )
        if len(places) > 1:
            found.append(SameWork(places=places, score=cluster.score, reasons=cluster.reasons))
    return tuple(found)


def parents(entry: Entry) -> Iterator[str]:
    """Yield the keys, in lower case, that an entry names in ``crossref`` and its like."""
    for field in entry.fields:
        text = field.text() if field.name.lower() in PARENTS else None
        for name in text.split(",") if text else ():
            yield name.strip().lower()


def merge_entries(
    entries: Mapping[int, Entry], places: Sequence[int]
) -> tuple[Entry, tuple[Conflict, ...]]:
    """Make one entry of those at ``places``, and say which values it does not hold.

    The first entry keeps its key and place. A field is taken from the entries that have it: the
    value most of them share, then a title that is not shouted, then the longer one. The first
    entry's type stands unless it is one that says little. ``ids`` takes the keys that go, which
    is how biblatex still finds them.
    """
    first, *others = (entries[place] for place in places)
    kind = first.kind if first.kind not in VAGUE else next(
        (one.kind for one in others if one.kind not in VAGUE), first.kind
    )  # fmt: skip
    values: dict[str, list[tuple[int, Field]]] = {}
    for place in places:
        for field in entries[place].fields:
            values.setdefault(field.name, []).append((place, field))
    fields, conflicts = [], []
    for name, given in values.items():
        if name == "ids":
            continue
        kept = _best([field.value for _, field in given])
        fields.append(Field(name=name, value=kept))
        seen = {kept}
        for place, field in given:
            if field.value not in seen:
                seen.add(field.value)
                conflicts.append(Conflict(place=place, field=name, value=field.value))
    known = [name for place in places for name in _names(entries[place])]
    keys = [entry.key for entry in others if entry.key.lower() != first.key.lower()]
    aliases = dict.fromkeys([*known, *keys])
    aliases.pop(first.key, None)
    if aliases:
        fields.append(Field(name="ids", value=f"{{{','.join(aliases)}}}"))
    return replace(first, kind=kind, fields=tuple(fields)), tuple(conflicts)


def _names(entry: Entry) -> Iterable[str]:
    return [name.strip() for name in (entry.get("ids") or "").split(",") if name.strip()]


def _best(values: Sequence[str]) -> str:
    def rank(value: str) -> tuple[int, bool, int, int]:
        return values.count(value), not is_all_caps(value), len(value), -values.index(value)

    return max(values, key=rank)
