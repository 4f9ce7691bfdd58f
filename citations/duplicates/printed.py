"""The text of a reference that is compared: the entry as printed, or its fields in a row."""

import re
from collections.abc import Sequence

from citations.item import Name
from citations.reference import Reference

_SAME_AUTHORS = re.compile(r"\s*(?:[\u2012-\u2015]+|-{2,}|_{2,})[.,:]?\s*")
_LONGEST = 6_000


def printed_text(reference: Reference) -> str:
    """Return the entry as printed or, when there is only an item, its fields one after another.

    A dash printed for the authors of the entry above is read as those authors.
    """
    printed, item = reference.entry.text, reference.item
    if printed and not printed.isspace():
        dash = _SAME_AUTHORS.match(printed)
        if dash and item.author:
            printed = f"{_names_text(item.author)}. {printed[dash.end() :]}"
        return printed[:_LONGEST]
    parts = [
        _names_text(item.author or item.editor),
        str(item.issued.year) if item.issued and item.issued.year else "",
        item.title or "",
        item.container_title or "",
        " ".join(part for part in (item.volume, item.issue, item.page) if part),
        item.edition or "",
        item.publisher or "",
        item.doi or "",
        item.url or "",
    ]
    return ". ".join(part for part in parts if part)[:_LONGEST]


def _name_text(name: Name) -> str:
    parts = (name.particle, name.family, name.given, name.suffix, name.literal)
    return " ".join(part for part in parts if part)


def _names_text(names: Sequence[Name]) -> str:
    return ", ".join(map(_name_text, names))
