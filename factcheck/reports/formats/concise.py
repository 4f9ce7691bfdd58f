"""One line a finding, for editors, grep and scripts."""

from collections.abc import Iterator

from factcheck.reports.batch import Batch, Look, Outcome
from factcheck.reports.places import find_place
from factcheck.reports.visible import visible


def render(batch: Batch, look: Look) -> str:  # noqa: ARG001 every format takes the same arguments
    """Return ``target:line: severity CODE name: message``; without lines, the place in words."""
    lines = [line for outcome in batch.outcomes for line in _lines(outcome)]
    if not batch.complete:
        lines.append("factcheck: interrupted, so incomplete")
    return "".join(f"{line}\n" for line in lines)


def _lines(outcome: Outcome) -> Iterator[str]:
    target = visible(outcome.target)
    if outcome.report is None:
        yield f"{target}: not read: {visible(outcome.error or '')}"
        return
    for finding in outcome.report.findings:
        place = find_place(outcome.report.article, finding.span)
        where = place.name if place.line is None else str(place.line)
        yield (
            f"{target}:{where}: {finding.severity.value} {finding.code} {finding.name}: "
            f"{visible(finding.message)}"
        )
