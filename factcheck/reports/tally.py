"""Count findings in words."""

from collections import Counter
from collections.abc import Iterable

from factcheck.model.finding import Severity
from factcheck.reports.batch import Batch, ExitCode


def tally(counts: Iterable[tuple[Severity, int]]) -> str:
    """Return "1 error, 2 warnings", or "no findings"."""
    parts = [
        f"{number} {severity.value}{'s' if number != 1 else ''}"
        for severity, number in counts
        if number
    ]
    return ", ".join(parts) or "no findings"


def summary(batch: Batch) -> str:
    """Return what a run came to: counts, what failed, whether it was interrupted."""
    read = sum(outcome.report is not None for outcome in batch.outcomes)
    failed = [outcome.target for outcome in batch.outcomes if outcome.report is None]
    found = [finding.severity for finding in batch.findings]
    counts = [(severity, found.count(severity)) for severity in Severity]
    line = f"{tally(counts)} in {read} article{'s' if read != 1 else ''}"
    if failed:
        line += f"; {len(failed)} not read: {', '.join(failed)}"
    allowed = Counter(
        each.by
        for outcome in batch.outcomes
        if outcome.report is not None
        for each in outcome.report.suppressed
    )
    for by, number in allowed.items():
        line += f"; {number} allowed by {by}"
    if not batch.complete:
        line += "; interrupted, so incomplete"
    return line


def verdict(batch: Batch) -> str:
    """Return the exit code of a run and what it means."""
    code = batch.exit_code
    limit = batch.fail_on.value if batch.fail_on is not None else "never"
    return (
        f"exit code {code.value}: "
        + {
            ExitCode.CLEAN: f"nothing that fails the lint (fail_on is {limit})",
            ExitCode.FOUND: f"findings that fail the lint (fail_on is {limit})",
            ExitCode.FAILED: "not everything could be read",
            ExitCode.INTERRUPTED: "interrupted",
        }[code]
    )
