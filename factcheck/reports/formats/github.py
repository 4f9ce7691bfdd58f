"""GitHub workflow commands: each finding becomes an annotation of the pull request.

Source of the format and its escapes: actions/toolkit, packages/core/src/command.ts.
"""

from collections.abc import Iterator

from factcheck.model.finding import Severity
from factcheck.reports.batch import Batch, Look, Outcome
from factcheck.reports.places import find_place
from factcheck.reports.visible import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(batch: Batch, look: Look) -> str:  # noqa: ARG001 every format takes the same arguments
    """Return one workflow command a finding; page text cannot start a command of its own."""
    lines = [line for outcome in batch.outcomes for line in _lines(outcome)]
    if not batch.complete:
        lines.append("::error title=factcheck::interrupted, so incomplete")
    return "".join(f"{line}\n" for line in lines)


def _lines(outcome: Outcome) -> Iterator[str]:
    if outcome.report is None:
        properties = f"file={_property(outcome.target)},title=factcheck"
        yield f"::error {properties}::{_data('not read: ' + (outcome.error or ''))}"
        return
    for finding in outcome.report.findings:
        place = find_place(outcome.report.article, finding.span)
        line = f",line={place.line}" if place.line is not None else ""
        properties = (
            f"file={_property(outcome.target)}{line},"
            f"title={_property(f'{finding.code} {finding.name}')}"
        )
        quote = f" “{finding.anchor.exact[:200]}”" if finding.anchor.exact else ""
        text = f"{finding.message}{quote} ({place.name})"
        yield f"::{_COMMANDS[finding.severity]} {properties}::{_data(text)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
