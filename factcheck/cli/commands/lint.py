"""Lint articles: report faults of references, citations and attributions."""

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.batch import work_through
from factcheck.cli.fetching import Fetching, note_age
from factcheck.cli.linting import lint_settings
from factcheck.cli.output import check_output, look, write
from factcheck.cli.running import complain
from factcheck.lint import (
    Baseline,
    LintSettings,
    prune,
    read_baseline,
    size,
    without_known,
)
from factcheck.lint.select import chosen_codes
from factcheck.model.finding import Report
from factcheck.pipeline import examine, shared_client
from factcheck.reports import Batch, Outcome, format_names
from factcheck.reports import render as written

EXAMPLES = """\b
Examples:
  factcheck lint article.html
  factcheck lint https://example.org/news/1 --select REF,CIT
  factcheck lint article.html --order value
  factcheck lint drafts/*.md --baseline factcheck-baseline.json
  factcheck lint drafts/*.md --format sarif -o findings.sarif
  pandoc draft.odt -t markdown | factcheck lint -
"""


def command(
    targets: options.Targets,
    format_name: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help=" | ".join(format_names()))
    ] = "text",
    select: options.Select = None,
    ignore: options.Ignore = None,
    fail_on: Annotated[
        str | None,
        typer.Option("--fail-on", metavar="LEVEL", help="error, warning, info or never: exit 1."),
    ] = None,
    min_confidence: options.MinConfidence = None,
    order: Annotated[
        str | None,
        typer.Option(
            "--order", metavar="ORDER", help="place: of the text; value: to look at first."
        ),
    ] = None,
    baseline: options.BaselineFile = None,
    config: options.Config = None,
    output: options.Output = None,
    offline: options.Offline = False,
    refresh: options.Refresh = False,
    no_cache: options.NoCache = False,
    render: options.Render = False,
    fast: options.Fast = False,
    quiet: options.Quiet = False,
) -> int:
    """Lint articles: report faults of references, citations and attributions.

    Exits with 0 when clean, 1 with findings at or above --fail-on, 2 when something could not be
    read or a setting is wrong.
    """
    fetching = Fetching(offline=offline, refresh=refresh, no_cache=no_cache, render=render)
    flags: dict[str, object] = {
        "lint.select": options.words(select),
        "lint.ignore": options.words(ignore),
        "lint.fail_on": fail_on,
        "lint.min_confidence": min_confidence,
        "lint.order": order,
        "lint.baseline": baseline,
        "language.fast": fast,
        **fetching.flags(),
    }
    settings = lint_settings(config, flags, format_name)
    chosen_codes(settings.lint)  # raises for a word that names no rule
    check_output(output, targets)
    known = None if settings.lint.baseline is None else read_baseline(settings.lint.baseline)
    client = shared_client(targets, settings)

    def examined(target: str) -> Report:
        examination = examine(target, settings, client=client)
        if not quiet:
            note_age(examination.document)
        report = examination.report
        return report if known is None else without_known(report, known)

    ran = work_through(targets, examined, quiet=quiet)
    batch = Batch(
        outcomes=tuple(
            Outcome(target=done.target, report=done.result, error=done.error) for done in ran.done
        ),
        complete=ran.complete,
        fail_on=settings.lint.fail_on,
    )
    for done in ran.done:
        if done.error is not None:
            complain(done.error)
    write(written(batch, format_name, look(output)), output, targets)
    if known is not None and not quiet:
        _note_gone(known, [each.result for each in ran.done if each.result], settings.lint)
    if not ran.complete:
        complain(f"interrupted after {len(ran.done)} of {len(targets)}; the report is incomplete")
    return batch.exit_code


def _note_gone(known: Baseline, reports: Sequence[Report], settings: LintSettings) -> None:
    """Say on standard error how much of a baseline is there no more."""
    if settings.min_confidence > 0:
        return  # what is left out for being unsure has not gone
    gone = size(known) - size(prune(known, reports, chosen_codes(settings)))
    if gone:
        sys.stderr.write(
            f"factcheck: note: {gone} of the baseline's findings are gone; "
            "'factcheck baseline prune' forgets them\n"
        )
