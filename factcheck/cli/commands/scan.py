"""Lint articles and record what is found in the review queue."""

from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.actor import actor_name
from factcheck.cli.batch import work_through
from factcheck.cli.fetching import Fetching, note_age
from factcheck.cli.opening import opened
from factcheck.cli.output import write
from factcheck.cli.running import FAILED, FOUND, INTERRUPTED, complain
from factcheck.cli.settings import choice, load_settings
from factcheck.errors import UsageError
from factcheck.fetch.opening import STDIN
from factcheck.pipeline import shared_client
from factcheck.queue.items import ScanSummary
from factcheck.reports.plain import dump, envelope, plain
from factcheck.reports.visible import visible
from factcheck.scanning import Recorder, Scanned

EXAMPLES = """\b
Examples:
  factcheck scan article.html
  factcheck scan drafts/*.md --db desk.db --by ada
  pandoc draft.odt -t markdown | factcheck scan - --name draft.odt
"""


def command(
    targets: options.Targets,
    format_name: options.TextOrJson = "text",
    database: options.Database = None,
    by: options.Actor = None,
    name: Annotated[
        str, typer.Option("--name", metavar="PATH", help="What standard input is the text of.")
    ] = "",
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
    if name and targets != [STDIN]:
        raise UsageError("--name is for standard input alone: factcheck scan - --name PATH")
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
    with opened(settings.queue.url) as queue:
        recorder = Recorder(queue, settings, actor)
        client = shared_client(targets, settings)

        def scan(target: str) -> Scanned:
            scanned = recorder.scan(target, client, name=name)
            if not quiet:
                note_age(scanned.document)
            return scanned

        ran = work_through(targets, scan, quiet=quiet)
    for done in ran.done:
        if done.error is not None:
            complain(done.error)
    if format_name == "json":
        results = [
            {
                "target": done.target,
                "status": "error" if done.result is None else "recorded",
                "error": done.error,
                "scan": None if done.result is None else _counts(done.result.summary),
            }
            for done in ran.done
        ]
        write(dump(envelope("scan", complete=ran.complete, results=results)), None)
    else:
        lines = [f"{done.target}: {_line(done.result.summary)}" for done in ran.done if done.result]
        write("".join(f"{visible(line)}\n" for line in lines), None)
    if not ran.complete:
        complain(f"interrupted after {len(ran.done)} of {len(targets)}; scan the rest again")
        return INTERRUPTED
    if any(done.error is not None for done in ran.done):
        return FAILED
    return FOUND if any(done.result and done.result.fails for done in ran.done) else 0


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
