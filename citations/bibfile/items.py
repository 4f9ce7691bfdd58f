"""The items that a file's entries stand for, with its strings resolved."""

from collections.abc import Mapping

from citations.bibfile.entry import Entry
from citations.bibfile.segments import Segment
from citations.formats.latex.dates import MONTHS
from citations.formats.latex.entries import read_fields
from citations.formats.latex.values import evaluate
from citations.item import Item


def items_of(segments: tuple[Segment, ...], entries: Mapping[int, Entry]) -> dict[int, Item]:
    """Return the item of each entry by its place, in the order of the file."""
    strings = {month: month for month in MONTHS}
    items = {}
    for place, segment in enumerate(segments):
        if segment.string is not None:
            name, value = segment.string
            strings[name] = evaluate(value, strings)[0]
        elif place in entries:
            entry = entries[place]
            values = [
                (field.name.lower(), evaluate(field.value, strings)[0]) for field in entry.fields
            ]
            items[place] = read_fields(entry.kind, values)
    return items
