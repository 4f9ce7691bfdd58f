"""Step about names: "von Last, Jr, First", bodies in braces, nothing guessed at a comma."""

import re
from functools import lru_cache

from citations.bibfile.entry import Entry
from citations.bibfile.steps.field_kinds import NAMES
from citations.corporate import is_corporate
from citations.formats.latex.decode import decode
from citations.formats.latex.names import OTHERS, is_group, is_lower, split_names, split_parts

_SUFFIX = re.compile(r"(?:Jr|Sr|jr|sr)\.?\Z|(?:II|III|IV)\Z")
_ET_AL = frozenset(["others", "et al", "et al."])
_ODD = re.compile(r"[;&]|\A\s*,|,\s*\Z")
_CLOSE_INITIALS = re.compile(r"(?<![^\W\d_])([^\W\d_]\.)(?=[^\W\d_]\.)")


def settle_names(text: str) -> str:
    """Write each name as "von Last, Jr, First" and put known bodies in braces.

    A name of one word, one that BibTeX cannot divide, and lists joined by anything but "and"
    stay as they are.
    """
    if is_group(text):
        return text
    return " and ".join([_name(name) for name in split_names(text) if name]) or text


def question_names(entry: Entry) -> Entry:
    """Remark on names that BibTeX cannot divide and on lists joined by anything but "and"."""
    for field in entry.fields:
        text = field.text() if field.name in NAMES else None
        if text is not None:
            for complaint in complaints(text):
                entry = entry.remark(f"{field.name}: {complaint}")
    return entry


def complaints(text: str) -> tuple[str, ...]:
    """Return what cannot be divided in a list of names, as LaTeX source."""
    found = [_complaint(name) for name in split_names(text)]
    return tuple([complaint for complaint in found if complaint is not None])


def _complaint(name: str) -> str | None:
    if name and name.count(",") < 2 and not _ODD.search(name):
        return None
    if not name:
        return "an “and” with no name beside it"
    pieces = split_parts(name, ",")
    if is_group(name):
        return None
    if len(pieces) > 3:
        return f"“{decode(name)}” has more than two commas; join names with “and”"
    if not all(pieces):
        return f"“{decode(name)}” has a comma too many"
    if _looks_like_several(name):
        return f"“{decode(name)}” looks like several names; join them with “and”"
    return None


def _looks_like_several(name: str) -> bool:
    if ";" not in name and "&" not in name:
        return False
    shown = decode(name)
    return ";" in shown or " & " in shown


@lru_cache(maxsize=4_096)
def _name(name: str) -> str:
    if is_group(name):
        return name
    if name.lower() in _ET_AL:
        return OTHERS
    pieces = split_parts(name, ",")
    if len(pieces) > 3 or not all(pieces) or _looks_like_several(name):
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
