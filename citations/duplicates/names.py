"""Names side by side: who is on both lists, who comes first, whose initials differ."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from citations.duplicates.profile import Profile, folded_tokens, kept
from citations.duplicates.stop_words import COMMON

_TYPO = 80.0
_SHORTEST_ABBREVIATION = 2
_SHORTEST_FAMILY = 3
_MANY = 5


class Names(NamedTuple):
    """How the authors, or else editors, of two references agree; each number is 0-1.

    ``shared``: family names of the shorter list found in the other entry, 0 without names;
    ``split``: share of names each side has and the other lacks, the smaller; ``rich``: names found
    in both, up to five, divided by five; ``order``: share of the places of the longer list at which
    both name the same author; ``first``: 1 for the same first author, 0 for another, 0.5 when a
    side names none; ``initials_split``: share of the names on both lists whose given names cannot
    be one person's.
    """

    shared: float
    split: float
    rich: float
    order: float
    first: float
    initials_split: float


UNKNOWN = Names(0.0, 0.0, 0.0, 0.0, 0.5, 0.0)


def near_word(word: str, candidates: Iterable[str]) -> str | None:
    """Return the word of ``candidates`` that ``word`` misspells or abbreviates."""
    initial, length = word[0], len(word)
    for other in candidates:
        if initial != other[0]:
            continue
        size = len(other)
        if size < length:
            if size > _SHORTEST_ABBREVIATION and word.startswith(other):
                return other
        elif length > _SHORTEST_ABBREVIATION and other.startswith(word):
            return other
        if min(size, length) >= 5 and abs(size - length) <= 3 and fuzz.ratio(word, other) >= _TYPO:
            return other
    return None


@kept
def initials(side: Profile) -> dict[str, frozenset[str]]:
    """Return the initials of the given names of each family name that has any.

    "j" and "y" count as "i": tokens even them out where transliterations differ.
    """
    found: dict[str, frozenset[str]] = {}
    for name in side.item.author or side.item.editor:
        if name.family and name.given:
            given = folded_tokens(name.given).split()
            letters = frozenset("i" if word[0] in "jy" else word[0] for word in given)
            family = folded_tokens(name.family)
            found[family] = found.get(family, letters) | letters
    return found


@kept
def first_given(side: Profile) -> frozenset[str]:
    """Return the words of the first author's given names."""
    names = side.item.author or side.item.editor
    given = names[0].given if names else None
    return frozenset(folded_tokens(given).split()) if given else frozenset()


def compare_names(a: Profile, b: Profile) -> Names:
    """Compare the authors of two references, or else their editors."""
    if not a.families or not b.families:
        return UNKNOWN
    lost_a, lost_b = _lost(a, b), _lost(b, a)
    size_a, size_b = len(a.families), len(b.families)
    few_lost, few = (lost_a, size_a) if size_a <= size_b else (lost_b, size_b)
    return Names(
        1 - few_lost / few,
        min(lost_a / size_a, lost_b / size_b),
        min(_MANY, few - few_lost) / _MANY,
        sum(map(_alike, a.families, b.families)) / max(size_a, size_b),
        _first(a, b),
        _initials_split(a, b),
    )


def _lost(one: Profile, other: Profile) -> int:
    """Return how many families of ``one`` are printed nowhere in ``other``."""
    return sum(not _printed(name, other) for name in one.families)


def _printed(name: str, other: Profile) -> bool:
    # A family of one or two letters is somewhere in any text: it is looked for as a word.
    if len(name) >= _SHORTEST_FAMILY and name in other.text:
        return True
    last = name.rpartition(" ")[2]
    if last in other.words or any(_acronym(name, each) for each in other.families):
        return True
    if len(last) < _SHORTEST_FAMILY:
        return last in other.families
    return near_word(last, other.words) is not None


def _acronym(name: str, other: str) -> bool:
    """Tell whether the one is made of the initials of the other's words, as "WHO" is."""
    if (" " in name) == (" " in other):
        return False
    short, body = (other, name) if " " in name else (name, other)
    return len(short) > 1 and short in _initials_of(body)


@lru_cache(maxsize=16_384)
def _initials_of(body: str) -> tuple[str, str]:
    """Return the initials of all words, and of the telling ones."""
    words = body.split()
    telling = (word for word in words if word not in COMMON)
    return "".join(word[0] for word in words), "".join(word[0] for word in telling)


def _alike(name: str, other: str) -> bool:
    if name == other:
        return True
    last, other_last = name.rpartition(" ")[2], other.rpartition(" ")[2]
    alike = last == other_last or near_word(last, (other_last,)) is not None
    return alike or _acronym(name, other)


def _first(a: Profile, b: Profile) -> float:
    one, other = a.families[0], b.families[0]
    if _alike(one, other):
        return 1.0
    if min(len(one), len(other)) >= _SHORTEST_FAMILY and (one in other or other in one):
        return 1.0
    # Family and given name may be taken for each other.
    if one in first_given(b) or other in first_given(a):
        return 1.0
    return 0.0


def _initials_split(a: Profile, b: Profile) -> float:
    one, other = initials(a), initials(b)
    known = one.keys() & other.keys()
    if not known:
        return 0.0
    return sum(one[family].isdisjoint(other[family]) for family in known) / len(known)
