"""Run the rules over an analysis and make findings of what they yield."""

from factcheck.lint.baseline import (
    Baseline,
    make_baseline,
    prune,
    read_baseline,
    without_known,
    write_baseline,
)
from factcheck.lint.run import RuleFailed, fails, lint
from factcheck.lint.settings import DEFAULT, LintSettings

__all__ = [
    "DEFAULT",
    "Baseline",
    "LintSettings",
    "RuleFailed",
    "fails",
    "lint",
    "make_baseline",
    "prune",
    "read_baseline",
    "without_known",
    "write_baseline",
]
