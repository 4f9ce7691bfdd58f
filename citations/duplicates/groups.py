"""Disjoint groups that are joined link by link, unless something keeps them apart."""

from collections import defaultdict
from collections.abc import Iterable, Sequence


class Groups:
    """The numbers below ``size`` in disjoint groups; each begins as a group of its own."""

    def __init__(self, size: int, apart: Iterable[tuple[int, int]] = ()) -> None:
        self._members = [[index] for index in range(size)]
        self._weakest: dict[int, tuple[float, int, int]] = {}
        self._apart: dict[int, set[int]] = defaultdict(set)
        for left, right in apart:
            self._apart[left].add(right)
            self._apart[right].add(left)

    def of(self, index: int) -> Sequence[int]:
        """Return the members of the group that ``index`` is in; the same object for each."""
        return self._members[index]

    def weakest(self, index: int) -> tuple[float, int, int] | None:
        """Return score and ends of the weakest link that made the group, ``None`` for one alone."""
        return self._weakest.get(id(self._members[index]))

    def kept_apart(self, left: int, right: int) -> bool:
        """Tell whether a member of the one group is to stay apart from a member of the other."""
        if not self._apart:
            return False
        small, large = sorted((self._members[left], self._members[right]), key=len)
        return any(
            not self._apart[index].isdisjoint(large) for index in small if index in self._apart
        )

    def join(self, left: int, right: int, score: float) -> None:
        """Join the groups of ``left`` and ``right`` by a link of ``score``."""
        small, large = sorted((self._members[left], self._members[right]), key=len)
        links = [self._weakest.pop(id(group), (2.0, 0, 0)) for group in (small, large)]
        self._weakest[id(large)] = min(*links, (score, left, right))
        large.extend(small)
        for index in small:
            self._members[index] = large
