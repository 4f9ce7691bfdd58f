"""Counts as bars: numbers for an inline SVG, drawn with attributes and no style."""

from dataclasses import dataclass

from factcheck.errors import UsageError
from factcheck.rules import find_rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: ``share`` of the longest one, 0–100, at least 1 where there is any.

    ``code`` stands before the label, ``note`` says more of what it counts.
    """

    label: str
    count: int
    share: int
    href: str
    current: bool = False
    code: str = ""
    note: str = ""


def share(count: int, most: int) -> int:
    """Return a count as a share of the largest, in per cent, never 0 for a count above 0."""
    return max(1, round(100 * count / most)) if count and most else 0


def rule_name(code: str) -> str:
    """Return a rule's name in words, "" for one that is gone (an old queue)."""
    try:
        return find_rule(code).name.replace("-", " ")
    except UsageError:
        return ""
