"""Editions as a bare number where they are one: "2nd ed.", "Second edition" and "2" are "2"."""

import re
from dataclasses import replace

from citations.item import Item

_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_NUMBER = re.compile(r"\A0*([1-9]\d{0,2})\s?(?:st|nd|rd|th|e|a|ª|º|\.)?\Z", re.ASCII)
_WORD = re.compile(
    r"[\s,]*\b(?:ed|edn|eds|edition|aufl|auflage|edición|edição|édition|éd|изд)\b\.?\Z",
    re.IGNORECASE,
)


def shorten_edition(item: Item) -> Item:
    """Shorten a plain ordinal edition; "revised edition" and the like stay as they are."""
    if item.edition is None:
        return item
    short = _WORD.sub("", item.edition).strip()
    if short.lower() in _ORDINALS:
        return replace(item, edition=str(_ORDINALS.index(short.lower()) + 1))
    match = _NUMBER.match(short)
    return replace(item, edition=match[1]) if match else item
