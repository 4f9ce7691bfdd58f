"""Two profiles side by side: the numbers a comparison is judged by."""

from collections.abc import Callable
from typing import NamedTuple

from rapidfuzz import fuzz

from citations.duplicates.names import compare_names, near_word
from citations.duplicates.profile import Profile, kept
from citations.duplicates.stop_words import COMMON

_SHORTEST_TITLE = 8
_LONG = 5
"""Letters of a word that can be looked for inside other words."""
_ROUGHLY = 0.2
_MOST = 3
_MANY = 8

Weight = Callable[[str], float]


class Evidence(NamedTuple):
    """How two references agree; each number is 0-1 and the same for both orders.

    "Found" means printed anywhere in the other entry, whole or up to a typo or an abbreviation.
    The order of the fields is the order of the features in ``citations/data/duplicates.json``; a
    tuple, because an archive makes a million of them.
    """

    containment: float
    """Share of the poorer entry's weighted words that are found in the richer one."""
    overlap: float
    """Weighted words in both, of the words in either (Jaccard)."""
    unexplained: float
    """Weighted words that each side has and the other lacks, the fewer, up to eight, in eighths."""
    near: float
    """Share of the common words that match only up to a typo or an abbreviation."""
    alike: float
    """Likeness of the two texts, letter by letter, words sorted."""
    richness: float
    """Words of the poorer entry, up to twenty, divided by twenty."""
    title: float
    """How well the one's title is found in the other's text, letter by letter, the better way."""
    title_short: float
    """The worse way of the same."""
    title_lost: float
    """Weighted share of the one's title words that are not found, the smaller way."""
    titles: float
    """How many of the two have a title that can be compared, halved."""
    numbers: float
    """Share of the poorer side's numbers that the other has; 0 without numbers."""
    number_rich: float
    """Shared numbers, up to three, divided by three."""
    number_split: float
    """Numbers that each side has and the other lacks, the fewer, up to three, divided by three."""
    numbered: float
    """How many of the two print any number, halved."""
    page_same: float
    page_range: float
    """Both print the same first and last page, two different ones."""
    page_conflict: float
    """Both print pages and neither's first page is printed in the other; half of it where only
    one's pages are known as such and the other's numbers may be anything."""
    volume_same: float
    volume_conflict: float
    year_same: float
    year_near: float
    year_conflict: float
    author: float
    """Family names of the shorter list found in the other entry; 0 without names."""
    author_split: float
    """Share of names that each side has and the other lacks, the smaller."""
    author_rich: float
    """Names found in both, up to five, divided by five."""
    author_order: float
    """Share of the places of the longer list at which both name the same author."""
    first_author: float
    """Both name the same first author: 1; another: 0; one names none: 0.5."""
    initials_split: float
    """Share of the names in common whose given names cannot be one person's."""
    lead: float
    """The leading words of the one found in the other, the better way."""
    lead_both: float
    """The worse way of the same."""
    container: float
    """Words of the one's container found in the other, the better way; 0.5 without one."""
    nested: float
    """The one's title is the other's container, and the other has a title of its own or none."""
    identifier_same: float
    identifier_conflict: float
    url_same: float
    url_conflict: float


class Lost(NamedTuple):
    """The words of either side that the other side lacks, and the weight of near matches."""

    left: set[str]
    right: set[str]
    near: float


@kept
def _initials(side: Profile) -> tuple[str, tuple[str, ...]]:
    words = tuple(
        word for word in side.text.split() if word not in COMMON or word in {"report", "new"}
    )
    return "".join(word[0] for word in words), words


def _spelt_out(acronym: str, side: Profile) -> tuple[str, ...]:
    """Return the words of ``side`` of which ``acronym`` holds the initials."""
    initials, words = _initials(side)
    place = initials.find(acronym)
    if place < 0 or (len(acronym) == 2 and place > 0):
        return ()
    return words[place : place + len(acronym)]


