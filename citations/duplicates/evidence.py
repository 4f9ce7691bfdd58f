"""Two profiles side by side: the numbers a comparison is judged by."""

from collections.abc import Callable
from dataclasses import astuple, dataclass

from rapidfuzz import fuzz

from citations.duplicates.profile import Profile

_TYPO = 82.0
_SHORTEST_ABBREVIATION = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How two references agree, each 0-1; for pairs marked (±) 0 is no evidence.

    The order of the fields is the order of the weights in ``citations/data/duplicates.json``.
    """

    containment: float
    """Share of the shorter entry's weighted words that the longer one has."""
    overlap: float
    """Weighted words in both, of the words in either (Jaccard)."""
    title: float
    """How well the one's title is found in the other's text, the better direction."""
    title_short: float
    """The worse direction of the same."""
    numbers: float
    """Share of the poorer side's numbers that the other has; (±) 0 without numbers."""
    numbers_conflict: float
    """1 when both print two numbers or more and share none."""
    page_conflict: float
    """1 when neither side prints the largest number of the other, which is mostly a page."""
    number_rich: float
    """Shared numbers, up to three, divided by three."""
    year_same: float
    year_near: float
    year_conflict: float
    author: float
    """Shared family names of the shorter author list; (±) 0 without names."""
    lead: float
    """The leading words of the one stand in the other."""
    identifier_same: float
    identifier_conflict: float
    url_same: float
    typo_share: float
    """Share of the common words that match only up to a typo or an abbreviation."""


def _near(word: str, candidates: frozenset[str]) -> str | None:
    """Return the word of ``candidates`` that ``word`` misspells or abbreviates."""
    for other in candidates:
        if word[0] != other[0]:
            continue
        short, long = sorted((word, other), key=len)
        if len(short) > _SHORTEST_ABBREVIATION and long.startswith(short):
            return other
        if len(short) >= 5 and fuzz.ratio(word, other) >= _TYPO:
            return other
    return None


def _words(a: Profile, b: Profile, weight: Callable[[str], float]) -> tuple[float, float, float]:
    shared = a.words & b.words
    exact = sum(map(weight, shared))
    total_a, total_b = sum(map(weight, a.words)), sum(map(weight, b.words))
    smallest = min(total_a, total_b)
    if not smallest:
        return 0.0, 0.0, 0.0
    near = 0.0
    if exact > 0.25 * smallest:
        rest_a, rest_b = a.words - shared, b.words - shared
        few, many = (rest_a, rest_b) if len(rest_a) <= len(rest_b) else (rest_b, rest_a)
        for word in few:
            other = _near(word, many)
            if other is not None:
                near += min(weight(word), weight(other)) * 0.9
    common = exact + near
    union = max(total_a + total_b - common, common)
    return min(1.0, common / smallest), common / union, near / common if common else 0.0


def _titles(a: Profile, b: Profile) -> tuple[float, float]:
    scores = []
    for one, other in ((a, b), (b, a)):
        if len(one.title) >= 8 and len(other.text) >= 8:
            full = fuzz.partial_ratio(one.title, other.text) / 100
            if len(one.title) > len(other.text):
                full *= len(other.text) / len(one.title)
            scores.append(full)
    if not scores:
        return 0.5, 0.5
    return max(scores), min(scores)


def _authors(a: Profile, b: Profile) -> float:
    if not a.families or not b.families:
        return 0.0
    few, many = sorted((a.families, b.families), key=len)
    other_text = b.text if few is a.families else a.text
    hits = sum(name in many or name in other_text for name in few if name)
    return hits / len(few)


def _page_conflict(a: Profile, b: Profile) -> float:
    tops = [
        max((int(number) for number in side.numbers if number.isdecimal()), default=0)
        for side in (a, b)
    ]
    if min(tops) == 0:
        return 0.0
    found = [str(top) in side.numbers for top, side in zip(tops, (b, a), strict=True)]
    return float(not any(found))


def gather(a: Profile, b: Profile, weight: Callable[[str], float]) -> Evidence:
    """Compare ``a`` and ``b``; ``weight`` says how telling a word is."""
    containment, overlap, typo_share = _words(a, b, weight)
    title, title_short = _titles(a, b) if overlap > 0.05 or containment > 0.2 else (0.0, 0.0)
    shared = a.numbers & b.numbers
    fewest = min(len(a.numbers), len(b.numbers))
    same_year = bool(a.years & b.years)
    near_year = not same_year and any(abs(x - y) == 1 for x in a.years for y in b.years)
    both_years = bool(a.years and b.years)
    pairs = ((a.doi, b.doi), (a.isbn, b.isbn), (a.arxiv, b.arxiv))
    return Evidence(
        containment=containment,
        overlap=overlap,
        title=title,
        title_short=title_short,
        numbers=len(shared) / fewest if fewest else 0.0,
        numbers_conflict=float(fewest >= 2 and not shared),
        page_conflict=_page_conflict(a, b),
        number_rich=min(3, len(shared)) / 3,
        year_same=float(same_year),
        year_near=float(near_year),
        year_conflict=float(both_years and not same_year and not near_year),
        author=_authors(a, b),
        lead=max(
            len(a.lead & b.words) / (len(a.lead) or 1), len(b.lead & a.words) / (len(b.lead) or 1)
        ),
        identifier_same=float(any(x is not None and x == y for x, y in pairs)),
        identifier_conflict=float(
            any(x is not None and y is not None and x != y for x, y in pairs)
        ),
        url_same=float(a.url is not None and a.url == b.url),
        typo_share=typo_share,
    )


def features(evidence: Evidence) -> tuple[float, ...]:
    """Return the numbers of ``evidence`` and the products that the score also weighs."""
    plain = astuple(evidence)
    return (
        *plain,
        evidence.overlap * evidence.year_same,
        evidence.title_short * evidence.author,
        evidence.number_rich * evidence.containment,
        evidence.containment * evidence.containment,
    )
