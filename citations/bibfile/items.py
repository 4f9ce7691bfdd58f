"""The items that a file's entries stand for, with its strings resolved."""

from collections.abc import Mapping

from citations.bibfile.entry import Entry
from citations.bibfile.segments import Segment
from citations.formats.latex.dates import MONTHS
from citations.formats.latex.parents import Fields, with_parents
from citations.formats.latex.reading import read_fields
from citations.formats.latex.values import evaluate
from citations.item import Item


def items_of(segments: tuple[Segment, ...], entries: Mapping[int, Entry]) -> dict[int, Item]:
    """Return the item of each entry, inherited fields included, by its place in the file."""
    strings = {month: month for month in MONTHS}
    read: dict[int, tuple[str, Fields]] = {}
    for place, segment in enumerate(segments):
        if segment.string is not None:
            name, value = segment.string
            strings[name] = evaluate(value, strings)[0]
        elif place in entries:
            entry = entries[place]
            values = [
                (field.name.lower(), evaluate(field.value, strings)[0]) for field in entry.fields
            ]
            read[place] = (entry.kind.lower(), values)
    by_key = {entries[place].key.lower(): one for place, one in reversed(read.items())}
    return {
        place: read_fields(kind, with_parents(fields, kind, by_key))
        for place, (kind, fields) in read.items()
    }
