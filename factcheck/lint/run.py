"""Run rules over an analysis and make a report of their hits."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.language.span_index import SpanIndex
from factcheck.lint.anchor import layers, make_anchor, surroundings
from factcheck.lint.fingerprint import fingerprints
from factcheck.lint.needs import why_not
from factcheck.lint.select import Chosen, chosen_rules
from factcheck.lint.settings import DEFAULT, LintSettings, Order
from factcheck.lint.suppress import LINT_FAMILY, idle, suppress
from factcheck.model.analysis import Analysis
from factcheck.model.article import Span
from factcheck.model.finding import Finding, Hit, Report, Severity, Skipped
from factcheck.model.grouping import by_value
from factcheck.model.ranking import UNRATED


class RuleFailed(Exception):
    """A rule raised or yielded a span outside the text: a bug in the rule, not in the article."""


def lint(analysis: Analysis, settings: LintSettings = DEFAULT) -> Report:
    """Return what the selected rules find, in text order, then by code; or as the settings say.

    A rule that lacks what it needs, or that fails, is reported as skipped with the reason; the
    others run on. Raises ConfigError for settings that name no rule or option.
    """
    chosen = chosen_rules(settings)
    about_lint = [each for each in chosen if each.rule.code.startswith(LINT_FAMILY)]
    about_article = [each for each in chosen if each not in about_lint]

    found, skipped = _run(about_article, analysis)
    outcome = suppress(found, analysis.article.suppressions)
    ran = {each.rule.code for each in about_article} - {each.code for each in skipped}
    view = replace(
        analysis,
        article=replace(
            analysis.article,
            suppressions=idle(analysis.article.suppressions, outcome.used, ran),
        ),
    )
    lint_found, lint_skipped = _run(about_lint, view)

    findings = [
        finding
        for finding in (*outcome.findings, *lint_found)
        if finding.confidence >= settings.min_confidence
    ]
    findings.sort(key=_place)
    if settings.order is Order.VALUE:
        findings = list(by_value(findings))
    return Report(
        article=analysis.article,
        findings=tuple(findings),
        suppressed=outcome.suppressed,
        skipped=tuple(sorted((*skipped, *lint_skipped), key=lambda each: each.code)),
        counts=count(findings),
    )


def fails(report: Report, settings: LintSettings = DEFAULT) -> bool:
    """Tell whether a report has a finding at or above ``settings.fail_on``."""
    limit = settings.fail_on
    return limit is not None and any(
        finding.severity.rank >= limit.rank for finding in report.findings
    )


def count(findings: Iterable[Finding]) -> tuple[tuple[Severity, int], ...]:
    """Return how many findings each severity has, error first, noughts included."""
    severities = [finding.severity for finding in findings]
    return tuple((severity, severities.count(severity)) for severity in Severity)


def hits_of(chosen: Chosen, analysis: Analysis) -> tuple[Hit, ...]:
    """Return the hits of one rule in text order, each once. Raises RuleFailed."""
    length = len(analysis.article.text)
    try:
        hits = list(dict.fromkeys(chosen.rule.find(analysis, chosen.options)))
    except Exception as error:
        raise RuleFailed(f"the rule failed: {type(error).__name__}: {error}") from error
    for hit in hits:
        for span in (hit.span, *hit.related):
            if span is not None and not 0 <= span.start <= span.end <= length:
                raise RuleFailed(f"the rule failed: {span} lies outside the text")
    hits.sort(key=lambda hit: _order(hit.span))
    return tuple(hits)


def _run(chosen: Sequence[Chosen], analysis: Analysis) -> tuple[list[Finding], list[Skipped]]:
    findings: list[Finding] = []
    skipped: list[Skipped] = []
    for each in chosen:
        reasons = [why_not(need, analysis) for need in sorted(each.rule.needs)]
        unmet = [reason for reason in reasons if reason is not None]
        if unmet:
            skipped.append(Skipped(code=each.rule.code, reason="; ".join(unmet)))
            continue
        try:
            findings += _findings(each, hits_of(each, analysis), analysis)
        except RuleFailed as error:
            skipped.append(Skipped(code=each.rule.code, reason=str(error)))
    findings.sort(key=_place)
    return findings, skipped


def _findings(chosen: Chosen, hits: Sequence[Hit], analysis: Analysis) -> list[Finding]:
    layered = layers(analysis)
    claims = SpanIndex((each.span, place) for place, each in enumerate(analysis.claims))
    anchors = [make_anchor(analysis.article.text, hit.span) for hit in hits]
    names = fingerprints(
        (chosen.rule.code, hit.subject, anchor.exact)
        for hit, anchor in zip(hits, anchors, strict=True)
    )
    return [
        Finding(
            code=chosen.rule.code,
            name=chosen.rule.name,
            severity=chosen.severity.step_down if hit.minor else chosen.severity,
            confidence=hit.confidence,
            message=hit.message,
            fingerprint=name,
            anchor=anchor,
            span=hit.span,
            sentence=surroundings(layered, hit.span),
            subject=hit.subject,
            related=hit.related,
            fix=hit.fix,
            worth=_worth(hit.span, claims, analysis),
        )
        for hit, anchor, name in zip(hits, anchors, names, strict=True)
    ]


def _worth(span: Span | None, claims: SpanIndex, analysis: Analysis) -> float:
    """Return the check-worthiness of the claim that a hit is about."""
    touched = () if span is None else claims.touching(span)
    return max((analysis.claims[place].score for place in touched), default=UNRATED)


def _order(span: Span | None) -> tuple[int, int]:
    """Order spans by place; what has none comes first."""
    return (-1, -1) if span is None else (span.start, span.end)


def _place(finding: Finding) -> tuple[tuple[int, int], str, str]:
    return _order(finding.span), finding.code, finding.fingerprint
