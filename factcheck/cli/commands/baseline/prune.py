"""Forget what articles no longer have."""

from factcheck.cli import options
from factcheck.cli.accepting import baseline_settings, reports_of
from factcheck.cli.output import check_output, write
from factcheck.cli.running import FAILED
from factcheck.lint import dump_baseline, prune, read_baseline, size
from factcheck.lint.select import chosen_codes

EXAMPLES = """\b
Example:
  factcheck baseline prune drafts/*.md --baseline factcheck-baseline.json
"""


def command(
    targets: options.Targets,
    baseline: options.BaselineFile = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    config: options.Config = None,
    fast: options.Fast = False,
    quiet: options.Quiet = False,
) -> int:
    """Take out of a baseline what the articles no longer have; it never takes anything in.

    What rules that do not run had found, and other articles, are left alone.
    """
    rules = {"lint.select": options.words(select), "lint.ignore": options.words(ignore)}
    settings, path = baseline_settings(config, baseline, rules, fast=fast)
    check_output(path, targets)
    before = read_baseline(path)
    reports = reports_of(targets, settings, quiet=quiet)
    if not reports:
        return FAILED
    after = prune(before, reports, chosen_codes(settings.lint))
    write(dump_baseline(after), path, targets)
    write(f"{path}: {size(after)} known, {size(before) - size(after)} forgotten\n", None)
    return 0
