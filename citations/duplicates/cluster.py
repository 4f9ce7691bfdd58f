"""The outcome types of duplicate detection."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How two references relate."""

    SAME = "same"
    RELATED = "related"
    POSSIBLE = "possible"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two references compared.

    ``left`` and ``right`` are reference ids; ``score`` (0-1) is the probability that they are one
    work; ``reasons`` say in words which parts agree and which differ.
    """

    left: str
    right: str
    score: float
    verdict: Verdict
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """References judged to be one work, or (verdict) possibly one or related.

    ``members`` are reference ids in printed order, at least two; ``score`` is the weakest link.
    """

    members: tuple[str, ...]
    score: float
    verdict: Verdict = Verdict.SAME
    reasons: tuple[str, ...] = ()
