"""Make text safe to show: nothing that a terminal obeys, nothing that hides or reorders text."""

import unicodedata

_JOINERS = frozenset("\u200c\u200d")  # they shape letters in Persian, Hindi, emoji
_NARROW = {"\n": " ", "\t": " ", "\r": " ", "\u00a0": " ", "\u00ad": ""}
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))


def visible(text: str) -> str:
    r"""Return text on one line with everything invisible written out ("\x1b", "\u202e").

    White space becomes blanks; soft hyphens vanish. Control characters, bidirectional controls,
    zero-width characters and lone surrogates become their escapes (Boucher and Anderson, "Trojan
    Source", 2021, lists the ones that reorder text).
    """
    return "".join(map(cell, text))


def cell(character: str) -> str:
    """Return what is shown for one character; see ``visible``."""
    if " " <= character <= "~":
        return character
    if character in _NARROW:
        return _NARROW[character]
    if character in _JOINERS or unicodedata.category(character) not in _UNSEEN:
        return character
    point = ord(character)
    if point <= 0xFF:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point <= 0xFFFF else f"\\U{point:08x}"


def width(text: str) -> int:
    """Return how many terminal cells visible text takes (Unicode Standard Annex 11)."""
    return sum(map(_width, text))


def _width(character: str) -> int:
    if " " <= character <= "~":
        return 1
    if character in _JOINERS or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
