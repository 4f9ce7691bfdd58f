from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.errors import ConfigError
from factcheck.lint import (
    Baseline,
    LintSettings,
    dump_baseline,
    lint,
    prune,
    read_baseline,
    size,
    with_findings,
    without_known,
)
from factcheck.model.analysis import Claim, ClaimKind
from factcheck.model.finding import Report, Severity, Skipped
from tests.rules.building import analysis, article, at

FIRST = "The harbour has been emptying since 2016."
SECOND = "The “market” closed for good, \ud800 they \x00 say."
RAN = frozenset({"CLM001"})


def report(*texts: str) -> Report:
    made = article(*texts)
    claims = tuple(
        Claim(span=at(made, text), kinds=(ClaimKind.STATE,), score=0.8) for text in texts
    )
    return lint(replace(analysis(made), claims=claims), LintSettings(select=("CLM001",)))


def knowing(*reports: Report, folder: Path = Path()) -> Baseline:
    return with_findings(Baseline(folder=folder), reports)


def named(made: Report, key: str) -> Report:
    return replace(made, article=replace(made.article, key=key))


def test_written_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    baseline = knowing(named(report(FIRST, SECOND), str(tmp_path / "a.md")), folder=tmp_path)
    path.write_text(dump_baseline(baseline), encoding="ascii")
    assert read_baseline(path) == baseline
    assert list(baseline.known) == ["a.md"]
    assert dump_baseline(read_baseline(path)) == dump_baseline(baseline)


def test_only_what_is_new_is_left() -> None:
    baseline = knowing(report(FIRST))
    new = without_known(report("Padding.", SECOND, FIRST), baseline)
    assert [each.anchor.exact for each in new.findings] == ["Padding.", SECOND]
    assert [(each.finding.anchor.exact, each.by) for each in new.suppressed] == [
        (FIRST, "the baseline")
    ]
    assert dict(new.counts)[Severity.WARNING] == 2
    elsewhere = named(report(FIRST), "other.md")
    assert without_known(elsewhere, baseline) == elsewhere


def test_writing_again_keeps_reasons_and_other_articles() -> None:
    other = named(report(SECOND), "other.md")
    before = knowing(report(FIRST), other)
    key, found = next(iter(before.known.items()))
    decided = {name: replace(one, reason="dismissed by ada") for name, one in found.items()}
    before = replace(before, known={**before.known, key: decided})
    after = with_findings(before, [report(FIRST, SECOND)])
    assert size(after) == 3
    assert {one.reason for one in after.known[key].values()} == {"dismissed by ada", ""}
    assert after.known["other.md"] == before.known["other.md"]


def test_pruning_forgets_what_is_gone() -> None:
    baseline = knowing(report(FIRST, SECOND))
    assert prune(baseline, [report(SECOND)], RAN) == knowing(report(SECOND))
    assert prune(baseline, [], RAN) == baseline
    skipped = replace(report(SECOND), skipped=(Skipped(code="CLM001", reason="not English"),))
    assert prune(baseline, [skipped], RAN) == baseline
    assert prune(baseline, [report(SECOND)], frozenset({"REF001"})) == baseline
    assert prune(baseline, [report("Other.")], RAN).known == {}


def test_pruning_never_accepts_and_sees_what_it_leaves_out() -> None:
    baseline = knowing(report(FIRST))
    left_out = without_known(report(FIRST, SECOND), baseline)
    assert prune(baseline, [left_out], RAN) == baseline


@pytest.mark.parametrize(
    "text",
    ["", "no", "[]", "{}", '{"format": "factcheck-baseline", "version": 2, "articles": {}}',
     '{"format": "factcheck-baseline", "version": 1, "articles": {"a": [{}]}}',
     '{"format": "factcheck-baseline", "version": 1, "articles": [1]}', "[" * 100_000],
    ids=["empty", "word", "list", "no keys", "newer", "no fingerprint", "no articles", "deep"],
)  # fmt: skip
def test_what_is_no_baseline_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text)
    with pytest.raises(ConfigError, match="baseline"):
        read_baseline(path)


def test_missing_and_binary_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        read_baseline(tmp_path / "none.json")
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="is not a baseline"):
        read_baseline(tmp_path / "binary")
