"""What counts as the same work: thresholds, and pairs an editor keeps apart."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The settings of duplicate detection.

    A pair scoring at least ``same`` is one work, at least ``possible`` one to look at. Two groups
    are joined only when their members agree with each other on average at ``cohesion`` or more,
    which stops chains of weak links. ``kept_apart`` holds pairs of reference ids, in any order,
    that an editor judged not to be duplicates: they never end in one cluster, nor does a third
    reference bring them together. ``largest_block`` bounds how many references may share a key
    before the key is too common to say anything.

    Precision comes first: in one article a false alarm costs more than a miss, because true
    duplicates are rare there.
    """

    same: float = 0.6
    possible: float = 0.3
    cohesion: float = 0.5
    largest_block: int = 80
    kept_apart: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    def keeps_apart(self, left: str, right: str) -> bool:
        """Tell whether an editor keeps ``left`` and ``right`` apart."""
        return (left, right) in self.kept_apart or (right, left) in self.kept_apart


DEFAULT = Policy()
