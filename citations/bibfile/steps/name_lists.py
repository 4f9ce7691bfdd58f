"""Lists of names as they are found: joined by anything, cut short, with parts in the work."""

import re

from citations.corporate import is_corporate
from citations.formats.latex.decode import decode
from citations.formats.latex.names import is_group, split_names, split_outside

SUFFIX = re.compile(r"(?:Jr|Sr|jr|sr)\.?\Z|(?:II|III|IV)\Z")
ET_AL = frozenset(["others", "et al", "et al."])
ROLE = re.compile(
    r"\s*[(\[](?:eds?|editors?|hrsg|hg|hgg|herausgeber(?:in)?|éds?|orgs?|coords?|comps?|red)\.?[)\]]",
    re.IGNORECASE,
)
_SEMICOLON = re.compile(r"\s*;\s*(?:and\s+|\\?&\s+)?|\s+(?:and|AND)\s+")
_ANY_JOINT = re.compile(r",?\s+(?:\\?&|and|AND|und|et|y|e|och|og)\s+")
_OTHER_JOINT = re.compile(r";|\s(?:\\?&|und|et|y|e|och|og)\s")
_COMMA_JOINT = re.compile(r",?\s+(?:and|AND|\\?&)\s+|,\s*(?:and\s+|\\?&\s+)?")
_MOST_ROUNDS = 8
_CUT_SHORT = re.compile(r"[,;]?\s+(?:and\s+)?et\.? al(?:\.|ii)?\Z")
_INITIAL_WORDS = r"(?:(?!(?:II|III|IV)\b)[A-Z]{1,4}|(?:[^\W\d_a-z]\.-?)+)"
_INITIALS = re.compile(rf"{_INITIAL_WORDS}(?: {_INITIAL_WORDS})*\Z")
_POINTED = re.compile(r"(?:[^\W\d_]{1,2}\.[ -]?)+\Z")
_INITIALS_FIRST = re.compile(
    r"(?:[^\W\d_a-z]\.[ -]?)+(?:[a-z]+ )*[^\W\d_a-z][^\W\d_.]+(?:[ -][^\W\d_.]+)*\Z"
)


def turned(name: str) -> str | None:
    """Return "Müller, J" for "Müller J", ``None`` where the initials do not stand last."""
    if not name[-1:].isupper() and not name.endswith("."):
        return None
    words = name.split(" ")
    cut = len(words)
    while cut and _INITIALS.match(words[cut - 1]):
        cut -= 1
    family = decode(" ".join(words[:cut]))
    if cut == len(words) or "," in name or is_group(name) or is_corporate(decode(name)):
        return None
    # "J. Smith B." may be anything, and a shouted word may be initials too.
    if any(len(word.strip(".")) < 2 for word in family.split(" ")) or family.isupper():
        return None
    return f"{' '.join(words[:cut])}, {' '.join(words[cut:])}"


def joined_by_and(text: str) -> str:
    """Join by "and" what is joined by ";", "&", commas or another language's "and".

    Only where that is sure: every part shows its own family name, "Family, Given" between the
    other marks; "Family AB", "A. B. Family", or "Family, A. B." between commas. A list that says
    "et al." ends in "and others".
    """
    cut = _CUT_SHORT.sub("", text) if " al" in text else text
    ending = "" if cut == text or not cut else " and others"
    if "," not in cut and not _OTHER_JOINT.search(cut):
        return cut + ending
    for _ in range(_MOST_ROUNDS):
        *firsts, last = split_names(cut)
        # "Smith, J., and Jones, K."
        given = [*(name.rstrip(" ,") or name for name in firsts), last]
        before, cut = cut, " and ".join(map(_divided, given))
        if cut == before:
            return cut + ending
    return text


def _divided(name: str) -> str:
    """Divide what stands between two "and", where it is several names."""
    if _OTHER_JOINT.search(name):
        by_semicolon = ";" in name
        joint = _SEMICOLON if by_semicolon else _ANY_JOINT
        parts = [part for part in split_outside(name, joint) if part]
        if len(parts) > 1 and all(_is_one_name(part, by_semicolon=by_semicolon) for part in parts):
            return " and ".join(parts)
    return _parted_at_commas(name) if "," in name else name


def _is_one_name(part: str, *, by_semicolon: bool) -> bool:
    if part.lower() in ET_AL or is_group(part):
        return True
    family, comma, given = part.partition(",")
    if comma:
        return bool(family.strip() and given.strip()) and "," not in given
    return by_semicolon or bool(turned(part) or _INITIALS_FIRST.match(decode(part)))


def _parted_at_commas(text: str) -> str:
    """Part names at commas where no name in BibTeX's forms can be meant."""
    if " " not in text.partition(",")[0] and text.count(",") < 2:
        return text  # "Family, Given"
    parts = [part for part in split_outside(text, _COMMA_JOINT) if part]
    if len(parts) < 2 or any(SUFFIX.match(part) for part in parts):
        return text
    if all(_INITIALS_FIRST.match(decode(part)) or turned(part) for part in parts):
        return " and ".join(parts)
    is_paired = len(parts) > 3 and len(parts) % 2 == 0
    if is_paired and all(_POINTED.match(decode(part)) for part in parts[1::2]):
        pairs = zip(parts[::2], parts[1::2], strict=True)
        if not any(_POINTED.match(decode(part)) for part in parts[::2]):
            return " and ".join(f"{family}, {given}" for family, given in pairs)
    return text


def looks_like_several(name: str) -> bool:
    """Tell whether one name is in truth a list."""
    if ";" not in name and "&" not in name:
        return name.count(",") > 1 and _OTHER_JOINT.search(name) is not None
    shown = decode(name)
    return ";" in shown or " & " in shown
