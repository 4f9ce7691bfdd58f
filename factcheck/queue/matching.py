"""Which of a scan's new findings is an old one in other words: pure.

Fingerprints settle the rest; this looks only at findings that have gone and findings never seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

SIMILAR = 65.0
"""The least similarity (0-100) of two sentences taken for one reworded.

Measured on 427 sentences of 13 news pages: of 7,724 pairs of different sentences of one page 0.2 %
reach it (half reach 40), and 98 % of the sentences still do after a third of their words were
replaced at random. It is set to find rather than to be sure: a match carries nothing over, it only
shows the old decision.
"""

WINDOW = 200
"""How many neighbours in reading order are compared on either side; keeps the work linear."""

_COMPARED = 2_000  # characters of a passage; more do not change the verdict, only the time


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What is compared of a finding: its rule, its sentence, what is marked in it, its place.

    ``id`` is the caller's; ``place`` is an offset used only for order.
    """

    id: int
    code: str
    sentence: str
    exact: str
    place: int = 0


def match(gone: Sequence[Passage], new: Sequence[Passage]) -> dict[int, int]:
    """Pair new findings with gone ones of the same rule: new id to gone id, each at most once.

    The most similar pair goes first; of equally similar sentences, the one in which the same
    words are marked, then the nearest.
    """
    pairs: list[tuple[float, float, int, int, int]] = []
    for code in sorted({passage.code for passage in new}):
        pairs.extend(
            _pairs(
                [passage for passage in gone if passage.code == code],
                [passage for passage in new if passage.code == code],
            )
        )
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, _, new_id, gone_id in sorted(pairs):
        if new_id not in matched and gone_id not in taken:
            matched[new_id] = gone_id
            taken.add(gone_id)
    return matched


def similarity(left: str, right: str) -> float:
    """Return how alike two passages are (0-100), whatever the order of their words.

    The better of rapidfuzz's normalised indel similarity of the characters and the same of the
    sorted words, both over lower-cased text without punctuation.
    """
    a, b = default_process(left[:_COMPARED]), default_process(right[:_COMPARED])
    if not a or not b:
        return 100.0 if a == b else 0.0
    plain = fuzz.ratio(a, b, score_cutoff=SIMILAR)
    return max(plain, fuzz.token_sort_ratio(a, b, score_cutoff=SIMILAR))


def _pairs(
    gone: Sequence[Passage], new: Sequence[Passage]
) -> list[tuple[float, float, int, int, int]]:
    if not gone:
        return []
    before = sorted(gone, key=lambda passage: (passage.place, passage.id))
    after = sorted(new, key=lambda passage: (passage.place, passage.id))
    pairs = []
    for rank, passage in enumerate(after):
        middle = rank * len(before) // len(after)
        for other in before[max(0, middle - WINDOW) : middle + WINDOW]:
            alike = similarity(passage.sentence, other.sentence)
            if alike >= SIMILAR:
                marked = fuzz.ratio(passage.exact[:_COMPARED], other.exact[:_COMPARED])
                distance = abs(passage.place - other.place)
                pairs.append((-alike, -marked, distance, passage.id, other.id))
    return pairs
