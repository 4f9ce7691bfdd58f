"""SARIF 2.1.0 (OASIS), for code-scanning pages and editors that read it."""

from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from factcheck import __version__
from factcheck.model.article import Article, Span
from factcheck.model.finding import Finding, Severity
from factcheck.model.ranking import WEIGHTS
from factcheck.reports.batch import Batch, Look, Outcome
from factcheck.reports.places import find_place
from factcheck.reports.plain import dump
from factcheck.reports.reasons import reason
from factcheck.reports.visible import visible
from factcheck.rules import find_rule

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(batch: Batch, look: Look) -> str:  # noqa: ARG001 every format takes the same arguments
    """Return one SARIF run.

    The fingerprint is the one that baseline and queue use, under ``factcheck/v1``. What a
    document itself allows is left out: GitHub shows suppressed results as open alerts.
    """
    codes = sorted({finding.code for finding in batch.findings})
    run = {
        "tool": {
            "driver": {
                "name": "factcheck",
                "version": __version__,
                "rules": [_rule(code) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": batch.complete
                and all(outcome.report is not None for outcome in batch.outcomes),
                "toolExecutionNotifications": _notifications(batch),
            }
        ],
        "results": [
            _result(finding, outcome, outcome.report.article, codes)
            for outcome in batch.outcomes
            if outcome.report is not None
            for finding in outcome.report.findings
        ],
    }
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str) -> dict[str, Any]:
    rule = find_rule(code)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.name.replace("-", " ")},
        "fullDescription": {"text": reason(code) or rule.name},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _notifications(batch: Batch) -> list[dict[str, Any]]:
    notes = [
        {"level": "error", "message": {"text": f"{visible(each.target)}: {each.error}"}}
        for each in batch.outcomes
        if each.report is None
    ]
    if not batch.complete:
        notes.append({"level": "error", "message": {"text": "interrupted, so incomplete"}})
    return notes


def _result(
    finding: Finding, outcome: Outcome, article: Article, codes: list[str]
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity],
        "rank": round(100 * finding.value / max(WEIGHTS.values()), 1),
        "message": {"text": visible(f"{finding.message} {finding.fix or ''}".strip())},
        "locations": [_location(finding.span, outcome, article)],
        "partialFingerprints": {"factcheck/v1": finding.fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(span, outcome, article)}
            for number, span in enumerate(finding.related)
        ]
    return result


def _location(span: Span | None, outcome: Outcome, article: Article) -> dict[str, Any]:
    place = find_place(article, span)
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(outcome.target)}}
    if place.line is not None:
        physical["region"] = {"startLine": place.line}
        if span is not None:
            physical["region"]["snippet"] = {"text": article.quote(span)}
    return {
        "physicalLocation": physical,
        "logicalLocations": [{"fullyQualifiedName": place.origin or place.name}],
    }


def _uri(target: str) -> str:
    """Return a target as a URI reference: a path with its odd characters percent-encoded."""
    if target.startswith(("http://", "https://")):
        return quote(target, safe=":/?#[]@!$&'()*+,;=%-._~")
    if target == "-":
        return "stdin"
    path = PurePath(target)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="replace")
