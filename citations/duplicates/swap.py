"""Titles that are alike but for a word: another word in its place can make another work.

A misprint, an inflection, an abbreviation or an acronym is no other word, nor is a word that the
other entry prints elsewhere.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from citations.duplicates import marks
from citations.duplicates.evidence import Evidence, Lost, Weight, lost_words
from citations.duplicates.profile import Profile, kept, tokens_of

_ALIKE = 65.0
"""Likeness of two words of one initial (0-100) from which the one may be the other misprinted."""
_LONG = 6
"""Letters of a word that is looked for inside other words; "men" is in "women"."""
_SHORT = 3
_STEM = 4
"""Letters at the start that two forms of one word share at least."""
_ENDING = 4
"""Letters at the end in which two forms of one word differ at most."""
_SHARED = 0.4
"""Share of the shorter title's telling words that the titles must have in common."""
_FEW = 2
"""Telling words of a title so short that nothing of it may be another's."""
_MARKUP = frozenset(["sup", "sub", "inf"])
# Embase prints "Lung. Conference: 12th Congress …" for the abstracts of a meeting.
_SUPPLEMENT = re.compile(
    r"\b(?:suppl(?:ement)?\b|conference:|(?:conference|meeting|poster) abstract)"
)
_LOOSE_END = re.compile(r"[^\w\s]\s*\w+\W*\Z")
_DIFFERENT, _POSSIBLE = 0.25, 0.55


class OtherWord(NamedTuple):
    """The highest score that another word in the title leaves, and the words in words."""

    most: float
    reason: str


def other_word(a: Profile, b: Profile, evidence: Evidence, weight: Weight) -> OtherWord | None:
    """Judge two references whose titles differ in a word, or return ``None``.

    People misremember titles: several authors in common, with nothing else that differs, still
    make one work. A date, page or address that differs too makes two, and so does a supplement,
    whose abstracts share all but their titles, or a body, whose titles follow one form. With one
    author, somebody should look.
    """
    several = evidence.author_split == 0 and min(len(a.families), len(b.families)) > 1
    one_each = max(len(a.families), len(b.families)) < 2
    differ = (
        (one_each and marks.corporate(a) and marks.corporate(b))
        or _differ(a, b, evidence)
        or supplement(a)
        or supplement(b)
    )
    if evidence.url_same or _one_range(a, b) or (several and not differ):
        return None
    words = swapped(a, b, lost_words(a, b, weight))
    if words is None:
        return None
    return OtherWord(
        _DIFFERENT if differ else _POSSIBLE,
        f"the titles differ in a word: “{words[0]}” and “{words[1]}”",
    )


def _differ(a: Profile, b: Profile, evidence: Evidence) -> bool:
    """Tell whether something that both print differs too."""
    told = (
        evidence.identifier_conflict,
        evidence.page_conflict,
        evidence.volume_conflict,
        evidence.year_near,
        evidence.year_conflict,
        evidence.url_conflict,
    )
    return 1.0 in told or bool(a.days and b.days and a.days.isdisjoint(b.days))


def _one_range(a: Profile, b: Profile) -> bool:
    """Tell whether both print the same first and last page, two different ones."""
    return a.pages is not None and a.pages == b.pages and a.pages[0] != a.pages[1]


@kept
def supplement(side: Profile) -> bool:
    """Tell whether the work is one of the abstracts in a supplement."""
    issue = (side.item.issue or "").lower()
    return issue[:1] == "s" or _SUPPLEMENT.search(side.bare) is not None


def swapped(a: Profile, b: Profile, lost: Lost) -> tuple[str, str] | None:
    """Return the words that stand in one place of two alike titles, or ``None``.

    ``lost`` holds the words that either side has and the other lacks, misprints set aside.
    """
    # Of a body's work no title may have been told: then all that is printed is compared.
    untold = not (a.title or a.families or b.title or b.families)
    mine, theirs = (a.words, b.words) if untold else (a.title_words, b.title_words)
    one, other = (a.text if untold else a.title).split(), (b.text if untold else b.title).split()
    shared, fewer = len(mine & theirs), min(len(mine), len(theirs))
    if mine <= lost.left and theirs <= lost.right and 0 < fewer <= _FEW:
        return _as_printed(a, one), _as_printed(b, other)
    if one == other or not shared or shared < _SHARED * fewer:
        return None
    for kind, start, end, begin, stop in SequenceMatcher(None, one, other).get_opcodes():
        inside = end < len(one) and stop < len(other)
        if kind == "replace" and (inside or (end - start == stop - begin == 1 and _ends(a, b))):
            left = _telling(one[start:end], lost.left, _joined(other))
            right = _telling(other[begin:stop], lost.right, _joined(one))
            rest = _others(left, right), _others(right, left)
            if all(rest) and not _one_word(_joined(left), _joined(right)):
                return _as_printed(a, rest[0]), _as_printed(b, rest[1])
    return None


def _ends(a: Profile, b: Profile) -> bool:
    """Tell whether the last words are the titles' own, not what a parser took with them."""
    return not any(_LOOSE_END.search(side.item.title or "") for side in (a, b))


def _telling(words: Sequence[str], lost: set[str], other: str) -> list[str]:
    """Return the words and names with digits that the other title, its spaces out, lacks."""
    return [
        word
        for word in words
        if (word in lost and (len(word) < _LONG or word not in other))
        or (not word.isalpha() and word not in other)
    ]


def _joined(words: Sequence[str]) -> str:
    return "".join(word for word in words if word not in _MARKUP)


def _others(words: Sequence[str], against: Sequence[str]) -> list[str]:
    return [word for word in words if not any(_one_word(word, other) for other in against)]


def _as_printed(side: Profile, words: Sequence[str]) -> str:
    """Return the words as the title prints them."""
    title = side.item.title or side.printed
    printed = {token: word for word in title.split() for token in tokens_of(word)}
    return " ".join(printed.get(word, word).strip(",.:;?!()[]«»“”\"'") for word in words)


def _one_word(word: str, other: str) -> bool:
    """Tell whether two words may be one: misprinted, inflected or abbreviated."""
    if not (word.isalpha() and other.isalpha()):
        return word == other
    if sorted(word) == sorted(other):
        return True
    if word[:1] != other[:1]:
        # "men" and "women", "equality" and "inequality": what stands before makes another word.
        return min(len(word), len(other)) >= _SHORT and Levenshtein.distance(word, other) <= 1
    if fuzz.ratio(word, other) >= _ALIKE or _shortened(word, other) or _shortened(other, word):
        return True
    stem = len(word) - len(word.removeprefix(_common_start(word, other)))
    return stem >= _STEM and max(len(word), len(other)) - stem <= _ENDING


def _shortened(short: str, word: str) -> bool:
    """Tell whether ``short`` holds some of the letters of ``word`` in order: "mgt", "intl"."""
    letters = iter(word)
    return 3 <= len(short) <= 5 < len(word) and all(letter in letters for letter in short)


def _common_start(word: str, other: str) -> str:
    for place, (letter, against) in enumerate(zip(word, other, strict=False)):
        if letter != against:
            return word[:place]
    return min(word, other, key=len)
