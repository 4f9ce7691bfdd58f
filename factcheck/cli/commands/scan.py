"""Lint articles and record what is found in the review queue."""

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING

from citations.keys import make_keys
from factcheck import __version__
from factcheck.cli import options
from factcheck.cli.actor import actor_name
from factcheck.cli.batch import work_through
from factcheck.cli.fetching import Fetching, note_age
from factcheck.cli.output import write
from factcheck.cli.running import FAILED, FOUND, INTERRUPTED, complain
from factcheck.cli.settings import choice, load_settings
from factcheck.config import Settings
from factcheck.lint import fails
from factcheck.lint.select import chosen_rules
from factcheck.model.analysis import Analysis
from factcheck.pipeline import examine, shared_client
from factcheck.queue.engine import Queue, open_queue
from factcheck.queue.items import ListedReference, ScanSummary
from factcheck.queue.scans import NewScan, record
from factcheck.reports.plain import dump, envelope, plain
from factcheck.reports.visible import visible

if TYPE_CHECKING:
    from factcheck.fetch.client import Client

EXAMPLES = """\b
Examples:
  factcheck scan article.html
  factcheck scan drafts/*.md --db desk.db --by ada
"""


def command(
    targets: options.Targets,
    format_name: options.TextOrJson = "text",
    database: options.Database = None,
    by: options.Actor = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    config: options.Config = None,
    offline: options.Offline = False,
    refresh: options.Refresh = False,
    no_cache: options.NoCache = False,
    render: options.Render = False,
    fast: options.Fast = False,
    quiet: options.Quiet = False,
) -> int:
    """Lint articles and record what is found in the review queue.

    Scanning again adds nothing that is known, keeps every decision, and marks what has gone; only
    findings of rules that ran can go. All confidences are recorded, whatever min_confidence says;
    'queue list' leaves out what is less sure. Exits like lint.
    """
    choice("--format", format_name, ("text", "json"))
    fetching = Fetching(offline=offline, refresh=refresh, no_cache=no_cache, render=render)
    flags: dict[str, object] = {
        "queue.url": database,
        "lint.select": options.words(select),
        "lint.ignore": options.words(ignore),
        "language.fast": fast,
        **fetching.flags(),
    }
    settings = load_settings(config, flags)
    actor = actor_name(by)
    rules = frozenset(each.rule.code for each in chosen_rules(settings.lint))
    with open_queue(settings.queue.url) as queue:
        recorder = _Recorder(queue, settings, actor, rules, quiet=quiet)
        client = shared_client(targets, settings)
        ran = work_through(targets, lambda target: recorder.scan(target, client), quiet=quiet)
    for done in ran.done:
        if done.error is not None:
            complain(done.error)
    if format_name == "json":
        results = [
            {
                "target": done.target,
                "status": "error" if done.result is None else "recorded",
                "error": done.error,
                "scan": None if done.result is None else _counts(done.result[0]),
            }
            for done in ran.done
        ]
        write(dump(envelope("scan", complete=ran.complete, results=results)), None)
    else:
        lines = [f"{done.target}: {_line(done.result[0])}" for done in ran.done if done.result]
        write("".join(f"{visible(line)}\n" for line in lines), None)
    if not ran.complete:
        complain(f"interrupted after {len(ran.done)} of {len(targets)}; scan the rest again")
        return INTERRUPTED
    if any(done.error is not None for done in ran.done):
        return FAILED
    return FOUND if any(done.result and done.result[1] for done in ran.done) else 0


class _Recorder:
    """Scan one target after another into an open queue."""

    def __init__(
        self,
        queue: Queue,
        settings: Settings,
        actor: str,
        rules: frozenset[str],
        *,
        quiet: bool,
    ) -> None:
        self._queue, self._settings, self._actor, self._rules = queue, settings, actor, rules
        self._quiet = quiet
        asked = (settings.lint, settings.parse, settings.language)
        stated = json.dumps([plain(each) for each in asked], sort_keys=True)
        self._config_hash = hashlib.sha256(stated.encode()).hexdigest()

    def scan(self, target: str, client: "Client | None") -> tuple[ScanSummary, bool]:
        """Return what the scan changed and whether its findings fail the lint."""
        # Every confidence is recorded: a finding that is only left out has not gone.
        lint = self._settings.lint
        everything = replace(self._settings, lint=replace(lint, min_confidence=0.0))
        examination = examine(target, everything, client=client)
        if not self._quiet:
            note_age(examination.document)
        report = examination.report
        sure = tuple(each for each in report.findings if each.confidence >= lint.min_confidence)
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
        return summary, fails(replace(report, findings=sure), lint)


def _listed(analysis: Analysis) -> tuple[ListedReference, ...]:
    number = {
        name: place for place, cluster in enumerate(analysis.clusters) for name in cluster.members
    }
    keys = make_keys(each.item for each in analysis.references)
    return tuple(
        ListedReference(reference=each, citation_key=key, cluster=number.get(each.id))
        for each, key in zip(analysis.references, keys, strict=True)
    )


_CHANGES = ("new", "kept", "gone", "regressed", "returned", "stale")


def _counts(summary: ScanSummary) -> dict[str, object]:
    return {
        "id": summary.scan_id,
        "article": plain(summary.article),
        "unchanged": summary.unchanged,
        **{name: getattr(summary, name) for name in _CHANGES},
    }


def _line(summary: ScanSummary) -> str:
    changes = [f"{getattr(summary, name)} {name}" for name in _CHANGES if getattr(summary, name)]
    return ", ".join(changes) or "no findings"
