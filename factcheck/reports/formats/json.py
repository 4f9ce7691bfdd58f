"""JSON for programs: one document a run, by the schema in ``docs/report.schema.json``."""

from factcheck.model.article import Article
from factcheck.model.finding import Finding
from factcheck.reports.batch import Batch, Look, Outcome
from factcheck.reports.places import find_place
from factcheck.reports.plain import about, dump, envelope, plain, plain_fields


def render(batch: Batch, look: Look) -> str:  # noqa: ARG001 every format takes the same arguments
    """Return the batch as JSON; offsets are half-open and index the article's text."""
    return dump(
        envelope(
            "lint",
            complete=batch.complete,
            results=[_result(outcome) for outcome in batch.outcomes],
        )
    )


def _result(outcome: Outcome) -> dict[str, object]:
    report = outcome.report
    if report is None:
        return {"target": outcome.target, "status": "error", "error": outcome.error}
    return {
        "target": outcome.target,
        "status": "read",
        "article": about(report.article),
        "counts": {severity.value: number for severity, number in report.counts},
        "findings": [_finding(finding, report.article) for finding in report.findings],
        "suppressed": [
            {
                "finding": _finding(allowed.finding, report.article),
                "reason": allowed.reason,
                "by": allowed.by,
            }
            for allowed in report.suppressed
        ],
        "skipped": [plain(skipped) for skipped in report.skipped],
    }


def _finding(finding: Finding, article: Article) -> object:
    place = find_place(article, finding.span)
    return {
        **plain_fields(finding),
        "value": finding.value,
        "text": article.quote(finding.sentence) if finding.sentence is not None else None,
        "place": {"name": place.name, "origin": place.origin, "line": place.line},
    }
