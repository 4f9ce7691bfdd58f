"""Build clusters from compared pairs, and repair them: no bridge of weak links joins two works."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product

from citations.duplicates.block import candidates, count_words, rarity, worth_comparing
from citations.duplicates.cluster import Cluster, Verdict
from citations.duplicates.compare import EQUAL, Judged, explain, judge
from citations.duplicates.copies import distinct
from citations.duplicates.evidence import Weight
from citations.duplicates.groups import Groups
from citations.duplicates.policy import DEFAULT, Policy
from citations.duplicates.profile import Profile
from citations.reference import Reference

_ASKED = 6
"""Of each group, as many members are asked whether the other group's agree."""
_ARCHIVE = 120
"""From more entries on, sure links join at once, and pairs within a group are not compared."""
_SURE = 0.97

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """What stays the same while one input is clustered; pairs are looked at once."""

    sides: Sequence[Profile]
    weight: Weight
    policy: Policy
    known: dict[Pair, Judged] = field(default_factory=dict)

    def look(self, left: int, right: int) -> Judged:
        pair = (left, right) if left < right else (right, left)
        judged = self.known.get(pair)
        if judged is None:
            sides = self.sides[pair[0]], self.sides[pair[1]]
            judged = self.known[pair] = judge(*sides, self.weight, self.policy)
        return judged

    def explain(self, left: int, right: int) -> tuple[str, ...]:
        sides = self.sides[left], self.sides[right]
        return explain(*sides, self.weight, self.look(left, right))


def find_clusters(references: Iterable[Reference], policy: Policy = DEFAULT) -> tuple[Cluster, ...]:
    """Find which references are one work, which are related, and which possibly one.

    Clusters of verdict *same* share no member, and no member of one is outside the input. A
    *related* or *possible* cluster is a pair of works, each named by its first reference. All are
    ordered by the place of their first member. Only references that make sense of themselves
    (``kind`` "reference") are compared. The order of the references does not change what is
    joined.
    """
    given = [reference for reference in references if reference.kind == "reference"]
    sides, places = distinct(given, policy)
    counts = count_words(sides)
    work = _Work(sides=sides, weight=rarity(counts, len(sides)), policy=policy)
    groups = Groups(len(sides), _apart(sides, policy))
    links = _links(candidates(sides, counts, policy.largest_block), groups, work)
    _join(links, groups, work)
    found = [*_same_clusters(groups, work, places), *_relations(links, groups, work, places)]
    return tuple(
        Cluster(
            members=tuple(given[place].id for place in members),
            score=judged.score,
            verdict=judged.verdict,
            reasons=reasons,
        )
        for members, judged, reasons in sorted(found, key=lambda each: each[0])
    )


_Found = tuple[list[int], Judged, tuple[str, ...]]


def _apart(sides: Sequence[Profile], policy: Policy) -> list[Pair]:
    index = {side.id: place for place, side in enumerate(sides)}
    return [
        (index[left], index[right])
        for left, right in policy.kept_apart
        if left in index and right in index
    ]


def _links(pairs: Iterable[Pair], groups: Groups, work: _Work) -> list[Pair]:
    """Compare candidate pairs; return those that are not different works and not yet joined."""
    at_once = len(work.sides) > _ARCHIVE
    sides, links = work.sides, []
    for left, right in pairs:
        if groups.of(left) is groups.of(right) or not worth_comparing(sides[left], sides[right]):
            continue
        judged = work.look(left, right)
        if judged.verdict is Verdict.DIFFERENT:
            del work.known[left, right]
        elif at_once and judged.verdict is Verdict.SAME and judged.score >= _SURE:
            _join([(left, right)], groups, work)
        else:
            links.append((left, right))
    return links


def _join(links: Iterable[Pair], groups: Groups, work: _Work) -> None:
    """Join the best links first, each only when the two groups agree as wholes."""
    strong = [pair for pair in links if work.look(*pair).verdict is Verdict.SAME]
    for left, right in sorted(strong, key=lambda pair: (-work.look(*pair).score, pair)):
        one, other = groups.of(left), groups.of(right)
        if one is other or groups.kept_apart(left, right):
            continue
        if _cohere(_some(one), _some(other), work):
            groups.join(left, right, work.look(left, right).score)


def _some(group: Sequence[int]) -> Sequence[int]:
    return group if len(group) <= _ASKED else group[:: len(group) // _ASKED][:_ASKED]


def _cohere(one: Sequence[int], other: Sequence[int], work: _Work) -> bool:
    """Tell whether the members of two groups agree well enough to be one work."""
    total = 0.0
    for left, right in product(one, other):
        judged = work.look(left, right)
        total += 0.0 if judged.verdict is Verdict.RELATED else judged.score
    return total / (len(one) * len(other)) >= work.policy.cohesion


def _same_clusters(
    groups: Groups, work: _Work, places: Sequence[Sequence[int]]
) -> Iterable[_Found]:
    for index in range(len(places)):
        group = groups.of(index)
        if min(group) != index:
            continue
        members = sorted(place for head in group for place in places[head])
        weakest = groups.weakest(index)
        if weakest is not None:
            score, left, right = weakest
            yield members, Judged(score, Verdict.SAME), work.explain(left, right)
        elif len(members) > 1:
            yield members, Judged(1.0, Verdict.SAME), (EQUAL,)


def _rank(judged: Judged) -> tuple[bool, float]:
    """Order the links between two works: one that says how they are related says most."""
    return judged.verdict is Verdict.RELATED, judged.score


def _relations(
    links: Iterable[Pair], groups: Groups, work: _Work, places: Sequence[Sequence[int]]
) -> Iterable[_Found]:
    """Yield pairs of works, each by the best link between its references."""
    best: dict[Pair, Pair] = {}
    first: dict[int, int] = {}
    for left, right in links:
        heads = []
        for group in (groups.of(left), groups.of(right)):
            if id(group) not in first:
                first[id(group)] = min(place for head in group for place in places[head])
            heads.append(first[id(group)])
        one, other = min(heads), max(heads)
        if one == other:
            continue
        known = best.get((one, other))
        if known is None or _rank(work.look(left, right)) > _rank(work.look(*known)):
            best[one, other] = (left, right)
    for (one, other), pair in best.items():
        judged = work.look(*pair)
        if judged.verdict is not Verdict.RELATED:
            if groups.kept_apart(*pair):
                continue
            judged = Judged(judged.score, Verdict.POSSIBLE)
        yield [one, other], judged, work.explain(*pair)
