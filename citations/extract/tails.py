"""What the entries of one list have in common at their ends: navigation, whatever it is called.

A link that most entries of a list end with ("View in Scopus", "PDF (12 K)", "Go to reference in
article") belongs to the page and not to the reference. Words alone cannot tell, since every
publisher and language has its own.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from citations.extract.features import is_back_reference
from citations.extract.printed import Printed, collapse

MIN_ITEMS = 3
COMMON = 0.8
"""The share of the entries that must end with a link for it to be navigation."""
COMMON_INSIDE = 0.5
"""The same for a link that stays on the page."""
_LONGEST = 60
_SHORTEST_REST = 12
_BETWEEN = " \u00a0\t\r\n|,;·•.[]()/-–"
_DANGLING = " \u00a0\t\r\n|,;·•[(/–-"
_NUMBERS = re.compile(r"\d+")
_ADDRESS = re.compile(r"https?:|www\.|\b10\.\d{4}|doi\b.", re.IGNORECASE)
_BACK_LETTER = re.compile(r"[a-z]{1,2}")


def without_common_links(items: Sequence[Printed]) -> list[Printed]:
    """Return the items without the links that most of them end with."""
    ends = [_ends(item) for item in items]
    counts = Counter(key for found in ends for key in {key for key, _ in found})
    dropped = {key for key, count in counts.items() if _is_common(key, count, len(items))}
    return [_cut(item, found, dropped) for item, found in zip(items, ends, strict=True)]


def _is_common(key: tuple[str, bool], count: int, total: int) -> bool:
    text, inside = key
    if inside and _BACK_LETTER.fullmatch(text):
        return True
    return total >= MIN_ITEMS and count >= total * (COMMON_INSIDE if inside else COMMON)


def _ends(item: Printed) -> list[tuple[tuple[str, bool], int]]:
    """Return the links an item ends with, last first: (folded text, stays inside), first part."""
    found: list[tuple[tuple[str, bool], int]] = []
    end = len(item.parts)
    for start, stop, inside in reversed(item.anchors):
        if stop > end or "".join(item.parts[stop:end]).strip(_BETWEEN):
            break
        text = collapse("".join(item.parts[start:stop]))
        if not text or len(text) > _LONGEST or _ADDRESS.search(text):
            break
        found.append(((_NUMBERS.sub("0", text.casefold()), inside), start))
        end = start
    return found


def _cut(
    item: Printed, ends: Sequence[tuple[tuple[str, bool], int]], dropped: set[tuple[str, bool]]
) -> Printed:
    cut = len(item.parts)
    for key, start in ends:
        if key not in dropped:
            break
        cut = start
    if cut == len(item.parts):
        return item
    parts = item.parts[:cut]
    while parts and not parts[-1].rstrip(_DANGLING):
        parts.pop()
    if parts:
        parts[-1] = parts[-1].rstrip(_DANGLING)
    shorter = replace(item, parts=parts, anchors=[], _text=None, _likeness=None)
    rest = shorter.unlabelled
    return shorter if len(rest) >= _SHORTEST_REST or is_back_reference(rest) else item
