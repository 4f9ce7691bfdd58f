"""Sort the entries of a file by key, without moving them past what they may depend on."""

from collections.abc import Container

from citations.bibfile.entry import Entry
from citations.bibfile.segments import Kind, Segment

PARENTS = ("crossref", "xref", "xdata", "related", "entryset")
_BARRIERS = frozenset([Kind.STRING, Kind.PREAMBLE, Kind.BROKEN])


def sorted_slots(
    segments: tuple[Segment, ...], entries: dict[int, Entry], gone: Container[int] = ()
) -> dict[int, tuple[int, ...]]:
    """Return, for the first place of each unit, the places of the unit that goes there.

    ``gone`` are the places of entries that will not be written.

    A unit is an entry with the comment directly above it. Units are sorted between strings,
    preambles and broken blocks; an entry that others refer to comes after them, as BibTeX asks.
    """
    parents = {
        name.strip().lower()
        for entry in entries.values()
        for field in PARENTS
        for name in (entry.get(field) or "").split(",")
    }

    def rank(unit: tuple[int, ...]) -> tuple[bool, str]:
        key = entries[unit[-1]].key.lower()
        return key in parents, key

    slots: dict[int, tuple[int, ...]] = {}
    for run in _runs(segments, entries, gone):
        for slot, unit in zip(run, sorted(run, key=rank), strict=True):
            slots[slot[0]] = unit
    return slots


def _runs(
    segments: tuple[Segment, ...], entries: dict[int, Entry], gone: Container[int]
) -> list[list[tuple[int, ...]]]:
    runs: list[list[tuple[int, ...]]] = [[]]
    for place, segment in enumerate(segments):
        if place in entries:
            runs[-1].append((*_comment_above(segments, place), place))
        elif segment.kind in _BARRIERS or (segment.kind is Kind.ENTRY and place not in gone):
            runs.append([])
    return runs


def _comment_above(segments: tuple[Segment, ...], place: int) -> tuple[int, ...]:
    """Return the places of the comment above an entry and of the line's end between, or ()."""
    if place < 3 or segments[place - 2].kind is not Kind.COMMENT:
        return ()
    blank = segments[place - 1]
    # A heading of the file stays at its top.
    is_close = blank.kind is Kind.BLANK and blank.raw.count("\n") == 1
    return (place - 2, place - 1) if is_close else ()