def lost_words(a: Profile, b: Profile, weight: Weight) -> Lost:
    """Match the words of two profiles: equal, then misspelt, abbreviated, or as initials."""
    rest_a, rest_b = set(a.words - b.words), set(b.words - a.words)
    near = 0.0
    if not (rest_a and rest_b):
        return Lost(rest_a, rest_b, near)
    for mine, theirs, other in ((rest_a, rest_b, b), (rest_b, rest_a, a)):
        acronyms = mine & (a.acronyms if mine is rest_a else b.acronyms)
        for acronym in acronyms:
            spelt = _spelt_out(acronym, other)
            if spelt:
                mine.discard(acronym)
                theirs.difference_update(spelt)
                near += weight(acronym)
    if rest_a and rest_b:
        few, many = (rest_a, rest_b) if len(rest_a) <= len(rest_b) else (rest_b, rest_a)
        # In order, since sets of words are not: the same pair must come to the same score again.
        left = sorted(many)
        for word in sorted(few):
            found = near_word(word, left)
            if found is not None:
                few.discard(word)
                many.discard(found)
                left.remove(found)
                near += min(weight(word), weight(found)) * 0.9
    for mine, other in ((rest_a, b), (rest_b, a)):
        for word in [word for word in mine if len(word) >= _LONG and word in other.joined]:
            mine.discard(word)
            near += weight(word) * 0.9
    return Lost(rest_a, rest_b, near)


def _titles(a: Profile, b: Profile) -> tuple[float, float]:
    scores = []
    for one, other in ((a, b), (b, a)):
        if len(one.title) >= _SHORTEST_TITLE and len(other.text) >= _SHORTEST_TITLE:
            title, whole = one.joined_title, other.joined
            if title in whole:
                scores.append(1.0)
                continue
            full = fuzz.partial_ratio(title, whole) / 100
            if len(title) > len(whole):
                full *= len(whole) / len(title)
            scores.append(full)
    if not scores:
        return 0.5, 0.5
    return max(scores), min(scores)


def _unexplained(lost: Lost, weight: Weight) -> float:
    fewer = min(sum(map(weight, lost.left)), sum(map(weight, lost.right)))
    return min(_MANY, fewer) / _MANY


def _title_lost(a: Profile, b: Profile, lost: Lost, weight: Weight) -> float:
    shares = []
    for side, missing in ((a, lost.left), (b, lost.right)):
        if side.title_words:
            gone = side.title_words & missing
            if not gone:
                return 0.0
            shares.append(sum(map(weight, gone)) / sum(map(weight, side.title_words)))
    return min(shares, default=0.0)


def _pages(a: Profile, b: Profile) -> tuple[float, float, float]:
    """Return whether the first pages are the same, whether both are, and whether they conflict."""
    if a.pages is not None and b.pages is not None:
        same = a.pages[0] == b.pages[0] or a.pages[1] == b.pages[1]
        # Of a page that a parser cut out wrongly, the print still tells.
        near = a.pages[0] in b.numbers and b.pages[0] in a.numbers
        both = a.pages == b.pages and a.pages[0] != a.pages[1]
        return float(same or near), float(both), float(not (same or near))
    for one, other in ((a, b), (b, a)):
        if one.pages is not None:
            if one.pages[0] in other.numbers:
                # A number that is the other's volume says nothing of its page.
                known = one.pages[0] != other.volume or len(other.numbers) == 1
                return float(known), 0.0, 0.0
            return 0.0, 0.0, 0.5 if _unplaced(other) - one.numbers else 0.0
    # The largest number is mostly a page where no range is printed.
    if a.largest is None or b.largest is None:
        return 0.0, 0.0, 0.0
    hit = a.largest in b.numbers or b.largest in a.numbers
    return 0.0, 0.0, 0.0 if hit or not (_unplaced(a) and _unplaced(b)) else 0.5


def _unplaced(side: Profile) -> frozenset[str]:
    """Return the numbers that may be pages: those that are not known as something else."""
    return side.numbers - {side.volume, side.item.issue}


def _volumes(a: Profile, b: Profile) -> tuple[float, float]:
    if a.volume and b.volume:
        same = a.volume == b.volume or a.volume in b.numbers or b.volume in a.numbers
        return float(same), float(not same)
    for one, other in ((a, b), (b, a)):
        if one.volume and other.numbers:
            return float(one.volume in other.numbers), 0.0
    return 0.0, 0.0


