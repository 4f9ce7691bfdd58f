"""Candidate pairs: references that share rare enough keys, so that not all pairs are compared."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, combinations
from math import log
from typing import TYPE_CHECKING

from citations.duplicates.profile import Profile

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Longs = npt.NDArray[np.int64]

_FEW = 120
"""Up to as many references, all pairs are candidates."""
_RAREST = 8
_PAIRED = 5
_MOST_NUMBERS = 4
_WINDOW = 4
_LONGEST_WEIGHED = 10


def plain_weight(word: str) -> float:
    """Say how telling ``word`` is by its length alone: 0.3 for two letters, 1 from ten on."""
    return 0.125 + 0.0875 * min(len(word), _LONGEST_WEIGHED)


class _Table(dict[str, float]):
    def __missing__(self, word: str) -> float:
        return 1.0


def count_words(profiles: Sequence[Profile]) -> Counter[str]:
    """Return in how many of ``profiles`` each word is."""
    return Counter(chain.from_iterable(side.words for side in profiles))


def rarity(counts: Counter[str], total: int) -> Callable[[str], float]:
    """Return a word's weight among ``total`` profiles: how long it is, and how few have it."""
    spread = log(2 + total)
    return _Table(
        (word, plain_weight(word) * (0.5 + log(1 + total / count) / spread))
        for word, count in counts.items()
    ).__getitem__


def _keys(side: Profile, counts: Counter[str], common: int) -> Iterator[object]:
    """Yield what an entry may be found by; what tells it alone is yielded twice, as two keys."""
    rare = sorted([(count, word) for word in side.words if (count := counts[word]) > 1])
    usual = []
    for count, word in rare[:_RAREST]:
        if count <= common:
            yield word
        else:
            usual.append(word)
    # Words that too many have are keys two by two.
    yield from combinations(sorted(usual[:_PAIRED]), 2)
    numbers = sorted(side.numbers, key=lambda number: (-len(number), number))[:_MOST_NUMBERS]
    yield from combinations(sorted(numbers), 2)
    for year in side.years[:2]:
        if numbers:
            yield year, numbers[0]
        for word in side.lead:
            yield year, word
    for name, value in (
        ("doi", side.doi),
        ("arxiv", side.arxiv),
        ("url", side.url),
        ("isbn", side.isbn),
    ):
        if value:
            yield name, value
            yield value, name


def candidates(
    profiles: Sequence[Profile], counts: Counter[str], largest_block: int
) -> Iterator[tuple[int, int]]:
    """Yield index pairs (left < right), each once: all of a list, of an archive those worth a look.

    In an archive a pair shares at least two keys; those that share most come first. A key with
    more than ``largest_block`` holders is refined rather than dropped: each of its holders is
    paired with the next few, so ``profiles`` should be ordered by what they print.
    """
    if len(profiles) <= _FEW:
        return combinations(range(len(profiles)), 2)
    return _by_keys(profiles, counts, largest_block)


def _by_keys(
    profiles: Sequence[Profile], counts: Counter[str], largest_block: int
) -> Iterator[tuple[int, int]]:
    import numpy as np  # noqa: PLC0415 - costs more to load than a list takes to compare

    size = len(profiles)
    found: list[int] = []
    sizes = []
    for side in profiles:
        before = len(found)
        found += [hash(key) for key in _keys(side, counts, largest_block)]
        sizes.append(len(found) - before)
    keys = np.fromiter(found, np.int64, len(found))
    holders = np.repeat(np.arange(size), sizes)
    order = np.lexsort((holders, keys))
    pairs = _paired(keys[order], holders[order], largest_block)
    lefts, rights = pairs
    codes, shared = np.unique(lefts * size + rights, return_counts=True)
    codes, shared = codes[shared > 1], shared[shared > 1]
    codes = codes[np.argsort(-shared, kind="stable")]
    return zip((codes // size).tolist(), (codes % size).tolist(), strict=True)


def _paired(keys: "Longs", holders: "Longs", largest_block: int) -> "tuple[Longs, Longs]":
    """Pair the holders of each key, given in order of keys and holders."""
    import numpy as np  # noqa: PLC0415 - as above

    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    sizes = np.diff(np.append(starts, len(keys)))
    # How many of those after it in its block each holder is paired with.
    place = np.arange(len(keys)) - np.repeat(starts, sizes)
    after = np.repeat(sizes, sizes) - place - 1
    after = np.where(np.repeat(sizes, sizes) > largest_block, np.minimum(after, _WINDOW), after)
    lefts = np.repeat(np.arange(len(keys)), after)
    steps = np.arange(len(lefts)) - np.repeat(np.cumsum(after) - after, after) + 1
    return holders[lefts], holders[lefts + steps]


def worth_comparing(a: Profile, b: Profile) -> bool:
    """Tell whether two candidates share enough words or numbers to be compared in full."""
    shared = len(a.words & b.words)
    if shared * 4 >= min(len(a.words), len(b.words)) or len(a.numbers & b.numbers) >= 3:
        return True
    return (
        (a.doi is not None and a.doi == b.doi)
        or (a.url is not None and a.url == b.url)
        or (a.arxiv is not None and a.arxiv == b.arxiv)
    )
