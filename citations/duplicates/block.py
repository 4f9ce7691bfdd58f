"""Candidate pairs: references that share a rare enough key, so that not all pairs are compared."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from math import log

from citations.duplicates.profile import Profile

_RAREST = 8
_MOST_NUMBERS = 5
_WINDOW = 6
_LONGEST_WEIGHED = 10


def plain_weight(word: str) -> float:
    """Say how telling ``word`` is by its length alone: 0.3 for two letters, 1 from ten on."""
    return 0.125 + 0.0875 * min(len(word), _LONGEST_WEIGHED)


def rarity(profiles: Sequence[Profile]) -> Callable[[str], float]:
    """Return a word's weight among ``profiles``: how long it is, and how few have it."""
    counts = Counter(word for side in profiles for word in side.words)
    total = len(profiles)
    table = {
        word: plain_weight(word) * (0.5 + log(1 + total / count) / log(2 + total))
        for word, count in counts.items()
    }
    return lambda word: table.get(word, 1.0)


def _keys(side: Profile, counts: Counter[str]) -> Iterator[str]:
    rare = sorted(
        (word for word in side.words if counts[word] > 1), key=lambda word: (counts[word], word)
    )
    yield from rare[:_RAREST]
    # Prefixes bring abbreviations and typing errors of long words together.
    numbers = sorted(side.numbers, key=lambda number: (-len(number), number))[:_MOST_NUMBERS]
    for first, second in combinations(sorted(numbers), 2):
        yield f"#{first}/{second}"
    for year in side.years:
        for number in numbers:
            yield f"#{year}:{number}"
        for word in side.lead:
            yield f"#{year}:{word}"
    for name, value in (
        ("doi", side.doi),
        ("arxiv", side.arxiv),
        ("url", side.url),
        ("isbn", side.isbn),
    ):
        if value:
            yield f"#{name}:{value}"
    if len(side.title) >= 12:
        yield f"#t:{side.title[:16]}"


def candidates(profiles: Sequence[Profile], largest_block: int) -> Iterator[tuple[int, int]]:
    """Yield index pairs (left < right), each once, that share a key.

    A key with more than ``largest_block`` holders is refined rather than dropped: its holders are
    sorted by text and each is paired with its nearest neighbours.
    """
    counts = Counter(word for side in profiles for word in side.words)
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, side in enumerate(profiles):
        for key in dict.fromkeys(_keys(side, counts)):
            blocks[key].append(index)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) < 2:
            continue
        for pair in _pairs(block, largest_block, profiles):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _pairs(
    block: list[int], largest_block: int, profiles: Sequence[Profile]
) -> Iterator[tuple[int, int]]:
    if len(block) <= largest_block:
        yield from combinations(block, 2)
        return
    ordered = sorted(
        block, key=lambda index: (profiles[index].title or profiles[index].text, index)
    )
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + _WINDOW]:
            yield min(one, other), max(one, other)


def worth_comparing(a: Profile, b: Profile) -> bool:
    """Tell whether two candidates share enough words or numbers to be compared in full."""
    shared = len(a.words & b.words)
    if shared * 4 >= min(len(a.words), len(b.words)) or len(a.numbers & b.numbers) >= 3:
        return True
    return any(
        x is not None and x == y for x, y in ((a.doi, b.doi), (a.url, b.url), (a.arxiv, b.arxiv))
    )
