"""A baseline: the findings that were there before, which a team has agreed to live with for now.

The file is JSON, sorted, one finding a line group, so that it reads well in a version control
diff. Only the fingerprint counts; the rest is for people.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from factcheck.errors import ConfigError, OutputError
from factcheck.lint.run import count
from factcheck.model.finding import Finding, Report

FORMAT = "factcheck-baseline"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """Known findings: article key to fingerprints, each with its code and quoted text."""

    known: Mapping[str, Mapping[str, tuple[str, str]]] = field(default_factory=dict)


def make_baseline(reports: Iterable[Report]) -> Baseline:
    """Return a baseline that knows every finding of the reports."""
    return Baseline(
        known={
            report.article.key: {
                finding.fingerprint: (finding.code, finding.anchor.exact)
                for finding in report.findings
            }
            for report in reports
        }
    )


def without_known(report: Report, baseline: Baseline) -> Report:
    """Return a report without the findings the baseline knows."""
    known = baseline.known.get(report.article.key, {})
    findings = tuple(each for each in report.findings if each.fingerprint not in known)
    return replace(report, findings=findings, counts=count(findings))


def prune(baseline: Baseline, reports: Iterable[Report]) -> Baseline:
    """Return a baseline without what the reports' articles no longer have.

    Articles without a report are kept as they are, and so is what belongs to a rule that was
    skipped: it was not looked for.
    """
    known = dict(baseline.known)
    for report in reports:
        present = {each.fingerprint for each in _all(report)}
        skipped = {each.code for each in report.skipped}
        before = known.pop(report.article.key, {})
        after = {
            name: (code, text)
            for name, (code, text) in before.items()
            if name in present or code in skipped
        }
        if after:
            known[report.article.key] = after
    return Baseline(known=known)


def read_baseline(path: Path) -> Baseline:
    """Read a baseline file. Raises ConfigError where it is missing or not a baseline."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["format"] != FORMAT or data["version"] != VERSION:
            raise ConfigError(f"{path} is not a baseline of version {VERSION}; write it anew")
        return Baseline(
            known={
                str(key): {
                    str(each["fingerprint"]): (str(each["code"]), str(each["text"]))
                    for each in findings
                }
                for key, findings in data["articles"].items()
            }
        )
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ConfigError(f"the baseline {path} cannot be read: {reason}") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ConfigError(f"{path} is not a baseline; write it anew") from error


def write_baseline(baseline: Baseline, path: Path) -> None:
    """Write a baseline file, whole or not at all. Raises OutputError."""
    articles = {
        key: [
            {"fingerprint": name, "code": code, "text": text}
            for name, (code, text) in sorted(findings.items(), key=lambda each: (each[1], each[0]))
        ]
        for key, findings in sorted(baseline.known.items())
        if findings
    }
    data = {"format": FORMAT, "version": VERSION, "articles": articles}
    # ASCII only: an article may quote a lone surrogate, which UTF-8 cannot hold.
    text = json.dumps(data, indent=1) + "\n"
    draft = path.with_name(path.name + ".part")
    try:
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        reason = error.strerror or type(error).__name__
        raise OutputError(f"the baseline {path} cannot be written: {reason}") from error


def _all(report: Report) -> Iterable[Finding]:
    yield from report.findings
    yield from (each.finding for each in report.suppressed)
