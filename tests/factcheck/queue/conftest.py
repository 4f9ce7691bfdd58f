"""A queue on a real file, a clock to set, and articles that a toy rule flags."""

import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from factcheck.model.article import Anchor, Article, Span
from factcheck.model.document import Document
from factcheck.model.finding import Finding, Report, Severity, Skipped, Suppressed
from factcheck.queue.engine import Queue, open_queue
from factcheck.queue.items import Item, ListedReference, ScanSummary
from factcheck.queue.scans import NewScan, record
from factcheck.queue.views import list_findings

ALL_RULES = frozenset({"TST001", "TST002"})
_FOLD = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


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
    seen = Counter[tuple[str, str]]()
    findings = []
    for match in re.finditer(r"[^.!?\n]*[.!?]['\"”’]?", text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        span = Span(start, match.end())
        exact = article.quote(span)
        for mark, code in (("!", "TST001"), ("?", "TST002")):
            if mark not in exact:
                continue
            folded = " ".join(exact.translate(_FOLD).split()).lower()
            seen[code, folded] += 1
            stated = f"{code}\0{folded}\0{seen[code, folded]}"
            findings.append(
                Finding(
                    code=code,
                    name="shouted-sentence" if mark == "!" else "asking-sentence",
                    severity=Severity.WARNING if mark == "!" else Severity.ERROR,
                    confidence=0.8,
                    message="the sentence is too loud",
                    fingerprint="1:" + hashlib.sha256(stated.encode()).hexdigest()[:32],
                    anchor=Anchor(exact=exact),
                    span=span,
                    sentence=span,
                )
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


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def queue(tmp_path: Path, clock: Clock) -> Iterator[Queue]:
    with open_queue(tmp_path / "factcheck.db", clock=clock) as opened:
        yield opened


@pytest.fixture
def row_counts(queue: Queue) -> Callable[[], dict[str, int]]:
    from sqlalchemy import text

    def count() -> dict[str, int]:
        tables = ("article", "snapshot", "reference", "finding", "decision", "event")
        with queue.reading() as session:
            connection = session.connection()
            return {
                table: connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()
                for table in tables
            }

    return count
