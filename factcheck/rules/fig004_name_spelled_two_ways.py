"""A person's name is spelled in two ways.

## What it does

Flags a full name whose family name differs in one letter from that of an earlier one with the same
given name, and one whose given name differs in spelling but not in sound (Katrin, Kathrin) or in
one letter inside it (Simeon, Simion) where the family name is the same. A family name that stands
alone, behind a title, as a speaker's or before a verb, is held against the family names of the full
ones (Mr Dunmoor, Reg Dunmore); letters that sound alike count as one (Perik, Peric). The name of a
place of two words is held against others of the same second word. The spelling that the article
uses less often is flagged, at its first place. A maiden name, a short form, a change that the text
explains and relatives with other given names are left alone.

## Why it matters

A name spelled wrong is the mistake that people mind most, and one of the two is wrong.

## Example

Ines Calder and Ines Caldor are taken for one person.

## Options

None.

## References

- Associated Press, News Values and Principles: names are checked letter by letter.
"""

import re
from collections import Counter
from collections.abc import Iterator

from citations.fold import fold
from factcheck.model.analysis import Analysis
from factcheck.model.article import Span
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.names_in_text import full_names, lone_names

_FEWEST_LETTERS = 4  # Lee and Lea are two names
_FEWEST_GIVEN = 5
_SHORT_FORM = 3
_FEWEST_LONE = 5
_MOST_NAMES = 400  # of one given name; more is a register, not an article
_NEAR = 80  # characters round a name in which the text explains it
_VOWEL = re.compile(r"[aeiouy]")
_RENAMED = re.compile(
    r"\b(?:[Bb]orn|née|né|became|changed (?:his|her|their|the)|renamed|no relation|spelt|spelled|"
    r"spells|sic|dropped|added)\b"
)
# Letters that ears and fingers take for one another in family names, the longest first.
_SOUNDS = (
    ("mac", "mc"), ("sch", "s"), ("sh", "s"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("ie", "i"),
    ("ei", "i"), ("ey", "i"), ("ny", "ni"), ("ij", "i"), ("ou", "u"), ("oe", "o"), ("ue", "u"),
    ("ae", "a"), ("c", "k"), ("q", "k"), ("y", "i"), ("w", "v"), ("z", "s"), ("dt", "t"),
)  # fmt: skip
_FINAL = str.maketrans("dgb", "tkp")
_DOUBLED = re.compile(r"(.)\1+")


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every second spelling."""
    first: dict[tuple[str, str], Span] = {}
    often: Counter[tuple[str, str]] = Counter()
    for person in full_names(analysis.article):
        key = (person.given, person.family)
        first.setdefault(key, person.span)
        often[key] += 1
    body = analysis.article.text
    for single, place in lone_names(analysis):
        often["", single] = 1
        first.setdefault(("", single), place)
    for one, other in (*_pairs(tuple(key for key in first if key[0])), *_lone_pairs(tuple(first))):
        uses = [often[key] + _alone(body, key[1]) for key in (one, other)]
        rare, usual = (one, other) if uses[0] < uses[1] else (other, one)
        ends = sorted((first[one], first[other]))
        if _RENAMED.search(body, max(0, ends[0].start - _NEAR), ends[0].end + _NEAR):
            continue
        if uses[0] == uses[1] and first[one] > first[other]:
            rare, usual = one, other
        yield Hit(
            message=f"“{' '.join(rare).strip()}” is “{' '.join(usual).strip()}” elsewhere.",
            span=first[rare],
            related=(first[usual],),
            fix="Find out how the name is spelled, and use that spelling throughout.",
            confidence=0.85,
        )


def _pairs(
    names: tuple[tuple[str, str], ...],
) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Yield the pairs of names that look like one, each once."""
    groups: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for given, family in names:
        groups.setdefault(("given", given), []).append((given, family))
        groups.setdefault(("family", family), []).append((given, family))
        groups.setdefault(("sound", _sound(family)), []).append((given, family))
    done = set()
    for group in groups.values():
        if len(group) > _MOST_NAMES:
            continue
        for place, one in enumerate(group):
            for other in group[place + 1 :]:
                if (one, other) not in done and _alike(one, other):
                    done.add((one, other))
                    yield one, other


def _lone_pairs(
    names: tuple[tuple[str, str], ...],
) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Yield each family name that stands alone with the one name that it nearly is."""
    full = [each for each in names if each[0]]
    known = {word for each in full for word in each}
    alone = [each for each in names if not each[0] and each[1] not in known]
    for place, lone in enumerate(alone):
        near = [
            each
            for each in (*full, *alone[:place])
            if _nearly(lone[1], each[1]) or (each[0] and _nearly(lone[1], each[0]))
        ]
        if len(near) == 1:
            yield near[0], lone


def _nearly(one: str, other: str) -> bool:
    left, right = fold(one), fold(other)
    if left == right:
        return one.casefold() != other.casefold()  # an accent on another letter
    if min(len(left), len(right)) < _FEWEST_LONE or left.rstrip("s") == right.rstrip("s"):
        return False
    if _heard(left) == _heard(right):
        return True
    if left[:2] != right[:2]:
        return False
    if len(left) == len(right):
        # Another consonant makes another name: Martin, Marlin.
        return sorted(left) == sorted(right) or _VOWEL.sub("", left) == _VOWEL.sub("", right)
    return _one_edit(left, right) and left[-1] == right[-1]


def _alike(one: tuple[str, str], other: tuple[str, str]) -> bool:
    if one[1] == other[1]:
        given = (fold(one[0]), fold(other[0]))
        return one[0] != other[0] and (_sound(one[0]) == _sound(other[0]) or _inside(*given))
    if one[0] != other[0]:
        short, long = sorted((fold(one[0]), fold(other[0])), key=len)
        return len(short) >= _SHORT_FORM and long.startswith(short)  # Osk, Oskar
    left, right = fold(one[1]), fold(other[1])
    if min(len(left), len(right)) < _FEWEST_LETTERS or left.rstrip("s") == right.rstrip("s"):
        return False
    return _one_edit(left, right)


def _inside(left: str, right: str) -> bool:
    """Tell whether given names differ as slips do: in a vowel inside, or in the letters' order.

    Other letters make other names of them: Dan and Jan, Maria and Marta, Paul and Paula.
    """
    if min(len(left), len(right)) < _FEWEST_GIVEN or left[:2] != right[:2]:
        return False
    if left[-1] != right[-1]:
        return False
    jumbled = left != right and sorted(left) == sorted(right)
    return jumbled or (left != right and _VOWEL.sub("a", left) == _VOWEL.sub("a", right))


def _one_edit(left: str, right: str) -> bool:
    """Tell whether one letter was put in, left out, changed or swapped with the next."""
    if abs(len(left) - len(right)) > 1 or left == right:
        return False
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    ends = (left[start + 1 :], right[start + 1 :])
    swapped = left[start : start + 2] == right[start : start + 2][::-1]
    return (
        ends[0] == ends[1]
        or left[start:] == ends[1]
        or ends[0] == right[start:]
        or (swapped and left[start + 2 :] == right[start + 2 :])
    )


def _heard(family: str) -> str:
    """Return a family name as it is heard: Perik and Peric, Brandvold and Brandvolt are one."""
    plain = family
    for written, heard in _SOUNDS:
        plain = plain.replace(written, heard)
    plain = _DOUBLED.sub(r"\1", plain)
    return plain[:-1] + plain[-1:].translate(_FINAL)


def _sound(given: str) -> str:
    """Return a given name without what changes its spelling and not its sound."""
    plain = fold(given).replace("ph", "f").replace("th", "t").replace("ck", "k")
    plain = plain.replace("c", "k").replace("y", "i")
    return _DOUBLED.sub(r"\1", plain)


def _alone(text: str, family: str) -> int:
    return min(text.count(family), 20)


RULE = Rule(
    code="FIG004",
    name="name-spelled-two-ways",
    severity=Severity.WARNING,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.ENGLISH}),
    examples=(
        Bad(
            "# The harbour\n\nInes Calder chairs the boat owners' association. Calder owns three "
            "boats.\n\nThe gate stood open, said Ines Caldor.\n",
            marks=("Ines Caldor",),
        ),
        Good(
            "# The harbour\n\nInes Calder, born Ines Winter, chairs the association. Her brother "
            "Ivo Calder does the books. Robert “Bob” Hanley left; Bob Hanley still has a boat. "
            "Ines Calder's boat is new.\n"
        ),
    ),
)
