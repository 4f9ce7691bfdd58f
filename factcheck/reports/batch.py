"""What a report is written from: the outcome of every target, in the order they were given."""

from dataclasses import dataclass
from enum import IntEnum

from factcheck.model.finding import Finding, Report, Severity


class ExitCode(IntEnum):
    """What a command's exit code says."""

    CLEAN = 0
    FOUND = 1
    FAILED = 2
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One target: a report, or the line that says why there is none.

    ``target`` is what the user typed, without secrets.
    """

    target: str
    report: Report | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The outcomes of a run.

    ``complete`` is False when it was interrupted before its end. ``fail_on`` is the severity from
    which a finding fails the lint, None for never.
    """

    outcomes: tuple[Outcome, ...]
    complete: bool = True
    fail_on: Severity | None = Severity.WARNING

    @property
    def exit_code(self) -> ExitCode:
        """The exit code: an interruption counts before a failure, a failure before findings."""
        if not self.complete:
            return ExitCode.INTERRUPTED
        if any(outcome.report is None for outcome in self.outcomes):
            return ExitCode.FAILED
        limit = self.fail_on
        if limit is not None and any(each.severity.rank >= limit.rank for each in self.findings):
            return ExitCode.FOUND
        return ExitCode.CLEAN

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding of every target."""
        return tuple(
            finding
            for outcome in self.outcomes
            if outcome.report is not None
            for finding in outcome.report.findings
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a report may look: ``width`` in terminal cells; ``colour`` only adds, it never says."""

    width: int = 80
    colour: bool = False
