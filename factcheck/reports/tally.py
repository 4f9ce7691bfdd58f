"""Count findings in words."""

from collections.abc import Iterable

from factcheck.model.finding import Severity
from factcheck.reports.batch import Batch


def tally(counts: Iterable[tuple[Severity, int]]) -> str:
    """Return "1 error, 2 warnings", or "no findings"."""
    parts = [
        f"{number} {severity.value}{'s' if number != 1 else ''}"
        for severity, number in counts
        if number
    ]
    return ", ".join(parts) or "no findings"


def summary(batch: Batch) -> str:
    """Return the line that closes a run, with what failed and whether it was interrupted."""
    read = sum(outcome.report is not None for outcome in batch.outcomes)
    failed = [outcome.target for outcome in batch.outcomes if outcome.report is None]
    found = [finding.severity for finding in batch.findings]
    counts = [(severity, found.count(severity)) for severity in Severity]
    line = f"{tally(counts)} in {read} article{'s' if read != 1 else ''}"
    if failed:
        line += f"; {len(failed)} not read: {', '.join(failed)}"
    if not batch.complete:
        line += "; interrupted, so incomplete"
    return line
