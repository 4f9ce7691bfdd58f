"""Entry keys: family name, year and first telling title word, stable and unlike each other."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
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


PATTERN = "{author}{year}{title}"
_PLACE = re.compile(r"\{(\w*)\}")
_SUFFIX = re.compile(r"[a-z]{0,2}\Z")
_LITERAL = re.compile(r"[a-zA-Z0-9_:+\-]*\Z")


def _year(item: Item) -> str:
    year = str(item.issued.year) if item.issued and item.issued.year is not None else ""
    return year.replace("-", "")


def _telling_word(item: Item) -> str:
    words = (_ascii(word) for word in fold_words(item.title or "") if word not in _EMPTY)
    return next((word for word in words if len(word) > 2), "")


_PARTS: Mapping[str, Callable[[Item], str]] = {
    "author": lambda item: _person(item.author) or _person(item.editor) or "anon",
    "Author": lambda item: (_person(item.author) or _person(item.editor) or "anon").capitalize(),
    "year": _year,
    "shortyear": lambda item: _year(item)[-2:],
    "title": _telling_word,
    "Title": lambda item: _telling_word(item).capitalize(),
    "container": lambda item: "".join(
        word[0] for word in fold_words(item.container_title or "") if word not in _EMPTY
    )[:_LONGEST],
}


def base_key(item: Item, pattern: str = PATTERN) -> str:
    """Return the key that ``item`` would have alone: "dubin2004intellektualnye".

    ``pattern`` holds {author}, {year}, {shortyear}, {title} (its first telling word), {container}
    (its initials), {Author} and {Title} with a capital, and letters, digits and "_:+-" between.
    Raises ``ValueError`` for anything else.
    """
    literals = _PLACE.split(pattern)
    names_parts = 0 < len(set(literals[1::2]) & set(_PARTS)) == len(set(literals[1::2]))
    if not all(map(_LITERAL.match, literals[::2])) or not names_parts:
        names = ", ".join(f"{{{name}}}" for name in _PARTS)
        raise ValueError(f"key pattern {pattern!r}: use {names} and letters, digits, _:+- between")
    return _PLACE.sub(lambda match: _ascii_only(_PARTS[match[1]](item)), pattern) or "anon"


def _ascii_only(text: str) -> str:
    return "".join(letter for letter in text if letter.isascii() and letter.isalnum())


def letters() -> Iterator[str]:
    """Yield a, b, ..., z, aa, ab, ... without end."""
    for number in count():
        suffix, rest = "", number
        while True:
            suffix = chr(ord("a") + rest % 26) + suffix
            rest = rest // 26 - 1
            if rest < 0:
                break
        yield suffix


def make_keys(
    items: Iterable[Item], pattern: str = PATTERN, present: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return one key an item; the second of equal keys gets the suffix a, the third b, ….

    A key depends only on its item and on the items before it, so that adding one at the end
    renames none. Where ``present`` has the key of each item, one that is already of this form
    stays, whatever the order. Keys are ASCII letters and digits, in lower case but for what
    ``pattern`` (see ``base_key``) says, which every tool accepts; two never differ by case alone.
    """
    bases = [base_key(item, pattern) for item in items]
    keys: dict[int, str] = {}
    taken: set[str] = set()
    for place, (base, key) in enumerate(zip(bases, present, strict=False)):
        is_own = key.startswith(base) and _SUFFIX.match(key, len(base)) is not None
        if is_own and key.lower() not in taken:
            taken.add(key.lower())
            keys[place] = key
    for place, base in enumerate(bases):
        if place in keys:
            continue
        key = base
        suffixes = letters()
        while key.lower() in taken:
            key = base + next(suffixes)
        taken.add(key.lower())
        keys[place] = key
    return tuple(keys[place] for place in range(len(bases)))
