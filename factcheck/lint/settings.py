"""What the lint can be told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from factcheck.model.finding import Severity


class Order(StrEnum):
    """The order of a report: of the text, or most valuable first (``factcheck.model.ranking``)."""

    PLACE = "place"
    VALUE = "value"


@dataclass(frozen=True, slots=True, kw_only=True)
class LintSettings:
    """Which rules run, how severe they are, and what counts as failing.

    ``select`` and ``ignore`` hold codes, names, families or "ALL"; the more specific word wins.
    ``fail_on`` is the severity from which a finding fails the lint, None for never. ``severity``
    maps such a word to the severity its rules get instead of their own. ``options`` maps a rule's
    code or name to its options, each by name. Findings below ``min_confidence`` (0-1) are left
    out. ``order`` is that of the report. ``baseline`` is a file of findings that are left out
    because they are known (``factcheck.lint.baseline``); scans record them all the same.
    """

    select: tuple[str, ...] = ("ALL",)
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = Severity.WARNING
    severity: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    min_confidence: float = 0.0
    order: Order = Order.PLACE
    baseline: Path | None = None


DEFAULT = LintSettings()
