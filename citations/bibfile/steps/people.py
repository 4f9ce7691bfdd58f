"""Step about names: "von Last, Jr, First", bodies in braces, nothing guessed at a comma."""

import re
from functools import lru_cache

from citations.bibfile.entry import Entry, Field, with_text
from citations.bibfile.steps.field_kinds import NAMES
from citations.corporate import is_corporate
from citations.formats.latex.decode import decode
from citations.formats.latex.names import OTHERS, is_group, is_lower, split_names, split_parts

_SUFFIX = re.compile(r"(?:Jr|Sr|jr|sr)\.?\Z|(?:II|III|IV)\Z")
_ET_AL = frozenset(["others", "et al", "et al."])
_CLOSE_INITIALS = re.compile(r"(?<![^\W\d_])([^\W\d_]\.)(?=[^\W\d_]\.)")
_SEMICOLON = re.compile(r";")


def settle_names(entry: Entry) -> Entry:
    """Write each name as "von Last, Jr, First" and put known bodies in braces.

    A name of one word, one that BibTeX cannot divide, and lists joined by anything but "and"
    stay as they are; the last two get a remark.
    """
    changed = entry.map(_settle)
    for field in changed.fields:
        text = field.text() if field.name in NAMES else None
        if text is not None:
            for complaint in complaints(text):
                changed = changed.remark(f"{field.name}: {complaint}")
    return changed


def _settle(field: Field) -> Field:
    if field.name not in NAMES:
        return field
    text = field.text()
    return field if text is None else with_text(field, _list(text))


@lru_cache(maxsize=4_096)
def _list(text: str) -> str:
    if is_group(text):
        return text
    return " and ".join(_name(name) for name in split_names(text) if name) or text


@lru_cache(maxsize=4_096)
def complaints(text: str) -> tuple[str, ...]:
    """Return what cannot be divided in a list of names, as LaTeX source."""
    found = []
    for name in split_names(text):
        shown = decode(name)
        commas = len(split_parts(name, ",")) - 1
        if is_group(name):
            continue
        if not name:
            found.append("an “and” with no name beside it")
        elif commas > 2:
            found.append(f"“{shown}” has more than two commas; join names with “and”")
        elif any(not part for part in split_parts(name, ",")):
            found.append(f"“{shown}” has a comma too many")
        elif ";" in shown or " & " in shown:
            found.append(f"“{shown}” looks like several names; join them with “and”")
    return tuple(found)


def _name(name: str) -> str:
    if is_group(name):
        return name
    if name.lower() in _ET_AL:
        return OTHERS
    pieces = split_parts(name, ",")
    if (
        len(pieces) > 3
        or not all(pieces)
        or _SEMICOLON.search(decode(name))
        or " & " in decode(name)
    ):
        return name
    if len(pieces) == 1:
        return _one_piece(name)
    if len(pieces) == 3 and _SUFFIX.match(pieces[2]) and not _SUFFIX.match(pieces[1]):
        pieces = [pieces[0], pieces[2], pieces[1]]
    if not (len(pieces) == 2 and _SUFFIX.match(pieces[1])):
        pieces[-1] = _CLOSE_INITIALS.sub(r"\1 ", pieces[-1])
    return ", ".join(pieces)


def _one_piece(name: str) -> str:
    words = [word for word in split_parts(name, " ") if word]
    if len(words) < 2:
        return name
    if is_corporate(decode(name)):
        return f"{{{name}}}"
    suffix = words.pop() if len(words) > 2 and _SUFFIX.match(words[-1]) else ""
    first_lower = next((n for n, word in enumerate(words[:-1]) if is_lower(word)), len(words) - 1)
    if first_lower == 0:
        return name
    given = _CLOSE_INITIALS.sub(r"\1 ", " ".join(words[:first_lower]))
    last = " ".join(words[first_lower:])
    return ", ".join(part for part in (last, suffix, given) if part)
