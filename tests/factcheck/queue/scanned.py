"""Articles that a toy rule flags, scans of them, and a clock to set."""

import datetime as dt
import re
from dataclasses import dataclass, field

from factcheck.lint.fingerprint import fingerprints
from factcheck.model.article import Anchor, Article, Span
from factcheck.model.document import Document
from factcheck.model.finding import Finding, Report, Severity, Skipped, Suppressed
from factcheck.queue.engine import Queue
from factcheck.queue.items import Item, ListedReference, ScanSummary
from factcheck.queue.scans import NewScan, record
from factcheck.queue.views import list_findings

ALL_RULES = frozenset({"TST001", "TST002"})
_MARKS = {"!": "TST001", "?": "TST002"}


@dataclass(slots=True)
class Clock:
    """A clock that stands still until it is moved."""

    now: dt.datetime = field(default=dt.datetime(2026, 3, 1, 9, 0, tzinfo=dt.UTC))

    def __call__(self) -> dt.datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += dt.timedelta(**by)


def lint(text: str, *, key: str = "article.md") -> Report:
    """Flag every sentence that holds an exclamation mark (TST001) or a question mark (TST002)."""
    article = Article(key=key, text=text, title="A town and its river")
    flagged: list[tuple[str, Span]] = []
    for match in re.finditer(r"[^.!?\n]*[.!?]['\"”’]?", text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        span = Span(start, match.end())
        flagged.extend((code, span) for mark, code in _MARKS.items() if mark in article.quote(span))
    keys = [(code, "", article.quote(span)) for code, span in flagged]
    findings = (
        Finding(
            code=code,
            name="shouted-sentence" if code == "TST001" else "asking-sentence",
            severity=Severity.WARNING if code == "TST001" else Severity.ERROR,
            confidence=0.8,
            message="the sentence is too loud",
            fingerprint=fingerprint,
            anchor=Anchor(exact=article.quote(span)),
            span=span,
            sentence=span,
        )
        for (code, span), fingerprint in zip(flagged, fingerprints(keys), strict=True)
    )
    return Report(article=article, findings=tuple(findings))


def new_scan(
    report: Report,
    *,
    rules_run: frozenset[str] = ALL_RULES,
    references: tuple[ListedReference, ...] = (),
) -> NewScan:
    """Return a scan of a report."""
    body = report.article.text.encode("utf-8", "replace")
    return NewScan(
        document=Document(target=report.article.key, body=body, media_type="text/markdown"),
        report=report,
        rules_run=rules_run,
        actor="scanner",
        tool_version="0.1.0",
        config_hash="none",
        references=references,
    )


def scan(queue: Queue, text: str, *, key: str = "article.md") -> ScanSummary:
    """Lint a text and record it."""
    return record(queue, new_scan(lint(text, key=key)))


def suppress(report: Report, reason: str) -> Report:
    """Return the report with every finding allowed by the document."""
    suppressed = tuple(Suppressed(finding=one, reason=reason) for one in report.findings)
    return Report(article=report.article, suppressed=suppressed)


def skip(report: Report, code: str) -> Report:
    """Return the report as if one rule could not judge."""
    return Report(
        article=report.article,
        findings=tuple(one for one in report.findings if one.code != code),
        skipped=(Skipped(code=code, reason="needs evidence"),),
    )


def by_text(queue: Queue) -> dict[str, Item]:
    """Return every item by its marked text."""
    return {item.anchor.exact: item for item in list_findings(queue, limit=1_000).items}
