"""Whole-program cases: a folder each, with input, settings and what lint must report.

After a wanted change, ``UPDATE_CASES=1 pytest tests/cases`` writes the expectations anew; read
the difference before you commit it.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli import main

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
