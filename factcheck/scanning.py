"""Scan: lint an article and record it in the review queue, for the command line and the desk."""

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from citations.duplicates import Verdict
from citations.keys import make_keys
from factcheck import __version__
from factcheck.config import Settings, find_file
from factcheck.errors import LimitExceeded, UsageError
from factcheck.fetch import open_document
from factcheck.fetch.media_types import from_name
from factcheck.fetch.opening import STDIN
from factcheck.lint import fails
from factcheck.lint.select import chosen_codes
from factcheck.model.analysis import Analysis
from factcheck.model.article_key import key_seen_from
from factcheck.model.document import Document
from factcheck.pipeline import Examination, examine_document
from factcheck.queue.engine import Queue
from factcheck.queue.items import ListedReference, ScanSummary
from factcheck.queue.merges import kept_apart
from factcheck.queue.scans import NewScan, record
from factcheck.readers import read
from factcheck.reports.plain import plain

if TYPE_CHECKING:
    from factcheck.fetch.client import Client


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """A recorded scan: its document, what it changed, and whether its findings fail the lint."""

    document: Document
    summary: ScanSummary
    fails: bool


def home(queue: Queue) -> Path:
    """Return the folder from which a queue sees files: its own, or a server's config.toml's."""
    if queue.path is not None:
        return queue.path.parent
    config = find_file(Path.cwd())
    return Path.cwd() if config is None else config.parent


class Recorder:
    """Scans one article after another into an open queue, in one person's name.

    Every confidence is recorded, whatever the settings leave out: a finding that is only left out
    has not gone.
    """

    def __init__(
        self, queue: Queue, settings: Settings, actor: str, *, most_text: int | None = None
    ) -> None:
        """Fix the settings; raise ConfigError for a rule that is not there.

        ``most_text`` are the most characters of an article's text to lint; more are refused.
        """
        self._queue, self._actor, self._most_text = queue, actor, most_text
        self._lint = settings.lint
        self._rules = chosen_codes(settings.lint)
        self._settings = replace(settings, lint=replace(settings.lint, min_confidence=0.0))
        asked = (replace(settings.lint, baseline=None), settings.parse, settings.language)
        stated = json.dumps([plain(each) for each in asked], sort_keys=True)
        self._config_hash = hashlib.sha256(stated.encode()).hexdigest()

    def scan(self, target: str, client: "Client | None" = None, *, name: str = "") -> Scanned:
        """Open a target, lint it and record it; ``name`` is the path of what standard input gives.

        A file is known again by where it is, however its path is spelt. Raises FactcheckError.
        """
        if target == STDIN and not name:
            raise UsageError("standard input has no name to be remembered by; give --name PATH")
        document = open_document(target, self._settings.fetch, client=client)
        if target == STDIN:
            document = replace(document, target=name, media_type=from_name(Path(name)))
        found = self._examine(document)
        article = found.report.article
        if article.key == document.target:
            key = key_seen_from(home(self._queue), article.key)
            found = replace(found, report=replace(found.report, article=replace(article, key=key)))
        return self._record(found)

    def scan_document(self, document: Document) -> Scanned:
        """Lint a document that is at hand and record it. Raises FactcheckError."""
        return self._record(self._examine(document))

    def _examine(self, document: Document) -> Examination:
        if self._most_text is not None:
            length = len(read(document).text)
            if length > self._most_text:
                raise LimitExceeded(
                    f"{document.target}: {length:,} characters of text, and {self._most_text:,} at "
                    "most are scanned here; use 'factcheck scan', or give it in parts"
                )
        apart = kept_apart(self._queue)
        return examine_document(document, self._settings, kept_apart=apart)

    def _record(self, examination: Examination) -> Scanned:
        report = examination.report
        least = self._lint.min_confidence
        sure = tuple(each for each in report.findings if each.confidence >= least)
        summary = record(
            self._queue,
            NewScan(
                document=examination.document,
                report=report,
                rules_run=self._rules,
                actor=self._actor,
                tool_version=__version__,
                config_hash=self._config_hash,
                references=_listed(examination.analysis),
            ),
        )
        failed = fails(replace(report, findings=sure), self._lint)
        return Scanned(document=examination.document, summary=summary, fails=failed)


def _listed(analysis: Analysis) -> tuple[ListedReference, ...]:
    number: dict[str, int] = {}
    # A reference may be related to one work and a repetition of another: the latter tells more.
    ranked = sorted(enumerate(analysis.clusters), key=lambda each: each[1].verdict != Verdict.SAME)
    for place, cluster in ranked:
        for name in cluster.members:
            number.setdefault(name, place)
    keys = make_keys(each.item for each in analysis.references)
    return tuple(
        ListedReference(reference=each, citation_key=key, cluster=number.get(each.id))
        for each, key in zip(analysis.references, keys, strict=True)
    )
