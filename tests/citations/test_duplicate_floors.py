"""Duplicate detection does not fall below ``benchmarks/floors.json`` on the development sets."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def scorer(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "duplicate_scorer", ROOT / "benchmarks" / "duplicates.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "duplicate_scorer", module)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["newsroom", "cora", "dblp-acm", "dblp-scholar", "asysd-diabetes"])
def test_accuracy_stays_above_its_floors(name: str, scorer: ModuleType, shared: Path) -> None:
    floors = json.loads((ROOT / "benchmarks" / "floors.json").read_text("utf-8"))["duplicates"]
    measured = scorer.figures(shared / "data" / "duplicates", [name])
    kept = {figure: floor for figure, floor in floors.items() if figure in measured}
    assert kept
    assert {figure: measured[figure] for figure in kept if measured[figure] < kept[figure]} == {}
