"""Whole-program cases: a folder each, with input, settings and what lint must report.

``traps.json``, where a folder has one, names what looks like a fault and is none: the words, the
codes that must not be reported on them, and why.

After a wanted change, ``UPDATE_CASES=1 pytest tests/cases`` writes the expectations anew; read
the difference before you commit it.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from factcheck.analyse import analyse
from factcheck.cli import main
from factcheck.lint import lint
from factcheck.model.article import Span
from factcheck.model.document import Document
from factcheck.readers import read
from factcheck.rules.registry import all_rules

FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("*/input.*"))


def shortened(finding: dict[str, Any]) -> dict[str, Any]:
    return {
        "code": finding["code"],
        "severity": finding["severity"],
        "place": finding["place"]["name"],
        "text": finding["anchor"]["exact"],
        "fingerprint": finding["fingerprint"],
    }


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_case(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    for name in [name for name in os.environ if name.startswith("FACTCHECK_")]:
        monkeypatch.delenv(name)
    (target,) = folder.glob("input.*")
    code = main(["lint", target.name, "--format", "json"])
    (result,) = json.loads(capsys.readouterr().out)["results"]
    actual = {
        "exit": code,
        "findings": [shortened(finding) for finding in result["findings"]],
        "suppressed": [
            {"code": each["finding"]["code"], "reason": each["reason"]}
            for each in result["suppressed"]
        ],
        "skipped": [each["code"] for each in result["skipped"]],
    }
    expected = folder / "expected.json"
    if os.environ.get("UPDATE_CASES"):
        expected.write_text(
            json.dumps(actual, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
        )
    assert actual == json.loads(expected.read_text(encoding="utf-8"))


TRAPS = [
    pytest.param(folder, trap, id=f"{folder.name}: {trap['quote'][:40]}")
    for folder in FOLDERS
    if (folder / "traps.json").exists()
    for trap in json.loads((folder / "traps.json").read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("folder", "trap"), TRAPS)
def test_a_trap_is_not_flagged(folder: Path, trap: dict[str, Any]) -> None:
    (path,) = folder.glob("input.*")
    document = Document(target=path.name, body=path.read_bytes())
    analysis = analyse(read(document))
    text = analysis.article.text
    start = text.find(trap["quote"])
    assert start >= 0, "the quotation is not in the article as it was read"
    span = Span(start, start + len(trap["quote"]))
    flagged = {
        finding.code
        for finding in lint(analysis).findings
        if finding.span is not None and finding.span.overlaps(span)
    }
    assert flagged.isdisjoint(trap["codes"]), trap["why"]


def test_every_rule_is_flagged_in_some_case() -> None:
    flagged = {
        finding["code"]
        for folder in FOLDERS
        for finding in json.loads((folder / "expected.json").read_text("utf-8"))["findings"]
    }
    assert {rule.code for rule in all_rules()} <= flagged
