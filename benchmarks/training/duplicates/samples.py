"""Training pairs: the candidate pairs of the development sets, and pairs of made-up works."""

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from benchmarks.duplicates import load_lists, load_references, parsed
from benchmarks.training.duplicates.prints import Printer
from benchmarks.training.duplicates.works import LANGUAGES, draw_work, near_misses
from citations.duplicates.block import (
    candidates,
    count_words,
    plain_weight,
    rarity,
    worth_comparing,
)
from citations.duplicates.evidence import Weight, gather
from citations.duplicates.policy import DEFAULT
from citations.duplicates.profile import Profile, profile
from citations.reference import Entry, Reference

WEIGHTS = {
    "crossref-styles": 1.0,
    "lists": 3.0,
    "cora": 0.7,
    "dblp-acm": 0.2,
    "dblp-scholar": 0.25,
    "asysd-diabetes": 0.5,
    "synthetic": 1.0,
}
"""What a pair of each set weighs: the fit serves printed strings first."""
MOST = 8_000
"""Of each set at most so many duplicate pairs, and twice as many others."""
_PRINTS = 3
_MISSES = 3
_RECORDS = 0.25
_LIST = 60
_STRANGERS = 0.3
"""Share of the pairs of unrelated works that is kept: they are easy and many."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One training pair; ``half`` (0 or 1) goes by the work, for scoring by halves."""

    values: tuple[float, ...]
    label: bool
    half: int


def _half(work: str) -> int:
    return hashlib.sha256(work.encode()).digest()[0] % 2


def _sample(a: Profile, b: Profile, works: dict[str, str], weight: Weight) -> Sample:
    if a.id > b.id:
        a, b = b, a
    one, other = works[a.id], works[b.id]
    return Sample(tuple(gather(a, b, weight)), one == other, _half(min(one, other)))


def _archive(
    sides: Sequence[Profile], works: dict[str, str], source: random.Random
) -> list[Sample]:
    """Sample what blocking finds, half weighed as in a list of their own, half as in an archive."""
    counts = count_words(sides)
    weigh = rarity(counts, len(sides))
    pairs = [
        (sides[left], sides[right])
        for left, right in candidates(sides, counts, DEFAULT.largest_block)
        if worth_comparing(sides[left], sides[right])
    ]
    source.shuffle(pairs)
    left_to_take = {True: MOST, False: 2 * MOST}
    found = []
    for a, b in pairs:
        same = works[a.id] == works[b.id]
        if left_to_take[same]:
            left_to_take[same] -= 1
            found.append(_sample(a, b, works, weigh if source.random() < 0.5 else plain_weight))
    return found


def _list(sides: Sequence[Profile], works: dict[str, str]) -> Iterator[Sample]:
    weight = rarity(count_words(sides), len(sides))
    for a, b in combinations(sides, 2):
        if worth_comparing(a, b):
            yield _sample(a, b, works, weight)


def synthetic(source: random.Random, count: int) -> list[Sample]:
    """Sample pairs of ``count`` made-up works, each printed thrice among its near misses.

    One in four is a record of fields instead of a printed entry.
    """
    printer = Printer(source)
    rows, records, works, family = [], [], {}, {}
    for number in range(count):
        language = source.choice(LANGUAGES)
        work = draw_work(source, language)
        drawn = [work] * _PRINTS + list(near_misses(source, language, work, _MISSES))
        for place, each in enumerate(drawn):
            identity = f"{number}-{place}"
            if source.random() < _RECORDS:
                entry = Entry(position=0, text="")
                records.append(Reference(id=identity, entry=entry, item=printer.record(each)))
            else:
                rows.append((identity, printer.print(each)))
            works[identity] = f"{number}-{max(0, place - _PRINTS + 1)}"
            family[identity] = number
    references = sorted([*parsed(rows), *records], key=lambda each: family[each.id])
    sides = [profile(reference) for reference in references]
    found = []
    for start in range(0, len(sides), _LIST):
        some = sides[start : start + _LIST]
        weight = rarity(count_words(some), len(some)) if source.random() < 0.5 else plain_weight
        for a, b in combinations(some, 2):
            if not worth_comparing(a, b):
                continue
            if family[a.id] == family[b.id] or source.random() < _STRANGERS:
                found.append(_sample(a, b, works, weight))
    return found


def draw_samples(folder: Path, made_up: int, seed: int) -> dict[str, list[Sample]]:
    """Return the training pairs of each set of ``WEIGHTS``; the same seed gives the same pairs."""
    source = random.Random(seed)
    found: dict[str, list[Sample]] = {}
    for name in WEIGHTS:
        if name in {"lists", "synthetic"}:
            continue
        references, works = load_references(folder / f"{name}.jsonl")
        sides = [profile(reference) for reference in references]
        found[name] = _archive(sides, works, source)
        if not references[0].entry.text:
            printed = parsed([(side.id, side.printed) for side in sides])
            found[name] += _archive([profile(each) for each in printed], works, source)
        if name == "crossref-styles":
            of = {side.id: side for side in sides}
            found["lists"] = [
                sample
                for ids in load_lists(folder / "lists.jsonl")
                for sample in _list([of[identity] for identity in ids], works)
            ]
    found["synthetic"] = synthetic(random.Random(seed), made_up)
    return found
