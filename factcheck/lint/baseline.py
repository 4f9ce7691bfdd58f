"""A baseline: the findings that were there before, which a team has agreed to live with for now.

The file is JSON, sorted, one finding a line group, so that it reads well in a version control
diff. Only article and fingerprint count; the rest is for people. Articles that are files are named
by their path from the baseline's own folder.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from factcheck.errors import ConfigError
from factcheck.lint.run import count
from factcheck.model.article_key import key_seen_from
from factcheck.model.finding import Finding, Report, Suppressed

FORMAT = "factcheck-baseline"
VERSION = 1
BY = "the baseline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A finding that is left out; ``reason`` is an editor's, "" where it was only there before."""

    code: str
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """Known findings: article key to fingerprints. ``folder`` is where the file is kept."""

    folder: Path
    known: Mapping[str, Mapping[str, Known]] = field(default_factory=dict)

    def of(self, report: Report) -> Mapping[str, Known]:
        """Return what is known of a report's article, by fingerprint."""
        return self.known.get(key_seen_from(self.folder, report.article.key), {})


def with_findings(baseline: Baseline, reports: Iterable[Report]) -> Baseline:
    """Return a baseline that also knows every finding of the reports; reasons it has stay."""
    known = dict(baseline.known)
    for report in reports:
        found = {
            each.fingerprint: Known(code=each.code, text=each.anchor.exact)
            for each in report.findings
        }
        known[key_seen_from(baseline.folder, report.article.key)] = {**found, **baseline.of(report)}
    return replace(baseline, known=known)


def without_known(report: Report, baseline: Baseline) -> Report:
    """Return a report with the findings that the baseline knows among the suppressed ones."""
    known = baseline.of(report)
    findings = tuple(each for each in report.findings if each.fingerprint not in known)
    left_out = tuple(
        Suppressed(finding=each, reason=known[each.fingerprint].reason, by=BY)
        for each in report.findings
        if each.fingerprint in known
    )
    return replace(
        report,
        findings=findings,
        suppressed=(*report.suppressed, *left_out),
        counts=count(findings),
    )


def prune(baseline: Baseline, reports: Iterable[Report], judged: Collection[str]) -> Baseline:
    """Return a baseline without what the reports' articles no longer have.

    Articles without a report are kept as they are, and so is what belongs to a rule that is not
    among the codes ``judged`` or was skipped: it was not looked for.
    """
    known = dict(baseline.known)
    for report in reports:
        present = {each.fingerprint for each in _all(report)}
        looked_for = set(judged) - {each.code for each in report.skipped}
        after = {
            name: one
            for name, one in baseline.of(report).items()
            if name in present or one.code not in looked_for
        }
        known[key_seen_from(baseline.folder, report.article.key)] = after
    return replace(baseline, known={key: found for key, found in known.items() if found})


def size(baseline: Baseline) -> int:
    """Return how many findings a baseline knows."""
    return sum(len(found) for found in baseline.known.values())


def read_baseline(path: Path) -> Baseline:
    """Read a baseline file. Raises ConfigError where it is missing or not a baseline."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["format"] != FORMAT or data["version"] != VERSION:
            raise ConfigError(f"{path} is not a baseline of version {VERSION}; write it anew")
        return Baseline(
            folder=path.parent,
            known={
                str(key): {
                    str(each["fingerprint"]): Known(
                        code=str(each["code"]),
                        text=str(each["text"]),
                        reason=str(each["reason"]),
                    )
                    for each in findings
                }
                for key, findings in data["articles"].items()
            },
        )
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ConfigError(
            f"the baseline {path} cannot be read: {reason}; factcheck baseline write makes one"
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ConfigError(f"{path} is not a baseline; write it anew") from error


def dump_baseline(baseline: Baseline) -> str:
    """Return a baseline as the text of its file."""
    articles = {
        key: [
            {"fingerprint": name, "code": one.code, "text": one.text, "reason": one.reason}
            for name, one in sorted(
                findings.items(), key=lambda each: (each[1].code, each[1].text, each[0])
            )
        ]
        for key, findings in sorted(baseline.known.items())
        if findings
    }
    data = {"format": FORMAT, "version": VERSION, "articles": articles}
    # ASCII only: an article may quote a lone surrogate, which UTF-8 cannot hold.
    return json.dumps(data, indent=1) + "\n"


def _all(report: Report) -> Iterable[Finding]:
    yield from report.findings
    yield from (each.finding for each in report.suppressed)
