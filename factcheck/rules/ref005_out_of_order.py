"""An entry stands in the wrong place of a list that is in order.

## What it does

Where the printed numbers of a list run on, flags an entry whose number does not. In a list without
numbers that is sorted by its first words but for a few entries (at least four in order, and four of
five), flags those few. A list that follows no alphabet is left alone; so are particles ("van der
Berg" under V or B), umlauts (under a or ae) and several works of one author.

## Why it matters

Readers look a name up where the alphabet puts it. An entry in the wrong place was most often put in
last, and is the one that nobody has checked against the text.

## Example

Hurst stands after Okafor in a list that is in alphabetical order otherwise.

## Options

None.

## References

- APA Publication Manual, 7th edition, section 9.44: alphabetical order, letter by letter.
- Vancouver style (ICMJE): entries are numbered in order.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from citations.fold import fold_words
from citations.reference import Reference
from factcheck.model.analysis import Analysis
from factcheck.model.article import Span
from factcheck.model.finding import Hit, Severity
from factcheck.rule import Bad, Good, Need, NoOptions, Rule
from factcheck.rules.places import excerpt, works

_LEAST_IN_ORDER = 4
_LEAST_SHARE = 0.8
_NAME_WORDS = 4  # an entry that begins with its author has the family name among them
_ARTICLES = frozenset({"the", "a", "an", "der", "die", "das", "le", "la", "les", "l"})
_PARTICLES = frozenset({"van", "von", "de", "der", "den", "du", "la", "le", "di", "da", "al", "el"})


def find(analysis: Analysis, _: NoOptions) -> Iterator[Hit]:
    """Yield one hit for every entry that breaks the order of its list."""
    lists: dict[str | None, list[tuple[Reference, Span | None]]] = {}
    for reference, span in works(analysis):
        lists.setdefault(reference.entry.list_heading, []).append((reference, span))
    for entries in lists.values():
        numbers = [_number(reference) for reference, _ in entries]
        if all(number is not None for number in numbers):
            yield from _unnumbered(entries, [number or 0 for number in numbers])
        elif not any(number is not None for number in numbers):
            yield from _unsorted(entries)


def _number(reference: Reference) -> int | None:
    label = reference.entry.label or ""
    return int(label) if label.isascii() and label.isdecimal() and len(label) < 6 else None


def _unnumbered(
    entries: Sequence[tuple[Reference, Span | None]], numbers: Sequence[int]
) -> Iterator[Hit]:
    kept = longest_in_order(numbers)
    for place, (reference, span) in enumerate(entries):
        if place not in kept:
            yield Hit(
                message=f"Number {numbers[place]} stands out of order in the list.",
                span=span,
                subject=reference.id,
                fix="Number the list anew, and the citations with it.",
                confidence=0.8,
            )


def _unsorted(entries: Sequence[tuple[Reference, Span | None]]) -> Iterator[Hit]:
    names = [_name(reference) for reference, _ in entries]
    printed = [fold_words(reference.entry.text) for reference, _ in entries]
    led = sum(
        bool(name) and words[: len(name)] == name
        for name, words in zip(names, printed, strict=True)
    )
    near = sum(
        bool(name) and name[-1] in words[:_NAME_WORDS]
        for name, words in zip(names, printed, strict=True)
    )
    if near < _LEAST_SHARE * len(entries):
        return  # titles and links follow no order that could be checked
    family_first = led >= len(entries) / 2
    keys = [
        _keys(words if family_first or not name else name)
        for name, words in zip(names, printed, strict=True)
    ]
    rank = {key: place for place, key in enumerate(sorted({each[0] for each in keys}))}
    kept = longest_in_order([rank[each[0]] for each in keys])
    if len(kept) < max(_LEAST_IN_ORDER, _LEAST_SHARE * len(entries)):
        return
    for place, (reference, span) in enumerate(entries):
        if place in kept or any(_fits(key, place, keys, kept) for key in keys[place]):
            continue
        yield Hit(
            message=f"“{excerpt(reference.entry.text, 40)}” breaks the list's alphabetical order.",
            span=span,
            subject=reference.id,
            fix="Put the entry where its first word belongs.",
            confidence=0.7,
        )


def _name(reference: Reference) -> tuple[str, ...]:
    """Return the folded words of the name that an entry is sorted by; () where it has none."""
    people = reference.item.author or reference.item.editor
    if not people:
        return ()
    named = (people[0].particle, people[0].family or people[0].literal)
    return fold_words(" ".join(part for part in named if part))


def _keys(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that an entry may be sorted by, the most usual first."""
    if words and words[0] in _ARTICLES and len(words) > 1:
        words = words[1:]
    bare = words
    while len(bare) > 1 and bare[0] in _PARTICLES:
        bare = bare[1:]
    spelled = words[0] if words else ""
    for letter in "aou":
        spelled = spelled.replace(f"{letter}e", letter)
    return (words[0] if words else "", bare[0] if bare else "", spelled)


def _fits(key: str, place: int, keys: Sequence[tuple[str, ...]], kept: frozenset[int]) -> bool:
    """Tell whether another way to sort an entry puts it between its neighbours in order."""
    before = next((keys[n] for n in range(place - 1, -1, -1) if n in kept), None)
    after = next((keys[n] for n in range(place + 1, len(keys)) if n in kept), None)
    follows = before is None or any(other[: len(key)] <= key for other in before)
    leads = after is None or any(key[: len(other)] <= other for other in after)
    return follows and leads


def longest_in_order(keys: Sequence[int]) -> frozenset[int]:
    """Return the places of a longest subsequence that never falls (patience sorting, n log n)."""
    ends: list[int] = []  # the smallest key that a subsequence of each length can end with
    tails: list[int] = []  # and where it stands
    before: list[int | None] = []
    for place, key in enumerate(keys):
        length = bisect_right(ends, key)
        before.append(tails[length - 1] if length else None)
        ends[length : length + 1] = [key]
        tails[length : length + 1] = [place]
    found: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        found.add(last)
        last = before[last]
    return frozenset(found)


_WALL = "# Quay walls\n\nThe wall has sunk (Brandt, 2011).\n\n## References\n\n"
_ENTRIES = (
    "- Adeyemi, F. (2015). Salt in mortar. Coastal Structures, 3(2), 11-19.\n",
    "- Brandt, L. (2011). Tidal loads on quay walls. Journal of Harbour Works, 12(3), 45-61.\n",
    "- Calder, I. (2018). Boats and their owners. Alder Press.\n",
    "- Okafor, C. (2019). Masonry under traffic. Coastal Structures, 7(1), 10-22.\n",
    "- Weiss, A. (2014). Cranes of the north. Alder Press.\n",
)
_HURST = "- Hurst, D. (2018). Gas and quays. Coastal Structures, 6(4), 31-40.\n"

RULE = Rule(
    code="REF005",
    name="out-of-order",
    severity=Severity.INFO,
    options=NoOptions,
    find=find,
    needs=frozenset({Need.REFERENCES}),
    examples=(
        Bad(
            _WALL + "".join(_ENTRIES) + _HURST,
            marks=("Hurst, D. (2018). Gas and quays. Coastal Structures, 6(4), 31-40.",),
        ),
        Good(_WALL + "".join((*_ENTRIES[:3], _HURST, *_ENTRIES[3:]))),
        Good(_WALL + "".join(_ENTRIES[n] for n in (3, 0, 4, 1, 2))),
    ),
)
