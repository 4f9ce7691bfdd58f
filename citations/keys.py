"""Entry keys: family name, year and first telling title word, stable and unlike each other."""

import re
from collections.abc import Iterable, Iterator
from itertools import count

from citations.fold import fold, fold_words, romanise
from citations.item import Item, Name

_EMPTY = frozenset(
    [
        "a",
        "an",
        "the",
        "der",
        "die",
        "das",
        "ein",
        "eine",
        "le",
        "la",
        "les",
        "l",
        "un",
        "une",
        "el",
        "los",
        "las",
        "lo",
        "il",
        "o",
        "os",
        "as",
        "de",
        "du",
        "des",
        "of",
        "in",
        "on",
        "and",
        "und",
        "et",
        "y",
        "e",
        "zur",
        "zum",
        "what",
        "how",
        "why",
    ]
)
_LONGEST = 24


def _ascii(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", romanise(text))[:_LONGEST]


def _person(names: Iterable[Name]) -> str:
    for name in names:
        found = _ascii(fold(name.family or ""))
        if not found and name.literal:
            found = next((_ascii(w) for w in fold_words(name.literal) if w not in _EMPTY), "")
        if found:
            return found
    return ""


def base_key(item: Item) -> str:
    """Return the key that ``item`` would have alone: "dubin2004intellektualnye"."""
    person = _person(item.author) or _person(item.editor)
    year = str(item.issued.year) if item.issued and item.issued.year is not None else ""
    words = (_ascii(word) for word in fold_words(item.title or "") if word not in _EMPTY)
    title = next((word for word in words if len(word) > 2), "")
    return (person or "anon") + year.replace("-", "") + title


def _letters() -> Iterator[str]:
    for number in count():
        suffix, rest = "", number
        while True:
            suffix = chr(ord("a") + rest % 26) + suffix
            rest = rest // 26 - 1
            if rest < 0:
                break
        yield suffix


def make_keys(items: Iterable[Item]) -> tuple[str, ...]:
    """Return one key an item; the second of equal keys gets the suffix a, the third b, ….

    A key depends only on its item and on the items before it, so that adding one at the end
    renames none. Keys are lower-case ASCII letters and digits, which every tool accepts.
    """
    taken: set[str] = set()
    keys = []
    for item in items:
        base = key = base_key(item)
        suffixes = _letters()
        while key in taken:
            key = base + next(suffixes)
        taken.add(key)
        keys.append(key)
    return tuple(keys)
