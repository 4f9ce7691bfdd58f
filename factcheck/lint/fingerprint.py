"""Name a finding so that it keeps its name while the article is edited around it.

The fold below is part of version 1 of the fingerprint. It does not use ``citations.fold``, which
may learn: a change here gives every recorded decision another name, and needs a "2:".
"""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable

VERSION = "1"
_HEX_DIGITS = 32  # 128 bits

_SINGLE = dict.fromkeys(map(ord, "‘’‚‛′‹›`´ʼ"), "'")
_DOUBLE = dict.fromkeys(map(ord, "“”„‟″«»〝〞"), '"')
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_TABLE = _SINGLE | _DOUBLE | _DASHES


def fold(text: str) -> str:
    """Return a text without what an edit of form changes.

    White space and invisible format characters go; compatibility forms, quotation marks and
    dashes become the plain ones. Two single marks are not taken for a double one.
    """
    # Marks are folded before NFKC too, which parts a spacing acute from its space and doubles a
    # double prime. White space goes before it, so that it joins what belongs together, and after
    # it, since compatibility forms bring some of their own.
    folded = unicodedata.normalize("NFKC", _without_gaps(text.translate(_TABLE)))
    return _without_gaps(folded.translate(_TABLE))


def _without_gaps(text: str) -> str:
    solid = "".join(text.split())
    if solid.isprintable():  # no control or format characters: nearly every text
        return solid
    return "".join(char for char in solid if unicodedata.category(char) not in {"Cf", "Cc"})


def fingerprint(code: str, subject: str, exact: str, occurrence: int) -> str:
    """Return the fingerprint: "1:" and 32 hexadecimal digits of a SHA-256.

    ``occurrence`` counts from 0 the findings of the article that are equal in the other three.
    """
    return _digest((code, subject, fold(exact)), occurrence)


def _digest(key: tuple[str, str, str], occurrence: int) -> str:
    # Lengths keep ("a", "bc") and ("ab", "c") apart without a forbidden character.
    parts = (*key, str(occurrence))
    data = "".join(f"{len(part)}:{part}" for part in parts).encode("utf-8", "surrogatepass")
    return f"{VERSION}:{hashlib.sha256(data).hexdigest()[:_HEX_DIGITS]}"


def fingerprints(keys: Iterable[tuple[str, str, str]]) -> tuple[str, ...]:
    """Return the fingerprints of (code, subject, exact) triples that stand in text order."""
    seen: Counter[tuple[str, str, str]] = Counter()
    made = []
    for code, subject, exact in keys:
        key = (code, subject, fold(exact))
        made.append(_digest(key, seen[key]))
        seen[key] += 1
    return tuple(made)
