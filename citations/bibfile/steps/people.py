"""Steps about names: "von Last, Jr, First", bodies in braces, nothing guessed at a comma."""

import re
from functools import lru_cache

from citations.bibfile.entry import Entry
from citations.bibfile.steps.field_kinds import NAMES
from citations.bibfile.steps.name_lists import (
    ET_AL,
    ROLE,
    SUFFIX,
    joined_by_and,
    looks_like_several,
    turned,
)
from citations.corporate import is_corporate
from citations.formats.latex.decode import decode
from citations.formats.latex.names import (
    OTHERS,
    is_extended,
    is_group,
    is_lower,
    split_names,
    split_parts,
    split_words,
)
from citations.name_words import PARTICLES

_ODD = re.compile(r"[;&]|\A\s*,|,\s*\Z")
_CLOSE_INITIALS = re.compile(r"(?<![^\W\d_])([^\W\d_]\.)(?=[^\W\d_]\.)")
_PARTED = re.compile(r"[\s,]|(?<!\\)~")
_FOREIGN_AND = frozenset(["und", "et", "och", "og"])
# DBLP tells people of one name apart by a number: "Wei Wang 0001".
_DBLP_NUMBER = re.compile(r" 0\d{3}\Z")
_BARE_INITIALS = re.compile(r"[^\W\d_]{1,4}(?:[ -][^\W\d_]{1,4})*\Z")


def settle_names(text: str) -> str:
    """Write each name as "von Last, Jr, First" and put known bodies in braces.

    Lists joined by ";", "&" or another language's "and" are joined by "and" where every name
    shows its own parts. A name of one word and one that BibTeX cannot divide stay as they are.
    """
    if is_group(text):
        return text
    names = [name for name in split_names(joined_by_and(text)) if name]
    turns = [turned(name) for name in names]
    # One such name may be another's: "Malcolm X".
    if sum(turn is not None for turn in turns) > 1:
        names = [turn or name for turn, name in zip(turns, names, strict=True)]
    return " and ".join([_name(name) for name in names]) or text


def drop_roles(text: str) -> str:
    """Take "(ed.)", "(Hrsg.)" and the like off the names of editors."""
    return ROLE.sub("", text).strip() or text if "(" in text or "[" in text else text


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
        if "(" in name and ROLE.search(name):
            return f"“{decode(name)}” names a part in the work, not a person alone"
        turn = turned(name)
        return f"“{decode(name)}” has its initials last, or no family name" if turn else None
    if not name:
        return "an “and” with no name beside it"
    if is_group(name) or is_extended(name):
        return None
    pieces = split_parts(name, ",")
    if len(pieces) > 3:
        return f"“{decode(name)}” has more than two commas; join names with “and”"
    if not all(pieces):
        return f"“{decode(name)}” has a comma too many"
    if looks_like_several(name):
        return f"“{decode(name)}” looks like several names; join them with “and”"
    return None


@lru_cache(maxsize=4_096)
def _name(name: str) -> str:
    if is_group(name) or is_extended(name):
        return name
    if name.lower() in ET_AL:
        return OTHERS
    if "~" in name:
        name = " ".join(split_words(name))
    name = _DBLP_NUMBER.sub("", name)
    pieces = split_parts(name, ",")
    if len(pieces) > 3 or not all(pieces) or looks_like_several(name):
        return name
    if len(pieces) == 1:
        return _one_piece(name)
    if len(pieces) == 3 and SUFFIX.match(pieces[2]) and not SUFFIX.match(pieces[1]):
        pieces = [pieces[0], pieces[2], pieces[1]]
    if not (len(pieces) == 2 and SUFFIX.match(pieces[1])):
        pieces[0], pieces[-1] = _particle_first(pieces[0], pieces[-1])
        pieces[-1] = _CLOSE_INITIALS.sub(r"\1 ", _initials(pieces[-1], pieces[0]))
    pieces[0] = _unwrapped(pieces[0])
    return ", ".join(pieces)


def _one_piece(name: str) -> str:
    words = [word for word in split_parts(name, " ") if word]
    if len(words) < 2 or turned(name) or (len(words) == 2 and SUFFIX.match(words[1])):
        return name
    if is_corporate(decode(name)):
        return f"{{{name}}}"
    if not _FOREIGN_AND.isdisjoint(words):
        return name  # several names, or one that nobody can tell
    suffix = words.pop() if len(words) > 2 and SUFFIX.match(words[-1]) else ""
    first_lower = next((n for n, word in enumerate(words[:-1]) if is_lower(word)), len(words) - 1)
    if words[first_lower] == "y" and first_lower > 1:
        first_lower -= 1  # "José Ortega y Gasset"
    if first_lower == 0:
        return name
    last = _unwrapped(" ".join(words[first_lower:]))
    given = _CLOSE_INITIALS.sub(r"\1 ", _initials(" ".join(words[:first_lower]), last))
    return ", ".join(part for part in (last, suffix, given) if part)


def _unwrapped(family: str) -> str:
    """Take needless braces off a family name of one word: "{Bacon}", as ADS writes it."""
    inner = family[1:-1]
    if not is_group(family) or not inner or _PARTED.search(inner) or is_lower(inner):
        return family
    return family if is_group(inner) or inner.lower() in {"and", OTHERS} else inner


def _particle_first(family: str, given: str) -> tuple[str, str]:
    """Put the particle before the family name: "Berg, Jan van der" is "van der Berg, Jan"."""
    words = given.split(" ")
    cut = len(words)
    while cut > 1 and words[cut - 1] in PARTICLES:
        cut -= 1
    if cut == len(words) or is_lower(family) or is_group(family):
        return family, given
    return " ".join([*words[cut:], family]), " ".join(words[:cut])


def _initials(given: str, family: str) -> str:
    """Point initials that stand without: "JA" is "J. A.", unless the family name is shouted."""
    if not given.isupper() or not _BARE_INITIALS.match(given) or SUFFIX.match(given):
        return given
    return given if family.isupper() and len(family) > 1 else _pointed(given)


def _pointed(given: str) -> str:
    if "." in given:
        return given
    return re.sub(
        r"([^\W\d_])(?=[^\W\d_])", r"\1. ", re.sub(r"(?<=[^\W\d_])(?=-|\s|\Z)", ".", given)
    )
