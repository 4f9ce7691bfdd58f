from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.errors import ConfigError, OutputError
from factcheck.lint import (
    LintSettings,
    lint,
    make_baseline,
    prune,
    read_baseline,
    without_known,
    write_baseline,
)
from factcheck.model.analysis import Claim, ClaimKind
from factcheck.model.finding import Report, Severity, Skipped
from tests.rules.building import analysis, article, at

FIRST = "The harbour has been emptying since 2016."
SECOND = "The “market” closed for good, \ud800 they \x00 say."


def report(*texts: str) -> Report:
    made = article(*texts)
    claims = tuple(
        Claim(span=at(made, text), kinds=(ClaimKind.STATE,), score=0.8) for text in texts
    )
    return lint(replace(analysis(made), claims=claims), LintSettings(select=("CLM001",)))


def test_written_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    baseline = make_baseline([report(FIRST, SECOND)])
    write_baseline(baseline, path)
    first = path.read_bytes()
    assert read_baseline(path) == baseline
    write_baseline(read_baseline(path), path)
    assert path.read_bytes() == first
    assert [each.name for each in tmp_path.iterdir()] == ["baseline.json"]


def test_only_what_is_new_is_left() -> None:
    baseline = make_baseline([report(FIRST)])
    new = without_known(report("Padding.", SECOND, FIRST), baseline)
    assert [each.anchor.exact for each in new.findings] == ["Padding.", SECOND]
    assert dict(new.counts)[Severity.WARNING] == 2
    elsewhere = replace(report(FIRST), article=replace(article(FIRST), key="other.md"))
    assert without_known(elsewhere, baseline) == elsewhere


def test_pruning_forgets_what_is_gone() -> None:
    baseline = make_baseline([report(FIRST, SECOND)])
    left = prune(baseline, [report(SECOND)])
    assert left == make_baseline([report(SECOND)])
    assert prune(baseline, []) == baseline
    skipped = replace(report(SECOND), skipped=(Skipped(code="CLM001", reason="not English"),))
    assert prune(baseline, [skipped]) == baseline
    assert prune(baseline, [report("Other.")]).known == {}


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


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        write_baseline(make_baseline([report(FIRST)]), tmp_path / "none" / "baseline.json")
