"""Build clusters from compared pairs, and repair them: no bridge of weak links joins two works."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import islice, product

from citations.duplicates.block import candidates, rarity, worth_comparing
from citations.duplicates.cluster import Cluster, Comparison, Verdict
from citations.duplicates.compare import judge
from citations.duplicates.policy import DEFAULT, Policy
from citations.duplicates.profile import Profile, profile
from citations.reference import Reference

_MOST_CROSS_LINKS = 36
_RELATIONS = (Verdict.RELATED, Verdict.POSSIBLE)


class _Groups:
    """Disjoint groups of indices, joined link by link."""

    def __init__(self, size: int) -> None:
        self._group = [[index] for index in range(size)]

    def of(self, index: int) -> list[int]:
        return self._group[index]

    def join(self, left: int, right: int) -> None:
        small, large = sorted((self._group[left], self._group[right]), key=len)
        large.extend(small)
        for index in small:
            self._group[index] = large


def _representatives(profiles: Sequence[Profile], policy: Policy) -> dict[int, list[int]]:
    """Collapse equal texts: the first of each, and all that equal it.

    References of which an editor keeps any pair apart stand for themselves.
    """
    named = {identity for pair in policy.kept_apart for identity in pair}
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, side in enumerate(profiles):
        alone = side.id in named or not side.words
        groups[(side.text, side.url or "") if not alone else (f"\0{index}", "")].append(index)
    return {members[0]: members for members in groups.values()}


def find_clusters(references: Iterable[Reference], policy: Policy = DEFAULT) -> tuple[Cluster, ...]:
    """Find which references are one work, which are related, and which possibly one.

    Clusters of verdict *same* share no member, and no member of one is outside the input. A
    *related* or *possible* cluster is a pair of works, each named by its first reference. All are
    ordered by the place of their first member. Only references that make sense of themselves
    (``kind`` "reference") are compared. The order of the references does not change what is
    joined, but for ties in score.
    """
    sides = [profile(reference) for reference in references if reference.kind == "reference"]
    groups_of_equals = _representatives(sides, policy)
    heads = list(groups_of_equals)
    few = [sides[index] for index in heads]
    weight = rarity(few)
    cache: dict[tuple[int, int], Comparison] = {}

    def look(left: int, right: int) -> Comparison:
        pair = (left, right) if left < right else (right, left)
        if pair not in cache:
            cache[pair] = judge(few[pair[0]], few[pair[1]], weight, policy)
        return cache[pair]

    links = []
    for left, right in candidates(few, policy.largest_block):
        if worth_comparing(few[left], few[right]):
            comparison = look(left, right)
            if comparison.verdict is Verdict.DIFFERENT:
                del cache[left, right]
            else:
                links.append((left, right))
    groups = _join(len(few), links, look, policy)
    found = _same_clusters(groups, look, [groups_of_equals[head] for head in heads], sides)
    found.extend(_relations(groups, links, look, few))
    place = {side.id: index for index, side in enumerate(sides)}
    return tuple(sorted(found, key=lambda cluster: [place[member] for member in cluster.members]))


Look = Callable[[int, int], Comparison]


def _join(size: int, links: list[tuple[int, int]], look: Look, policy: Policy) -> _Groups:
    """Join the best links first, each only when the two groups agree as wholes."""
    groups = _Groups(size)
    strong = [pair for pair in links if look(*pair).verdict is Verdict.SAME]
    for left, right in sorted(strong, key=lambda pair: (-look(*pair).score, pair)):
        one, other = groups.of(left), groups.of(right)
        if one is not other and _cohere(one, other, look, policy):
            groups.join(left, right)
    return groups


def _cohere(one: list[int], other: list[int], look: Look, policy: Policy) -> bool:
    """Tell whether all members of two groups agree well enough to be one work."""
    if policy.kept_apart and any(
        look(left, right).reasons[0] == "an editor keeps these apart"
        for left, right in product(one, other)
    ):
        return False
    total, count = 0.0, 0
    for left, right in islice(product(one, other), _MOST_CROSS_LINKS):
        comparison = look(left, right)
        total += 0.0 if comparison.verdict is Verdict.RELATED else comparison.score
        count += 1
    return total / count >= policy.cohesion


def _same_clusters(
    groups: _Groups, look: Look, equals: list[list[int]], sides: Sequence[Profile]
) -> list[Cluster]:
    found = []
    for index in range(len(equals)):
        group = sorted(groups.of(index))
        if group[0] != index:
            continue
        members = sorted(place for head in group for place in equals[head])
        if len(members) < 2:
            continue
        score = 1.0
        reasons: tuple[str, ...] = ("the printed texts are equal",)
        if len(group) > 1:
            weakest = min(
                (
                    max((look(a, b) for b in group if b != a), key=lambda c: c.score)
                    for a in group[:50]
                ),
                key=lambda comparison: comparison.score,
            )
            score, reasons = weakest.score, weakest.reasons
        found.append(
            Cluster(
                members=tuple(sides[place].id for place in members), score=score, reasons=reasons
            )
        )
    return found


def _relations(
    groups: _Groups, links: list[tuple[int, int]], look: Look, few: Sequence[Profile]
) -> list[Cluster]:
    best: dict[tuple[int, int], Comparison] = {}
    for left, right in links:
        one, other = min(groups.of(left)), min(groups.of(right))
        if one == other:
            continue
        comparison = look(left, right)
        pair = (min(one, other), max(one, other))
        if pair not in best or comparison.score > best[pair].score:
            best[pair] = comparison
    return [
        Cluster(
            members=(few[one].id, few[other].id),
            score=comparison.score,
            verdict=comparison.verdict if comparison.verdict in _RELATIONS else Verdict.POSSIBLE,
            reasons=comparison.reasons,
        )
        for (one, other), comparison in best.items()
    ]
