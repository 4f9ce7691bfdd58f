"""Marks that tell two alike references apart: edition, part, review, chapter, version, series.

Each mark is one function from two profiles to the reason in words, or ``None``. A pair that looks
alike and bears a mark is *related*, not the same.
"""

from collections.abc import Callable

from rapidfuzz import fuzz

from citations.duplicates.evidence import Evidence
from citations.duplicates.profile import Profile
from citations.item import ItemType

Mark = Callable[[Profile, Profile, Evidence], str | None]

_ALIKE = 88.0


def _edition(a: Profile, b: Profile, _: Evidence) -> str | None:
    if a.edition and b.edition and a.edition != b.edition:
        return f"different editions: {a.edition} and {b.edition}"
    if (a.edition or b.edition) and a.years and b.years and not a.years & b.years:
        return f"one names an edition ({a.edition or b.edition}) and the years differ"
    return None


def _part(a: Profile, b: Profile, _: Evidence) -> str | None:
    if a.part and b.part and a.part != b.part:
        return f"different parts: {a.part} and {b.part}"
    return None


def _title_numbers(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    first, second = (
        {word for word in side.title.split() if word.isdecimal() and len(word) <= 4}
        for side in (a, b)
    )
    shared = evidence.title_short >= _ALIKE / 100
    if first and second and first.isdisjoint(second) and shared:
        shown = [" ".join(sorted(numbers)) for numbers in (first, second)]
        return f"the titles bear different numbers: {shown[0]} and {shown[1]}"
    return None


def _review(a: Profile, b: Profile, _: Evidence) -> str | None:
    if a.is_review != b.is_review:
        return "one is a review of the other"
    return None


def _chapter(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    if evidence.year_same and (a.numbers & b.numbers or evidence.lead == 1):
        # A style that leaves titles out looks like this: the journal is all that is named.
        return None
    for part, whole in ((a, b), (b, a)):
        if (
            len(part.container) >= 8
            and len(part.title) >= 8
            and not whole.container
            and fuzz.ratio(part.container, whole.title) >= _ALIKE
            and fuzz.partial_ratio(part.title, whole.text) < _ALIKE
        ):
            return "one is a chapter or part of the other"
    return None


def _version(a: Profile, b: Profile, _: Evidence) -> str | None:
    if a.is_preprint != b.is_preprint:
        return "one is a preprint or working paper, the other a published version"
    if a.is_updated != b.is_updated:
        return "one is an updated version"
    return None


def _series(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    if evidence.year_conflict and evidence.identifier_same == 0 and not a.numbers & b.numbers:
        return f"the years differ: {_years(a)} and {_years(b)}"
    return None


def _same_day(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    dated = {ItemType.ARTICLE_NEWSPAPER, ItemType.ARTICLE_MAGAZINE, ItemType.POST, ItemType.WEBPAGE}
    news = a.type in dated or b.type in dated
    if news and a.day and b.day and a.day != b.day and not evidence.url_same:
        return "the days of publication differ"
    return None


def _years(side: Profile) -> str:
    return ", ".join(map(str, sorted(side.years)))


MARKS: tuple[Mark, ...] = (
    _edition,
    _part,
    _title_numbers,
    _review,
    _chapter,
    _version,
    _series,
    _same_day,
)


def relation(a: Profile, b: Profile, evidence: Evidence) -> str | None:
    """Return how ``a`` and ``b`` are related without being one work, or ``None``."""
    for mark in MARKS:
        reason = mark(a, b, evidence)
        if reason is not None:
            return reason
    return None
