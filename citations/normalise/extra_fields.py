"""Extra fields under one name each, those with a name of their own first."""

import re
from dataclasses import replace

from citations.field_names import FROM_CSL, has_own_name
from citations.item import Item

_JOINED = frozenset(["note", "keywords"])
_BETWEEN_KEYWORDS = re.compile(r"\s*[;,]\s*")


def settle_extra(item: Item) -> Item:
    """Rename CSL's variables, join repeated notes, and put what every format can name first."""
    if not item.extra:
        return item
    known: dict[str, str] = {}
    rest: list[tuple[str, str]] = []
    for given, text in item.extra:
        name = FROM_CSL.get(given, given)
        value = text
        if name == "keywords":
            value = ", ".join(word for word in _BETWEEN_KEYWORDS.split(text) if word)
        if not value:
            continue
        if name in known and name in _JOINED:
            between = ", " if name == "keywords" else "; "
            if value != known[name]:
                known[name] = f"{known[name]}{between}{value}"
        elif has_own_name(item, name, value) and name not in known:
            known[name] = value
        else:
            rest.append((name, value))
    extra = (*known.items(), *rest)
    return item if extra == item.extra else replace(item, extra=extra)
