"""Accept the findings of articles as known."""

from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.accepting import baseline_settings, reports_of
from factcheck.cli.output import check_output, write
from factcheck.cli.running import FAILED
from factcheck.lint import Baseline, dump_baseline, read_baseline, size, with_findings

EXAMPLES = """\b
Examples:
  factcheck baseline write drafts/*.md --baseline factcheck-baseline.json
  factcheck lint drafts/*.md --baseline factcheck-baseline.json
"""


def command(
    targets: options.Targets,
    baseline: options.BaselineFile = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    config: options.Config = None,
    fast: options.Fast = False,
    quiet: options.Quiet = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say how many findings it would accept.")
    ] = False,
) -> int:
    """Accept every finding that the articles have now; a lint with this baseline leaves them out.

    What the file knows already stays in it, with its reasons. Findings are known by their words,
    not by their place, so they stay known when paragraphs move.
    """
    rules = {"lint.select": options.words(select), "lint.ignore": options.words(ignore)}
    settings, path = baseline_settings(config, baseline, rules, fast=fast)
    check_output(path, targets)
    before = read_baseline(path) if path.exists() else Baseline(folder=path.parent)
    reports = reports_of(targets, settings, quiet=quiet)
    if not reports:
        return FAILED
    after = with_findings(before, reports)
    if not dry_run:
        write(dump_baseline(after), path, targets)
    more = size(after) - size(before)
    write(f"{path}: {size(after)} known, {more} of them new\n", None)
    return 0
