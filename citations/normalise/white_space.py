"""Unicode NFC, single blanks, no control or invisible characters; empty values are no values."""

import re
import unicodedata
from dataclasses import fields, replace
from typing import Any

from citations.item import Date, Item, Name

# Control characters, soft hyphen, zero-width space, bidirectional controls, byte order mark,
# lone surrogates and non-characters: none prints anything.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_TEXTS = tuple(
    field.name
    for field in fields(Item)
    if field.name not in {"type", "author", "editor", "issued", "accessed", "extra"}
)


def clean_text(text: str | None) -> str | None:
    """Return ``text`` without what does not print, in NFC, blanks single; ``None`` when empty."""
    if text is None:
        return None
    if text.isascii() and text.isprintable():
        return " ".join(text.split()) or None
    text = unicodedata.normalize("NFC", INVISIBLE.sub("", text))
    return " ".join(text.split()) or None


def _name(name: Name) -> Name:
    return Name(**{field.name: clean_text(getattr(name, field.name)) for field in fields(Name)})


def _names(names: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(name for name in map(_name, names) if name != Name())


def _date(date: Date | None) -> Date | None:
    if date is None:
        return None
    date = replace(date, literal=clean_text(date.literal))
    return None if date == Date() else date


def clean_white_space(item: Item) -> Item:
    """Clean every text of ``item``."""
    changes: dict[str, Any] = {name: clean_text(getattr(item, name)) for name in _TEXTS}
    pairs = ((clean_text(name), clean_text(value)) for name, value in item.extra)
    return replace(
        item,
        **changes,
        author=_names(item.author),
        editor=_names(item.editor),
        issued=_date(item.issued),
        accessed=_date(item.accessed),
        extra=tuple((name or "note", value) for name, value in pairs if value),
    )
