"""Run the rules over an analysis and make findings of what they yield."""

from factcheck.lint.baseline import (
    Baseline,
    Known,
    dump_baseline,
    prune,
    read_baseline,
    size,
    with_findings,
    without_known,
)
from factcheck.lint.run import RuleFailed, fails, lint
from factcheck.lint.settings import DEFAULT, LintSettings

__all__ = [
    "DEFAULT",
    "Baseline",
    "Known",
    "LintSettings",
    "RuleFailed",
    "dump_baseline",
    "fails",
    "lint",
    "prune",
    "read_baseline",
    "size",
    "with_findings",
    "without_known",
]
