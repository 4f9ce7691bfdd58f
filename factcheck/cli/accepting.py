"""Lint articles for the sake of a baseline: every confidence, all of the articles or none."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from factcheck.cli.batch import work_through
from factcheck.cli.running import complain
from factcheck.cli.settings import load_settings
from factcheck.config import Settings
from factcheck.errors import UsageError
from factcheck.model.finding import Report
from factcheck.pipeline import examine, shared_client


def baseline_settings(
    config: Path | None, file: Path | None, rules: Mapping[str, object], *, fast: bool
) -> tuple[Settings, Path]:
    """Return the settings and where the baseline is. Raises UsageError where nothing says so."""
    settings = load_settings(config, {"lint.baseline": file, "language.fast": fast, **rules})
    path = settings.lint.baseline
    if path is None:
        raise UsageError("name the file: --baseline FILE, or lint.baseline in config.toml")
    return settings, path


def reports_of(targets: Sequence[str], settings: Settings, *, quiet: bool) -> tuple[Report, ...]:
    """Return the report of every target, whatever its findings' confidence.

    Empty, after a line on standard error for each, where one could not be read or the work was
    interrupted: a baseline of a part would be taken for the whole.
    """
    everything = replace(settings, lint=replace(settings.lint, min_confidence=0.0))
    client = shared_client(targets, settings)
    ran = work_through(
        targets, lambda target: examine(target, everything, client=client).report, quiet=quiet
    )
    for done in ran.done:
        if done.error is not None:
            complain(done.error)
    reports = tuple(done.result for done in ran.done if done.result is not None)
    return reports if ran.complete and len(reports) == len(targets) else ()