def _container(a: Profile, b: Profile, lost: Lost) -> float:
    best = -1.0
    for side, missing in ((a, lost.left), (b, lost.right)):
        words = side.container_words
        if words:
            best = max(best, 1 - len(words & missing) / len(words))
    return best if best >= 0 else 0.5


def _nested(a: Profile, b: Profile) -> float:
    for one, whole in ((a, b), (b, a)):
        if len(whole.title) >= _SHORTEST_TITLE and whole.title == one.container != one.title:
            return 1.0
    return 0.0


def _same_host(a: str, b: str) -> bool:
    return a.partition("/")[0] == b.partition("/")[0]


def gather(a: Profile, b: Profile, weight: Weight) -> Evidence:
    """Compare ``a`` and ``b``; ``weight`` says how telling a word is."""
    lost = lost_words(a, b, weight)
    exact = sum(map(weight, a.words & b.words))
    total_a = exact + sum(map(weight, a.words - b.words))
    total_b = exact + sum(map(weight, b.words - a.words))
    smallest, common = min(total_a, total_b), exact + lost.near
    containment = min(1.0, common / smallest) if smallest else 0.0
    union = max(total_a + total_b - common, common)
    title, title_short = _titles(a, b) if containment > _ROUGHLY else (0.0, 0.0)
    shared, fewer = len(a.numbers & b.numbers), min(len(a.numbers), len(b.numbers))
    same_year = any(year in b.years for year in a.years)
    near_year = not same_year and any(abs(x - y) == 1 for x in a.years for y in b.years)
    names = compare_names(a, b)
    page_same, page_range, page_conflict = _pages(a, b)
    volume_same, volume_conflict = _volumes(a, b)
    lead_a = len(a.lead & b.words) / (len(a.lead) or 1)
    lead_b = len(b.lead & a.words) / (len(b.lead) or 1)
    same, conflict = _identifiers(a, b)
    url_same = a.url is not None and a.url == b.url
    url_known = a.url is not None and b.url is not None and _same_host(a.url, b.url)
    return Evidence(
        containment=containment,
        overlap=common / union if union else 0.0,
        unexplained=_unexplained(lost, weight),
        near=lost.near / common if common else 0.0,
        alike=fuzz.ratio(a.joined, b.joined) / 100,
        richness=min(20, len(a.words), len(b.words)) / 20,
        title=title,
        title_short=title_short,
        title_lost=_title_lost(a, b, lost, weight),
        titles=((len(a.title) >= _SHORTEST_TITLE) + (len(b.title) >= _SHORTEST_TITLE)) / 2,
        numbers=shared / fewer if fewer else 0.0,
        number_rich=min(_MOST, shared) / _MOST,
        number_split=min(_MOST, fewer - shared) / _MOST,
        numbered=((len(a.numbers) > 0) + (len(b.numbers) > 0)) / 2,
        page_same=page_same,
        page_range=page_range,
        page_conflict=page_conflict,
        volume_same=volume_same,
        volume_conflict=volume_conflict,
        year_same=float(same_year),
        year_near=float(near_year),
        year_conflict=float(bool(a.years and b.years) and not same_year and not near_year),
        author=names.shared,
        author_split=names.split,
        author_rich=names.rich,
        author_order=names.order,
        first_author=names.first,
        initials_split=names.initials_split,
        lead=max(lead_a, lead_b),
        lead_both=min(lead_a, lead_b),
        container=_container(a, b, lost),
        nested=_nested(a, b),
        identifier_same=same,
        identifier_conflict=conflict,
        url_same=float(url_same),
        url_conflict=float(url_known and not url_same),
    )


def _identifiers(a: Profile, b: Profile) -> tuple[float, float]:
    same = conflict = False
    for one, other in ((a.doi, b.doi), (a.isbn, b.isbn), (a.arxiv, b.arxiv), (a.symbol, b.symbol)):
        if one is not None and other is not None:
            same, conflict = same or one == other, conflict or one != other
    return float(same), float(conflict)


FEATURES = Evidence._fields
